import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { findOperation, type OperationId } from '#shared/recipe/operations/index.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { lookAtValues } from './look-at-values.ts';
import { sampleTable } from './sample-values.ts';
import type { Ladder, StepSpec } from './step-spec.ts';

export interface FinerInput {
  duck: Duck;
  /** FROM-clause expression with columns c1…cn, all VARCHAR, and how many rows it has. */
  relation: string;
  rows: number;
  columns: readonly SourceColumn[];
  findings: readonly Finding[];
  recipe: Recipe;
  /** Columns that are wanted one level finer. */
  wanted: ReadonlySet<string>;
  k: number;
  signal?: AbortSignal | undefined;
}

const suppressing: OperationId = 'suppress-small-classes';

const columnsOf = ({ settings }: RecipeStep): string[] =>
  Array.isArray(settings.columns) ? settings.columns.filter((column) => typeof column === 'string') : [];

/** Settings with what they leave open filled in, but for the columns; null where they are none of the operation. */
function settled(op: string, settings: Record<string, unknown>): Record<string, unknown> | null {
  const read = findOperation(op)?.settings.safeParse({ ...settings, columns: ['column'] });
  return read?.success === true ? (read.data as Record<string, unknown>) : null;
}

/** Whether two steps do the same to a column, but for some settings. */
function alike(one: StepSpec, other: StepSpec, but: readonly string[]): boolean {
  const [a, b] = [one, other].map(({ op, settings }) => settled(op, settings));
  if (one.op !== other.op || a == null || b == null) return false;
  return Object.keys(a).every((key) => but.includes(key) || isDeepStrictEqual(a[key], b[key]));
}

/** The values that a step of categories shows by themselves. */
const shownBy = (hierarchy: readonly unknown[]): unknown[] =>
  hierarchy.map((pair) => (Array.isArray(pair) && pair[0] === pair[1] ? pair[0] : null));

/** The bounds with one more: of those that nobody has yet the middle one of the widest gap; null where there is none. */
function withBound(bounds: readonly number[], parts: readonly number[], whole: boolean): number[] | null {
  const gaps = [...bounds, Number.POSITIVE_INFINITY].map((high, at) => {
    const low = bounds[at - 1] ?? Number.NEGATIVE_INFINITY;
    return parts.filter((part) => part > low && part < high && (!whole || Number.isInteger(part)));
  });
  const [widest] = gaps.toSorted((a, b) => b.length - a.length);
  const bound = widest?.[Math.floor(widest.length / 2)];
  return bound === undefined ? null : [...bounds, bound].sort((a, b) => a - b);
}

/**
 * What a column's step is one level finer: a further bound or value, or the level below on the ladder that the column would
 * be recommended from; `null` as it is, undefined where nobody knows.
 */
function finerStep({ levels, parts }: Ladder, { op, settings }: RecipeStep): StepSpec | null | undefined {
  const own = { op, settings } as StepSpec;
  const { edges, hierarchy } = settings;
  if (parts?.kind === 'edges' && Array.isArray(edges) && alike(parts.stepOf(parts.edges), own, ['edges', 'whole'])) {
    const more = withBound(edges, parts.edges, settings.whole === true);
    return more === null ? undefined : { ...own, settings: { ...settings, edges: more } };
  }
  if (parts?.kind === 'values' && Array.isArray(hierarchy) && alike(parts.stepOf(parts.values), own, ['hierarchy'])) {
    const shown = shownBy(hierarchy);
    const next = parts.values.find((value) => !shown.includes(value));
    if (!shown.includes(null))
      return next === undefined ? exactOf(levels) : parts.stepOf([...(shown as string[]), next]);
  }
  const rung = levels.findIndex(({ step }) => step !== null && step !== 'drop' && alike(step, own, []));
  const finer = levels[rung - 1]?.step;
  return finer === 'drop' ? undefined : finer;
}

/** The column as it is, where its ladder has that. */
const exactOf = (levels: Ladder['levels']): null | undefined => (levels[0]?.step === null ? null : undefined);

/** The step that decides how a column reads: the last one that names it. */
const decidingStep = (steps: readonly RecipeStep[], column: string): number =>
  steps.findLastIndex((step) => step.enabled && step.op !== suppressing && columnsOf(step).includes(column));

/**
 * The recipe without its leaving out of small classes and with every wanted column one level finer, where the recipe has
 * it on a level of the hierarchy that it would be recommended from. @returns the recipe, and the columns that are finer
 * @throws Failure JOB_CANCELLED
 */
export async function oneFiner(input: FinerInput): Promise<{ recipe: Recipe; finer: Set<string> }> {
  const { recipe, columns, findings, wanted, k, signal, duck } = input;
  const asked = columns.filter(({ name }) => wanted.has(name) && decidingStep(recipe.steps, name) >= 0);
  const looks = asked.flatMap((column) => {
    const finding = findings.find(({ name }) => name === column.name);
    const release = 'anonymised' as const;
    return finding === undefined ? [] : [{ column, finding, release, k, reason: '', recognisable: true }];
  });
  const sample = `finer_${randomUUID()}`;
  try {
    if (looks.length > 0) await sampleTable(duck, input.relation, asked, input.rows, sample);
    const choices = looks.length === 0 ? [] : await lookAtValues(duck, sample, looks, () => breathe(signal));
    const instead = new Map(
      choices.flatMap((choice): [string, StepSpec | null][] => {
        if (choice.kind !== 'ladder') return [];
        const { name } = choice.column;
        const step = finerStep(choice, recipe.steps[decidingStep(recipe.steps, name)]!);
        return step === undefined ? [] : [[name, step]];
      }),
    );
    return { recipe: { ...recipe, steps: withInstead(recipe.steps, instead) }, finer: new Set(instead.keys()) };
  } finally {
    for (const table of [sample, `${sample}_values`]) await duck.run(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`);
  }
}

/** The steps with another one for some columns, each in its place. */
function withInstead(steps: readonly RecipeStep[], instead: ReadonlyMap<string, StepSpec | null>): RecipeStep[] {
  return steps.flatMap((step, at): RecipeStep[] => {
    if (step.op === suppressing) return [];
    const mine = columnsOf(step).filter((column) => instead.has(column) && decidingStep(steps, column) === at);
    const others = columnsOf(step).filter((column) => !mine.includes(column));
    const own = mine.flatMap((column): RecipeStep[] => {
      const other = instead.get(column);
      return other == null
        ? []
        : [{ ...step, op: other.op, version: 1, settings: { ...other.settings, columns: [column] } }];
    });
    if (mine.length === 0) return [step];
    return [...(others.length === 0 ? [] : [{ ...step, settings: { ...step.settings, columns: others } }]), ...own];
  });
}
