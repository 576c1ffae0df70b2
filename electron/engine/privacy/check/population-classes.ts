import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import type { CountedClass } from '#engine/privacy/estimate/attackers.ts';
import { classesSql, classKey, type MeasuredColumn } from '#engine/privacy/measure/classes.ts';

/** A table of everybody, with the counted columns under the same names. */
export interface PopulationTable {
  duck: Duck;
  relation: string;
  columns: readonly SourceColumn[];
  fileName: string;
  /** SQL of a person id that repeats in it; undefined: every row is a person. */
  person?: string | undefined;
  people: number;
}

interface Sample {
  duck: Duck;
  relation: string;
  qi: readonly MeasuredColumn[];
  person: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Each class with its key as one text, people and rows. */
async function* keyed(duck: Duck, classes: string, columns: number): AsyncGenerator<[string, number, number]> {
  const keys = Array.from({ length: columns }, (_, at) => classKey(at));
  for await (const batch of streamRows<(string | number | null)[]>(
    duck,
    `SELECT ${[...keys, 'f::DOUBLE', 'r::DOUBLE'].join(', ')} FROM (${classes})`,
  ))
    for (const row of batch)
      yield [JSON.stringify(row.slice(0, columns)), row[columns] as number, row[columns + 1] as number];
}

/**
 * The classes of a sample with how many people of a population agree with each, text for text; like classes put together.
 * Memory grows with the classes of the sample, never with the population.
 * @throws Failure COLUMN_UNKNOWN where the population has not all the columns, JOB_CANCELLED
 */
export async function populationClasses(sample: Sample, population: PopulationTable): Promise<CountedClass[]> {
  const { duck, relation, qi, person, signal } = sample;
  const there = qi.map(({ name }): MeasuredColumn => {
    const column = population.columns.find((candidate) => candidate.name === name);
    if (column === undefined)
      throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(population.fileName, name));
    return { name, sql: quoteIdentifier(column.physical) };
  });
  const found = new Map<string, { size: number; rows: number; population: number }>();
  await interruptible(duck, signal, async () => {
    for await (const [key, size, rows] of keyed(duck, classesSql(relation, qi, person), qi.length))
      found.set(key, { size, rows, population: 0 });
  });
  await interruptible(population.duck, signal, async () => {
    const classes = classesSql(population.relation, there, population.person);
    for await (const [key, size] of keyed(population.duck, classes, qi.length)) {
      const here = found.get(key);
      if (here !== undefined) here.population = size;
    }
  });
  const alike = new Map<string, CountedClass>();
  for (const { size, rows, population: people } of found.values()) {
    const key = `${size} ${people}`;
    const bin = alike.get(key);
    if (bin === undefined) alike.set(key, { size, rows, classes: 1, population: people });
    else {
      bin.rows += rows;
      bin.classes += 1;
    }
  }
  return [...alike.values()];
}
