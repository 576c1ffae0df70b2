import type { QualityCheck } from '#shared/domain/quality.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import { pace } from '#engine/jobs/pace.ts';
import { openValueTable } from '#engine/profile/value-table.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import type { CheckedColumn } from './checked-column.ts';
import { notationsOf } from './notations.ts';
import { validityWay, validValue } from './validity.ts';

/** What the different values of a column say of a check. */
export interface ValueCounts {
  rows: number;
  failures: number;
  /** A few of the values that fail, as they are. */
  failing: string[];
}

/** Failing values whose rows are looked for. */
const fewValues = 5;

/** Takes the different values of a column one after the other, each with its rows. */
interface Tally {
  add(text: string, rows: number): void;
  counts(): ValueCounts;
}

function tallyInvalid(isValid: (text: string) => boolean): Tally {
  const found: ValueCounts = { rows: 0, failures: 0, failing: [] };
  return {
    add(text, rows) {
      found.rows += rows;
      if (isValid(text)) return;
      found.failures += rows;
      if (found.failing.length < fewValues) found.failing.push(text);
    },
    counts: () => found,
  };
}

/** Rows whose value is written otherwise than most; where two ways are equally frequent, the one that sorts first holds. */
function tallyOtherwise(notationOf: (text: string) => string | null): Tally {
  const ways = new Map<string, { rows: number; values: string[] }>();
  return {
    add(text, rows) {
      const way = notationOf(text);
      if (way === null) return;
      const own = ways.get(way) ?? { rows: 0, values: [] };
      ways.set(way, own);
      own.rows += rows;
      if (own.values.length < fewValues) own.values.push(text);
    },
    counts() {
      const [most, ...others] = [...ways].toSorted(([a, one], [b, other]) => other.rows - one.rows || (a < b ? -1 : 1));
      const failures = others.reduce((sum, [, { rows }]) => sum + rows, 0);
      const failing = others.flatMap(([, { values }]) => values).slice(0, fewValues);
      return { rows: failures + (most?.[1].rows ?? 0), failures, failing };
    },
  };
}

function tallyRepeated(): Tally {
  const found: ValueCounts = { rows: 0, failures: 0, failing: [] };
  return {
    add(text, rows) {
      found.rows += rows;
      found.failures += rows - 1;
      if (rows > 1 && found.failing.length < fewValues) found.failing.push(text);
    },
    counts: () => found,
  };
}

/** The checks that a column's values decide by themselves. */
export function isValueRule({ rule }: QualityCheck, column: CheckedColumn): boolean {
  if (rule === 'key' || rule === 'one-notation') return true;
  return rule === 'valid' && validityWay(column) === 'values';
}

function tallyOf({ rule }: QualityCheck, column: CheckedColumn): Tally {
  if (rule === 'key') return tallyRepeated();
  if (rule === 'one-notation') return tallyOtherwise(notationsOf(column) ?? (() => null));
  return tallyInvalid(validValue(column.finding.type, valueTools()));
}

async function take(
  rows: readonly [string, bigint][],
  own: readonly { tally: Tally }[],
  turn: () => Promise<void>,
): Promise<void> {
  for (const [text, n] of rows) {
    for (const { tally } of own) tally.add(text, Number(n));
    await turn();
  }
}

/**
 * Counts what values by themselves decide, in one scan of their columns: each different value is looked at once.
 * @param checks each with its column
 * @returns by check id
 */
export async function countByValue(
  { duck, relation }: { duck: Duck; relation: string },
  checks: readonly { check: QualityCheck; column: CheckedColumn }[],
  { signal, onColumn }: { signal: AbortSignal; onColumn: (done: number, total: number) => void },
): Promise<Map<string, ValueCounts>> {
  const counted = new Map<string, ValueCounts>();
  const columns = [...new Map(checks.map(({ column }) => [column.name, column])).values()];
  if (columns.length === 0) return counted;
  const sources: SourceColumn[] = columns.map(({ name, physical }) => ({ name, physical, header: name }));
  const table = await openValueTable(duck, relation, sources);
  const turn = pace(signal);
  try {
    for (let from = 0; from < columns.length; from += table.width) {
      await table.fill(sources.slice(from, from + table.width));
      for (const [slot, column] of columns.slice(from, from + table.width).entries()) {
        onColumn(from + slot, columns.length);
        const own = checks
          .filter((one) => one.column === column)
          .map(({ check }) => ({ id: check.id, tally: tallyOf(check, column) }));
        const sql = `SELECT v, n FROM ${table.name} WHERE slot = ${slot} ORDER BY v`;
        for await (const rows of streamRows<[string, bigint]>(duck, sql)) await take(rows, own, turn);
        for (const { id, tally } of own) counted.set(id, tally.counts());
      }
    }
    return counted;
  } finally {
    await table.drop();
  }
}
