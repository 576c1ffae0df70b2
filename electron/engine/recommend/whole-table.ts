import type { AttackResult } from '#shared/domain/attack-results.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { OperationId } from '#shared/recipe/operations/index.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import { compileRecipe } from '#shared/recipe/compile-recipe.ts';
import { attackText } from '#shared/text/attack.ts';
import { countsText } from '#shared/text/engine/counts.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { countGroups } from '#engine/anonymise/counts/count-groups.ts';
import { columnSteps, together } from './assemble.ts';
import type { LevelSearch } from './choose-levels.ts';
import { everyColumn } from './every-column.ts';
import { codeCounted, commonValues, type Measuring } from './measure-recipe.ts';
import type { RecommendInput } from './recommend-recipe.ts';
import type { Choice, Ladder } from './step-spec.ts';
import { worstRefused } from './table-attack.ts';

/** A value that fewer rows have is not listed: a list stands in the recipe, and must name nobody. */
const leastShared = 20;
/** Rows of a group, where they are spread evenly, so that noise leaves something of a sum. */
const summedUp = 100;
/** What is drawn with where nobody chose (docs/definitions.md, "Synthetic twins"); a twin, then with ever more noise. */
const usualEpsilon = 3;
const epsilons = [usualEpsilon, 2, 1, 0.5, 0.25];

export const closingStep = (op: OperationId, settings: Record<string, unknown>, reason: string): RecipeStep => ({
  op,
  version: 1,
  settings,
  reason,
  enabled: true,
});

/** Far below one in the number of rows: a power of ten under a hundredth of it, and at most a millionth. */
const deltaFor = (rows: number): number => Number(`1e-${Math.max(6, Math.ceil(Math.log10(Math.max(1, rows))) + 2)}`);

/** Whether a table of counts is to have noise: where ε is asked for, or sums, which are told with noise alone. */
export const isNoisy = ({ noise: { measures = [], epsilon, delta } = {} }: Pick<RecommendInput, 'noise'>): boolean =>
  epsilon === undefined ? measures.length > 0 || delta !== undefined : epsilon > 0;

/**
 * The same table as counts: each combination once, with how many people have it. With noise where it is asked for, or where
 * numbers are summed up beside the counts; the lists are the values that many rows share.
 * @throws Failure TARGET_MISSED where no column is left to count by
 */
export async function asCounts(on: Measuring, recipe: Recipe, rows: number): Promise<Recipe> {
  const { input } = on;
  const last = recipe.steps.at(-1);
  // Nothing is left that k counts, so there are no groups to count.
  if (last === undefined || last.op !== ('suppress-small-classes' satisfies OperationId))
    throw new Failure('TARGET_MISSED', countsText.nothingToCount(input.k));
  const { measures = [], epsilon = usualEpsilon, delta } = input.noise ?? {};
  const columns = last.settings.columns as string[];
  const before = { ...recipe, steps: recipe.steps.slice(0, -1) };
  const closed = (settings: Record<string, unknown>, reason: string): Recipe => ({
    ...before,
    columns: [...(recipe.columns ?? []), ...measures.map(({ column }) => column)],
    steps: [...before.steps, closingStep('count-rows', { columns, ...settings }, reason)],
  });
  // What else is said of the rows is true of their counts.
  const rest = last.reason.replace(recommendText.sharedTogether(input.k), '').trim();
  if (!isNoisy(input))
    return closed({ epsilon: 0, delta: 0, values: [] }, together(recommendText.ways.counts(input.k), rest));
  const least = Math.max(leastShared, input.k);
  const lists = fewGroups(await commonValues(on, before, least), rows / (measures.length > 0 ? summedUp : leastShared));
  const by = [...new Set(lists.map(([column]) => column))];
  if (by.length === 0) throw new Failure('TARGET_MISSED', recommendText.noise.nothingShared(least));
  const left = columns.filter((column) => !by.includes(column));
  const told = { columns: by, epsilon, delta: delta ?? deltaFor(rows), values: lists, measures };
  return closed(told, recommendText.noise.reason(epsilon, least, left));
}

