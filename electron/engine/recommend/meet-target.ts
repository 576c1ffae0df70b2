import { Failure } from '#shared/contract/failure.ts';
import type { AttackLimits } from '#shared/domain/attack-results.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { restsOnConsent } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { OperationId } from '#shared/recipe/operations/index.ts';
import { policyOn } from '#shared/policy/index.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { blockingText } from '#shared/text/blocking.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { whichGroupsBlock } from '#engine/anonymise/blocking/which-groups-block.ts';
import { classesSql } from '#engine/privacy/measure/classes.ts';
import { countedPerson } from '#engine/privacy/person/counted-person.ts';
import { countsPeople } from '#engine/privacy/person/person-column.ts';
import { factColumns, mayLeave } from '#engine/facts/index.ts';
import { assemble, together } from './assemble.ts';
import { chooseLevels, type LevelSearch } from './choose-levels.ts';
import { codeCounted, smallRows, type Measuring } from './measure-recipe.ts';
import { asTables } from './narrow-tables.ts';
import type { RecommendInput } from './recommend-recipe.ts';
import { withoutStandIns } from './stand-ins.ts';
import type { Ladder } from './step-spec.ts';
import { worstRefused } from './table-attack.ts';
import { asCounts, asTwin, asWide, hiddenByCounts, isNoisy } from './whole-table.ts';

/** How much stricter than the limits a search is, where what it found is refused on the whole file. */
const stricter = [1, 0.75, 0.5, 0.25];

interface Target extends Pick<LevelSearch, 'choices' | 'sample' | 'rows' | 'breathe'> {
  duck: Duck;
  input: RecommendInput;
  profiles: ReadonlyMap<string, ColumnProfile>;
}

/** A recipe is only proposed where running it can keep the word. */
async function refuseFew(duck: Duck, { relation, k }: RecommendInput, person: string | null): Promise<void> {
  const [all] = await duck.query<{ f: number }>(
    classesSql(relation, [], person === null ? undefined : `nullif(${person}, '')`),
  );
  const people = Number(all?.f ?? 0);
  if (people < k) throw new Failure('TARGET_MISSED', recommendText.fewInAll(people, person !== null, k));
}

/** SQL of a person's id, where the rows of a release are counted in people. */
async function personOf({ input, profiles }: Target): Promise<string | null> {
  const counted = await countedPerson(input, input.findings);
  const profile = counted === null ? undefined : profiles.get(counted.name);
  const people =
    profile !== undefined &&
    countsPeople({ rows: profile.rows, filled: profile.rows - profile.nulls, distinct: profile.distinct });
  return people && counted !== null ? quoteIdentifier(counted.physical) : null;
}

/** The rows that a release would take, as a FROM-clause expression. */
function leaving(input: RecommendInput): string {
  const physical = new Map(input.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const taken = mayLeave({
    release: input.release,
    onConsent: input.onConsent === true || restsOnConsent(input.purpose),
    ledger: input.ledger,
    suppressed: input.suppressed,
    referenceDate: input.referenceDate,
    columns: factColumns(input.findings, physical),
    outputs: [],
    policy: policyOn(input.referenceDate, input.overrides),
  });
  return taken.length === 0 ? input.relation : `(SELECT * FROM ${input.relation} WHERE ${taken.join(' AND ')})`;
}

/**
 * Makes the recipe of the way that is asked for and measures it as its release will be; where it misses, aims lower.
 * @returns null where attacks refuse everything that was made
 */
export async function meetTarget(target: Target): Promise<Recipe | null> {
  const { duck, input, choices, sample, rows, breathe } = target;
  const person = await personOf(target);
  if (input.release === 'anonymised') await refuseFew(duck, input, person);
  const on: Measuring = { duck, input, relation: leaving(input), person };
  const limits = input.release === 'anonymised' ? (input.attacks?.limits ?? null) : null;
  const search = { on, choices, sample, rows, share: input.suppression, limits, breathe };
  if (input.way === 'wide') return asWide(search);
  if (input.way === 'synthetic') return asTwin(search);
  if (input.tables !== undefined) return asTables(search, input.tables);
  for (const part of stricter) {
    const table = await withinRows({ ...search, limits: limits && partOf(limits, part) });
    const recipe = input.way === 'counts' ? await asCounts(on, table, rows) : table;
    if (limits === null || !(await isRefused(input, recipe))) return withBlocking(on, recipe);
  }
  return null;
}

/** Tells with the step that leaves rows out which groups those are. */
async function withBlocking(on: Measuring, recipe: Recipe): Promise<Recipe> {
  const last = recipe.steps.at(-1);
  const drawn = (last?.settings.epsilon ?? 0) !== 0;
  if (last === undefined || drawn || !leavesOut.includes(last.op)) return recipe;
  const codes = await codeCounted(on, recipe);
  const { k, signal } = on.input;
  const blocking = await whichGroupsBlock(codes, { k, people: codes.people, signal });
  const reason = together(last.reason, blockingText.told(blocking, k));
  return { ...recipe, steps: [...recipe.steps.slice(0, -1), { ...last, reason }] };
}

const leavesOut: readonly string[] = ['suppress-small-classes', 'count-rows'] satisfies OperationId[];

const partOf = (limits: AttackLimits, part: number): AttackLimits => ({
  'singling-out': limits['singling-out'] * part,
  linkability: limits.linkability * part,
  inference: limits.inference * part,
});

const isRefused = async ({ attacks }: RecommendInput, recipe: Recipe): Promise<boolean> =>
  worstRefused((await attacks?.on(recipe))?.results ?? []) !== null;

/** The finest table that leaves out few enough rows of the whole file: what was searched on a sample can miss there. */
async function withinRows(search: Search): Promise<Recipe> {
  const { on, rows } = search;
  const limit = rows * on.input.suppression;
  const leftOut = on.input.way === 'counts' && !isNoisy(on.input) ? hiddenByCounts : smallRows;
  for (let { share } = search; ; share = share / 2 - 1e-9) {
    const recipe = await forPurpose({ ...search, share: Math.max(0, share) });
    if (share <= 0 || (await leftOut(on, recipe)) <= limit) return recipe;
  }
}

type Search = Omit<LevelSearch, 'ladders'>;

/** What the search finds; where people are targeted by it, found again without what stands in for barred columns. */
async function forPurpose(search: Search): Promise<Recipe> {
  const { on } = search;
  let { choices } = search;
  for (;;) {
    const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
    const recipe = assemble(on.input, choices, await chooseLevels({ ...search, choices, ladders }));
    const without = on.input.release === 'targeting' ? await withoutStandIns(on, choices, recipe) : choices;
    // Another column may take the place of one that went, and each goes once.
    if (without === choices) return recipe;
    choices = without;
  }
}
