import { told, type FactAnswer } from '#shared/facts/fact.ts';
import type { FactAnswers, FactId } from '#shared/facts/index.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import type { KeptOutputs } from './fact-provider.ts';
import type { RowFacts } from './index.ts';
import type { KeptRows } from './kept-rows.ts';

/** Rows that did not leave, and why in a few words. */
export type Excluded = { why: string; rows: number }[];

/** Answers by id: the registry of providers holds each to the value of its own fact. */
type Found = Partial<FactAnswers>;
const foundOf = (answers: readonly (readonly [FactId, FactAnswer<unknown>])[]): Found =>
  Object.fromEntries(answers) as Found;

/**
 * Lists the rows as gone that the facts of a release do not let leave, one fact after the other.
 * @returns what those facts found, and how many rows went for which reason
 * @throws Failure TARGET_MISSED where it cannot be told which rows may be written
 */
export async function leaveOutByFacts(
  { asked }: RowFacts,
  kept: KeptRows,
): Promise<{ found: Found; excluded: Excluded }> {
  const found: [FactId, FactAnswer<unknown>][] = [];
  const excluded: Excluded = [];
  for (const { id, fact, names } of asked) {
    if (fact.state !== 'asked' || fact.way !== 'leaves-out') continue;
    const { value, excluded: rows } = await fact.leaveOut(kept, names);
    found.push([id, told(value)]);
    excluded.push(...rows);
  }
  return { found: foundOf(found), excluded };
}

/** Empties the cells that the facts of a release do not let leave. @throws Failure JOB_CANCELLED */
export async function emptyByFacts(
  { asked }: RowFacts,
  kept: KeptRows,
  outputs: KeptOutputs['outputs'],
): Promise<void> {
  for (const { fact, names } of asked)
    if (fact.state === 'asked' && fact.way === 'empties') await fact.empty(kept, outputs, names);
}

/** Numbers of aggregates over the rows that may be written, read together. */
async function countTogether(kept: KeptRows, aggregates: readonly string[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const some of someAtATime(aggregates)) {
    const named = some.map((sql, at) => `${sql} AS n${at}`).join(', ');
    const [row] = await kept.query<Record<string, number>>(`SELECT ${named} FROM ${kept.relation}`);
    numbers.push(...some.map((_, at) => row![`n${at}`]!));
  }
  return numbers;
}

/**
 * What the facts of a release find in the rows that may be written, and why nothing is found of the others. All that
 * count do so in one reading of the rows; each that looks at values reads them itself.
 * @throws Failure JOB_CANCELLED
 */
export async function findInKept({ asked }: RowFacts, kept: KeptOutputs): Promise<Found> {
  const found: [FactId, FactAnswer<unknown>][] = [];
  const aggregates: string[] = [];
  const counting: { id: FactId; from: number; to: number; value(numbers: readonly number[]): unknown }[] = [];
  for (const { id, fact, names } of asked)
    if (fact.state !== 'asked') found.push([id, fact]);
    else if (fact.way === 'counts' || fact.way === 'empties') {
      const { aggregates: own, value } = fact.count(kept, names);
      counting.push({ id, from: aggregates.length, to: aggregates.length + own.length, value });
      aggregates.push(...own);
    }
  const numbers = await countTogether(kept.rows, aggregates);
  for (const { id, from, to, value } of counting) found.push([id, told(value(numbers.slice(from, to)))]);
  for (const { id, fact, names } of asked)
    if (fact.state === 'asked' && fact.way === 'looks') found.push([id, told(await fact.look(kept, names))]);
  return foundOf(found);
}
