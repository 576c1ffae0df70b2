import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { namedColumns } from './named-columns.ts';
import { undecidedColumns, type WhyUndecided } from './undecided-columns.ts';

const text = recipeFileText.drift;

/** A name without what people change about a name: case, spaces, signs, accents. */
const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What changed between the file a recipe was made for and this one, one sentence each: columns that are gone (and what
 * they may be called now) and columns no step has ever seen, which are kept as they are or, where nothing may leave
 * that nobody decided on, left out. Without the list of columns in the recipe only the first can be told.
 */
export function driftOf(recipe: Recipe, columns: SourceColumn[], findings: readonly Finding[] = []): string[] {
  const here = new Set(columns.map(({ name }) => name));
  const named = namedColumns(recipe);
  const known = new Set([...(recipe.columns ?? []), ...named]);
  const added =
    recipe.columns === undefined ? [] : columns.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  const candidates =
    recipe.columns === undefined ? columns.map(({ name }) => name).filter((name) => !known.has(name)) : added;
  const gone = [...known]
    .filter((name) => !here.has(name))
    .map((name) => {
      const renamed = candidates.find((candidate) => bare(candidate) === bare(name) && bare(name) !== '');
      if (renamed !== undefined) return text.goneRenamed(name, renamed);
      return named.includes(name) ? text.goneNeeded(name) : text.goneUnused(name);
    });
  const leftOut = undecidedColumns(recipe, columns, findings);
  const because = (wanted: WhyUndecided): string[] =>
    leftOut.filter(({ why }) => why === wanted).map(({ column }) => column);
  const [unnamed, unrecognised] = [because('unnamed'), because('unrecognised')];
  return [
    ...gone,
    ...added.map(recipe.release === 'pseudonymised' ? text.added : text.addedLeftOut),
    ...(unnamed.length > 0 ? [text.unnamedLeftOut(unnamed)] : []),
    ...(unrecognised.length > 0 ? [text.unrecognisedLeftOut(unrecognised)] : []),
  ];
}
