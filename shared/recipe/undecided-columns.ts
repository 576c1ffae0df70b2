import { isUndecided } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import { becameOf, type Became, type UndecidedReleased } from '#shared/domain/undecided-released.ts';
import { namedColumns } from './named-columns.ts';
import type { Treatment } from './operation.ts';

/**
 * `new`: the recipe never saw it. `unnamed`: the recipe has no list of what it saw, no step names it, and the
 * classification is not sure of it. `unrecognised`: nothing tells what it is, and nobody decided.
 */
export type WhyUndecided = 'new' | 'unnamed' | 'unrecognised';

const byPerson = (finding: Finding | undefined): boolean =>
  finding?.evidence.some(({ kind }) => kind === 'decision') ?? false;
const nothingSpeaks = (finding: Finding | undefined): boolean =>
  finding !== undefined && (finding.type === 'unknown' || isUndecided(finding));

const shownAs = (treatment: Treatment): Became =>
  treatment === 'hashed-keyed' || treatment === 'hashed-unkeyed' ? 'hashed' : treatment;

/**
 * Every column of a source that nothing tells about and nobody decided on, with what an output has of it: of several
 * outputs that are made of one, that which says most.
 */
export function undecidedInOutput(
  columns: readonly SourceColumn[],
  findings: readonly Finding[],
  outputs: readonly { sources: readonly string[]; treatment: Treatment }[],
): UndecidedReleased[] {
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  return columns.flatMap(({ name: column }) => {
    const finding = byName.get(column);
    if (!nothingSpeaks(finding) || byPerson(finding)) return [];
    const fates = outputs.filter(({ sources }) => sources.includes(column)).map(({ treatment }) => shownAs(treatment));
    return [{ column, became: becameOf.find((fate) => fates.includes(fate)) ?? 'left-out' }];
  });
}

/** Recognised and in no need of a second look. */
const isSure = (finding: Finding | undefined): boolean =>
  finding !== undefined && !finding.needsReview && !nothingSpeaks(finding);

/**
 * Columns of a file that nobody decided on, for a release that may hold none of them: an anonymised or a targeting one
 * leaves them out. A step that names a column is a decision, and so is a role by which it may be written, or a person's
 * word on what it is, where the recipe knew the column. A recipe written by hand has no list of the columns it knew: there a column that is recognised
 * without doubt passes, to be counted and guarded like any other.
 */
export function undecidedColumns(
  recipe: Recipe,
  columns: readonly SourceColumn[],
  findings: readonly Finding[],
): { column: string; why: WhyUndecided }[] {
  if (recipe.release === 'pseudonymised') return [];
  const decided = columnsInRole(recipe, 'could-be-known', 'to-protect', 'same-for-a-group');
  const named = new Set([...namedColumns(recipe), ...decided]);
  const seen = recipe.columns === undefined ? null : new Set(recipe.columns);
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  return columns.flatMap(({ name }): { column: string; why: WhyUndecided }[] => {
    if (named.has(name)) return [];
    if (seen !== null && !seen.has(name)) return [{ column: name, why: 'new' }];
    const finding = byName.get(name);
    if (byPerson(finding)) return [];
    if (seen === null) return isSure(finding) ? [] : [{ column: name, why: 'unnamed' }];
    return nothingSpeaks(finding) ? [{ column: name, why: 'unrecognised' }] : [];
  });
}
