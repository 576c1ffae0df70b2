import { appendRows } from '#engine/analysis/append-rows.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { classesSql, classKey, type MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { KeptRows } from '../facts/kept-rows.ts';
import type { PopulationCounter } from './population-counter.ts';

/** The texts of each class, an empty one for nothing, in the order of the columns. @param relation FROM-clause expression */
export async function classTexts(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  signal: AbortSignal | undefined,
): Promise<string[][]> {
  const keys = qi.map((_, at) => `coalesce(${classKey(at)}::VARCHAR, '')`);
  const found: string[][] = [];
  await interruptible(duck, signal, async () => {
    const list = keys.length === 0 ? ['1'] : keys;
    for await (const batch of streamRows<string[]>(
      duck,
      `SELECT ${list.join(', ')} FROM (${classesSql(relation, qi)})`,
    ))
      for (const cells of batch) found.push(keys.length === 0 ? [] : cells);
  });
  return found;
}

const table = 'population_few';

/** Leaves out the rows of classes with too few people of a population behind them. @returns how many */
export async function leaveOutUnmapped(
  population: PopulationCounter,
  qi: readonly MeasuredColumn[],
  kept: KeptRows,
): Promise<number> {
  const classes = await classTexts(kept.duck, kept.relation, qi, kept.signal);
  const people = await population.peopleIn(qi, classes);
  const few = classes.filter((_, at) => people[at]! < population.k);
  if (few.length === 0) return 0;
  const before = await kept.count(kept.gone);
  if (qi.length === 0) await kept.run(`INSERT INTO ${kept.gone} SELECT rid FROM ${kept.relation}`);
  else {
    await appendRows(
      kept.duck,
      table,
      qi.map((_, at) => `q${at + 1}`),
      async (add) => {
        for (const cells of few) add(cells);
      },
    );
    const match = qi.map(({ sql }, at) => `coalesce(t.${sql}::VARCHAR, '') = s.${classKey(at)}`).join(' AND ');
    await kept.run(`INSERT INTO ${kept.gone} SELECT t.rid FROM ${kept.relation} t SEMI JOIN ${table} s ON ${match}`);
    await kept.run(`DROP TABLE ${table}`);
  }
  kept.leaveOut();
  return (await kept.count(kept.gone)) - before;
}