/** Rows that a table of counts without noise leaves out, those beside small groups among them. */
export async function hiddenByCounts(on: Measuring, recipe: Recipe): Promise<number> {
  const { people, ...table } = await codeCounted(on, recipe);
  if (table.columns.length === 0) return 0;
  const columns = table.columns.map((_, at) => at);
  // Rows that name nobody are somebody's each.
  let next = 1 + (people?.reduce((most, person) => Math.max(most, person), 0) ?? 0);
  const told = people?.map((person) => (person === 0 ? next++ : person));
  return countGroups(table, { columns, k: on.input.k, ...(told && { people: told }) }).leftOut.length;
}

/**
 * The lists of as many columns, those of fewest values first, as make no more groups than that: noise would leave nothing of
 * smaller ones.
 */
function fewGroups(lists: readonly [string, string][], most: number): [string, string][] {
  const sizes = new Map<string, number>();
  for (const [column] of lists) sizes.set(column, (sizes.get(column) ?? 0) + 1);
  const kept = new Set<string>();
  let groups = 1;
  for (const [column, size] of [...sizes].toSorted(([, a], [, b]) => a - b)) {
    // Beside the list stands what is in no list.
    if (size < 2 || (kept.size > 0 && groups * (size + 1) > most)) continue;
    kept.add(column);
    groups *= size + 1;
  }
  return lists.filter(([column]) => kept.has(column));
}

type Search = Omit<LevelSearch, 'ladders'>;

/**
 * A recipe that keeps every column there is a form for, as fine as many people share it, and leaves it to its last step
 * that nobody is alone. @returns with the columns that are counted
 */
async function everyColumnKept(search: Search): Promise<{ recipe: Recipe; columns: string[] }> {
  const { on, choices } = search;
  const { input } = on;
  const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
  const recipe = columnSteps(input, choices, {
    stands: await everyColumn({ ...search, ladders }),
    leftOut: new Map(),
  });
  const { outputs } = compileRecipe(recipe, input.columns, { referenceDate: input.referenceDate });
  return { recipe, columns: quasiIdentifiers({ findings: input.findings, outputs, release: input.release }) };
}

/** Groups that read alike: k-anonymous, whatever attacks find. */
export async function asWide(search: Search): Promise<Recipe> {
  const { recipe, columns } = await everyColumnKept(search);
  if (columns.length === 0) return recipe;
  const reason = recommendText.ways.wide(search.on.input.k);
  return { ...recipe, steps: [...recipe.steps, closingStep('group-rows', { columns }, reason)] };
}

/** Without the columns of which no two values are common enough to be listed: there is nothing to draw them from. */
async function drawnColumns(search: Search, least: number): Promise<Search> {
  const { recipe, columns } = await everyColumnKept(search);
  const values = columns.length === 0 ? [] : await commonValues(search.on, recipe, least);
  const bare = columns.filter((name) => values.filter(([column]) => column === name).length < 2);
  const reason = recommendText.ways.notDrawn(least);
  const choices = search.choices.map((choice): Choice => {
    const { column } = choice;
    return bare.includes(column.name) ? { kind: 'fixed', column, step: 'drop', reason } : choice;
  });
  return { ...search, choices };
}

/**
 * A twin drawn from noisy counts, with as little noise as no attack is refused on.
 * @returns null where attacks are refused on every one
 */
export async function asTwin(search: Search): Promise<Recipe | null> {
  const { on, rows } = search;
  const least = Math.max(leastShared, on.input.k);
  const drawn = await drawnColumns(search, least);
  const { recipe, columns } = await everyColumnKept(drawn);
  if (columns.length === 0) throw new Failure('TARGET_MISSED', recommendText.noise.nothingShared(least));
  const values = await commonValues(on, recipe, least);
  const { epsilon: asked, delta = deltaFor(rows) } = on.input.noise ?? {};
  let refused: AttackResult | null = null;
  for (const epsilon of asked === undefined ? epsilons : [asked]) {
    const settings = { columns, epsilon, delta, values };
    const because = recommendText.ways.synthetic(epsilon, least);
    const reason = refused === null ? because : recommendText.attacked.moreNoise(because, attackText.name(refused));
    const twin = { ...recipe, steps: [...recipe.steps, closingStep('synthesise', settings, reason)] };
    const found = on.input.attacks === undefined ? null : await on.input.attacks.on(twin);
    const worst = worstRefused(found?.results ?? []);
    if (worst === null) return twin;
    refused = worst;
  }
  return null;
}
