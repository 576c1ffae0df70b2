import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { jointTables } from '#engine/anonymise/narrow/joint-tables.ts';
import { SameRows } from '#engine/anonymise/narrow/same-rows.ts';
import { sensitiveOutputs } from '#engine/privacy/sensitive-columns.ts';
import { columnSteps } from './assemble.ts';
import type { LevelSearch } from './choose-levels.ts';
import { everyColumn } from './every-column.ts';
import { codeCounted, judgeInference, type CountedCodes, type Measuring } from './measure-recipe.ts';
import type { TablesWish } from './recommend-recipe.ts';
import { comesSecond, rivalOf, wishOf } from './rivals.ts';
import { dropped, isDropped, type Stand } from './stands.ts';
import type { Ladder } from './step-spec.ts';
import { closingStep } from './whole-table.ts';

/** A column that no ladder is about counts as much as one that the purpose does not name. */
const unnamed = 0.3;

interface Tables {
  /** Names of the columns of each table. */
  tables: string[][];
  leftOut: number;
  pairs: number;
  /** Pairs of columns that could stand in a table. */
  all: number;
  information: number;
}

type Search = Omit<LevelSearch, 'ladders'>;

/**
 * A recipe of several narrow tables over the same rows: every column as fine as many people share it, then the tables
 * that tell most for the purpose. What could be inferred from the others of its table is in none.
 * @throws Failure TARGET_MISSED where no two columns fit a table, JOB_CANCELLED
 */
export async function asTables(search: Search, { most, size }: TablesWish): Promise<Recipe> {
  const { on, choices, rows } = search;
  const { input } = on;
  const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
  const stands = await everyColumn({ ...search, ladders });
  const steps = columnSteps(input, choices, { stands, leftOut: new Map() });
  const codes = await codeCounted(on, steps);
  const inferable = new Map<string, string>();
  for (let share = search.share; ;) {
    const weights = weightsOf(codes, search, { ladders, inferable });
    const found = await tablesWithin(codes, { on, weights, most, size, share });
    if (found.tables.length === 0) throw new Failure('TARGET_MISSED', recommendText.tables.none(input.k, search.share));
    // Rows that name nobody can make one more table small.
    const leftOut = rowsLeftOut(codes, found.tables, input.k);
    if (leftOut > search.share * rows && share > 0) {
      share = share < 0.001 ? 0 : share / 2;
      continue;
    }
    const missed = await inferredIn(on, steps, found.tables);
    if (missed.size === 0) return recipeOf(search, { stands, inferable }, { ...found, leftOut, of: codes.rows });
    for (const [name, why] of missed) inferable.set(name, why);
  }
}

/** How useful each column is; 0 for those that no table may have. */
function weightsOf(
  { columns }: CountedCodes,
  { on }: Search,
  { ladders, inferable }: { ladders: readonly Ladder[]; inferable: ReadonlyMap<string, string> },
): number[] {
  const byName = new Map(ladders.map((ladder) => [ladder.column.name, ladder]));
  return columns.map(({ name }) => {
    const ladder = byName.get(name);
    if (inferable.has(name)) return 0;
    if (ladder === undefined) return unnamed;
    return comesSecond(ladder, ladders) ? 0 : wishOf(ladder, on.input.purpose).weight;
  });
}

async function tablesWithin(
  codes: CountedCodes,
  { on, weights, most, size, share }: { on: Measuring; weights: number[]; most: number; size: number; share: number },
): Promise<Tables> {
  const { k, signal } = on.input;
  const found = await jointTables(codes, {
    k,
    suppression: share,
    size,
    tables: most,
    wish: weights,
    ...(codes.people && { people: codes.people }),
    signal,
  });
  const wanted = weights.filter((weight) => weight > 0).length;
  return {
    tables: found.tables.map((places) => places.map((place) => codes.columns[place]!.name)),
    leftOut: found.leftOut.length,
    pairs: found.pairs.length,
    all: (wanted * (wanted - 1)) / 2,
    information: found.information,
  };
}

/** Rows that a release of the tables leaves out. */
function rowsLeftOut(codes: CountedCodes, tables: readonly string[][], k: number): number {
  const same = new SameRows(codes, k, codes.people ?? null, 0);
  const places = new Map(codes.columns.map(({ name }, place) => [name, place]));
  for (const table of tables)
    same.add(
      table.flatMap((name) => places.get(name) ?? []),
      Infinity,
    );
  return same.leftOut;
}

/** Columns that could be inferred from the others of a table, with what was measured. */
async function inferredIn(on: Measuring, steps: Recipe, tables: readonly string[][]): Promise<Map<string, string>> {
  const missed = new Map<string, string>();
  for (const [at, table] of tables.entries()) {
    const sensitive = sensitiveOutputs(
      table.map((name) => ({ name, sources: [name], treatment: 'generalised' as const })),
      on.input.findings,
      [],
    );
    const verdicts =
      sensitive.length === 0 ? [] : await judgeInference(on, withTables(steps, tables, at, ''), sensitive);
    for (const { met, column, detail } of verdicts) if (!met && column !== null) missed.set(column, detail);
  }
  return missed;
}

const nameOf = (at: number): string => `table-${at + 1}`;

/** The recipe that writes one of the tables. */
function withTables(recipe: Recipe, tables: readonly string[][], write: number, reason: string): Recipe {
  const pairs = tables.flatMap((columns, at) => columns.map((column): [string, string] => [nameOf(at), column]));
  return {
    ...recipe,
    steps: [...recipe.steps, closingStep('narrow-tables', { tables: pairs, write: nameOf(write) }, reason)],
  };
}

/** What is in no table is dropped by name, with the reason. */
function recipeOf(
  { on, choices }: Search,
  { stands, inferable }: { stands: ReadonlyMap<Ladder, Stand>; inferable: ReadonlyMap<string, string> },
  { tables, leftOut, pairs, all, information, of }: Tables & { of: number },
): Recipe {
  const used = new Set(tables.flat());
  const kept = [...stands.keys()].filter(({ column }) => used.has(column.name));
  const decided = { stands: new Map(stands), leftOut: new Map<Ladder, string>() };
  for (const [ladder, stand] of stands) {
    if (used.has(ladder.column.name) || isDropped(ladder, stand)) continue;
    decided.stands.set(ladder, dropped(ladder));
    decided.leftOut.set(ladder, whyInNone(ladder, kept, inferable));
  }
  const { k } = on.input;
  const reason = recommendText.tables.reason(tables.length, k, pairs, all, information, leftOut, of);
  return withTables(columnSteps(on.input, choices, decided), tables, 0, reason);
}

function whyInNone(ladder: Ladder, kept: readonly Ladder[], inferable: ReadonlyMap<string, string>): string {
  const measured = inferable.get(ladder.column.name);
  if (measured !== undefined) return recommendText.inferable(measured);
  const rival = rivalOf(ladder, kept);
  return rival === undefined
    ? recommendText.tables.inNone
    : recommendText.alreadyTold[rival.told](rival.by.column.name);
}
