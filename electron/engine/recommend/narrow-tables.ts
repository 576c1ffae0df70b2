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
import { eachSomebody, worstAttack } from './table-attack.ts';
import { attackTold } from './attack-told.ts';
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
 * that tell most for the purpose. What could be inferred from the others of its table is in none, nor is a column that
 * attacks on a table find too much of.
 * @returns null where attacks are refused on all tables
 * @throws Failure TARGET_MISSED where no two columns fit a table, JOB_CANCELLED
 */
export async function asTables(search: Search, { most, size }: TablesWish): Promise<Recipe | null> {
  const { on, choices, rows } = search;
  const { input } = on;
  const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
  const stands = await everyColumn({ ...search, ladders });
  const steps = columnSteps(input, choices, { stands, leftOut: new Map() });
  const codes = await codeCounted(on, steps);
  const inNone = new Map<string, string>();
  let attacked = false;
  for (let share = search.share; ;) {
    const weights = weightsOf(codes, search, { ladders, inNone });
    const found = await tablesWithin(codes, { on, weights, most, size, share });
    if (found.tables.length === 0 && attacked) return null;
    if (found.tables.length === 0) throw new Failure('TARGET_MISSED', recommendText.tables.none(input.k, search.share));
    // Rows that name nobody can make one more table small.
    const leftOut = rowsLeftOut(codes, found.tables, input.k);
    if (leftOut > search.share * rows && share > 0) {
      share = share < 0.001 ? 0 : share / 2;
      continue;
    }
    const missed = await inferredIn(on, steps, found.tables);
    for (const [name, why] of missed) inNone.set(name, recommendText.inferable(why));
    if (missed.size > 0) continue;
    const refused = await attackedIn(search, codes, { weights, tables: found.tables });
    if (refused === null) return recipeOf(search, { stands, inNone }, { ...found, leftOut, of: codes.rows });
    inNone.set(...refused);
    attacked = true;
  }
}

/** How useful each column is; 0 for those that no table may have. */
function weightsOf(
  { columns }: CountedCodes,
  { on }: Search,
  { ladders, inNone }: { ladders: readonly Ladder[]; inNone: ReadonlyMap<string, string> },
): number[] {
  const byName = new Map(ladders.map((ladder) => [ladder.column.name, ladder]));
  return columns.map(({ name }) => {
    const ladder = byName.get(name);
    if (inNone.has(name)) return 0;
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

/**
 * The column that is to be in no table, with the reason, where an attack on a table is refused: the one that is found out,
 * else the least wanted of the table. Null where none is refused.
 */
async function attackedIn(
  { on, limits }: Search,
  { rows, columns, people }: CountedCodes,
  { weights, tables }: { weights: readonly number[]; tables: readonly string[][] },
): Promise<[name: string, why: string] | null> {
  if (limits === null) return null;
  const { k, signal } = on.input;
  const persons = people && eachSomebody(people);
  for (const table of tables) {
    const written = columns.filter(({ name, values }) => table.includes(name) && values.length > 1);
    const found = await worstAttack({ rows, columns: written }, { k, persons, limits, signal });
    if (found === null) continue;
    const weightOf = (name: string): number => weights[columns.findIndex((column) => column.name === name)] ?? 0;
    const [least = ''] = table.toSorted((a, b) => weightOf(a) - weightOf(b));
    return [found.column ?? least, recommendText.tables.attacked(...attackTold(found, limits))];
  }
  return null;
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
  { stands, inNone }: { stands: ReadonlyMap<Ladder, Stand>; inNone: ReadonlyMap<string, string> },
  { tables, leftOut, pairs, all, information, of }: Tables & { of: number },
): Recipe {
  const used = new Set(tables.flat());
  const kept = [...stands.keys()].filter(({ column }) => used.has(column.name));
  const decided = { stands: new Map(stands), leftOut: new Map<Ladder, string>() };
  for (const [ladder, stand] of stands) {
    if (used.has(ladder.column.name) || isDropped(ladder, stand)) continue;
    decided.stands.set(ladder, dropped(ladder));
    decided.leftOut.set(ladder, whyInNone(ladder, kept, inNone));
  }
  const { k } = on.input;
  const reason = recommendText.tables.reason(tables.length, k, pairs, all, information, leftOut, of);
  return withTables(columnSteps(on.input, choices, decided), tables, 0, reason);
}

function whyInNone(ladder: Ladder, kept: readonly Ladder[], inNone: ReadonlyMap<string, string>): string {
  const measured = inNone.get(ladder.column.name);
  if (measured !== undefined) return measured;
  const rival = rivalOf(ladder, kept);
  return rival === undefined
    ? recommendText.tables.inNone
    : recommendText.alreadyTold[rival.told](rival.by.column.name);
}
