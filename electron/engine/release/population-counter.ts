import { Failure } from '#shared/contract/failure.ts';
import { populationAsked } from '#shared/domain/recipe-target.ts';
import type { CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { populationText as text } from '#shared/text/engine/population.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';
import { transformRows, type TransformInput, type TransformedRows } from '../run-recipe/transform-rows.ts';

/** A table of everybody that a source was drawn from. */
export type PopulationTable = Pick<
  ReleaseSource,
  'duck' | 'relation' | 'columns' | 'rows' | 'sha256' | 'fileName' | 'unchanged'
>;

/** A population under the steps of a recipe: how many of its people would read as a class does. */
export interface PopulationCounter {
  /** People that every class needs. */
  k: number;
  fileName: string;
  sha256: string;
  rows: number;
  /** Everybody in it; every row is one where none of its columns tells people apart. */
  people: number;
  counts: 'rows' | 'people';
  /**
   * @param qi the counted outputs @param classes texts of each class in their order, an empty one for nothing
   * @throws Failure COLUMN_UNKNOWN, JOB_CANCELLED
   */
  peopleIn(qi: readonly MeasuredColumn[], classes: readonly (readonly string[])[]): Promise<number[]>;
  close(): Promise<void>;
}

/** Ways after which no row reads by steps of its own, so that nobody outside the file can be read likewise. */
const isByItself = ({ ways, segment }: CompiledRecipe): boolean => ways.length === 0 && segment.length === 0;

/** The population under the names of the source's columns; nothing stands where it has no such column. */
function likeSource({ relation, columns }: PopulationTable, source: TransformInput['source']): string {
  const cells = source.columns.map(({ name, physical }) => {
    const own = columns.find((column) => column.name === name);
    const id = quoteIdentifier(physical);
    return own === undefined ? `NULL::VARCHAR AS ${id}` : `${quoteIdentifier(own.physical)} AS ${id}`;
  });
  return `(SELECT ${cells.join(', ')} FROM ${relation})`;
}

/** A class’s key as one text: nothing and an empty text read the same. */
const keyOf = (cells: readonly (string | null)[]): string => JSON.stringify(cells.map((cell) => cell ?? ''));

/** @throws Failure COLUMN_UNKNOWN where a counted output is made of a column that the population lacks */
function requireColumns({ columns, fileName }: PopulationTable, rows: TransformedRows, qi: readonly MeasuredColumn[]) {
  const there = new Set(columns.map(({ name }) => name));
  for (const { name, sources } of rows.compiled.outputs) {
    const missing = sources.find((source) => !there.has(source));
    if (missing !== undefined && qi.some((column) => column.name === name))
      throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(fileName, missing));
  }
}

/**
 * Runs the steps of a recipe over the table of everybody that its target names.
 * @param rows the source under the same recipe
 * @returns null where the target asks for no table
 * @throws Failure WRONG_USAGE where the table is absent, another one, smaller than the source, or asked of a way whose
 *   rows nobody else can read like; TARGET_MISSED where it has fewer people than k; as `transformRows`
 */
export async function countPopulation(
  input: TransformInput,
  rows: TransformedRows,
  population: PopulationTable | null,
): Promise<PopulationCounter | null> {
  const asked = populationAsked(input.recipe);
  if (asked === null) return null;
  if (population === null) throw new Failure('WRONG_USAGE', text.absent(asked.k));
  const { fileName, sha256 } = population;
  if (asked.table !== 'population' && asked.table !== sha256)
    throw new Failure('WRONG_USAGE', text.another(fileName, sha256, asked.table));
  if (!isByItself(rows.compiled)) throw new Failure('WRONG_USAGE', text.notThisWay);
  const { signal } = input;
  const source = {
    duck: population.duck,
    columns: input.source.columns,
    relation: likeSource(population, input.source),
  };
  const everybody = await transformRows({ ...input, source, facts: [], ledger: null, onShare: undefined });
  try {
    const person = everybody.person?.sql;
    const people = await countOf(everybody, person);
    const here = await countOf(rows, rows.person?.sql);
    if (people < here) throw new Failure('WRONG_USAGE', text.tooSmall(fileName, people, here));
    if (people < asked.k) throw new Failure('TARGET_MISSED', text.belowK(fileName, people, asked.k));
    return {
      k: asked.k,
      fileName,
      sha256,
      rows: everybody.rows,
      people,
      counts: person === undefined ? 'rows' : 'people',
      peopleIn: async (qi, classes) => {
        requireColumns(population, rows, qi);
        return interruptible(everybody.duck, signal, () => peopleIn(everybody, qi, classes));
      },
      close: () => everybody.close(),
    };
  } catch (error) {
    await everybody.close();
    throw error;
  }
}

async function countOf({ duck, table, rows }: TransformedRows, person: string | undefined): Promise<number> {
  if (person === undefined) return rows;
  const [told] = await duck.query<{ n: number }>(`SELECT count(DISTINCT ${person}) AS n FROM ${table}`);
  return told!.n;
}

/** Memory grows with the classes that are asked for, never with the population. */
async function peopleIn(
  { duck, table, person }: TransformedRows,
  qi: readonly MeasuredColumn[],
  classes: readonly (readonly string[])[],
): Promise<number[]> {
  const counts = new Map(classes.map((cells) => [keyOf(cells), 0]));
  const keys = qi.map(({ sql }) => sql);
  // Rows that name nobody are nobody: taking them for anybody would make classes look larger.
  const size = person === null ? 'count(*)' : `count(DISTINCT ${person.sql})`;
  const grouped = keys.length === 0 ? '' : `GROUP BY ${keys.map((_, at) => at + 1).join(', ')}`;
  for await (const batch of streamRows<(string | number | null)[]>(
    duck,
    `SELECT ${[...keys, `${size}::DOUBLE`].join(', ')} FROM ${table} ${grouped}`,
  ))
    for (const row of batch) {
      const key = keyOf(row.slice(0, keys.length) as (string | null)[]);
      const before = counts.get(key);
      if (before !== undefined) counts.set(key, before + (row.at(-1) as number));
    }
  return classes.map((cells) => counts.get(keyOf(cells))!);
}
