import type { QualityCheck } from '#shared/domain/quality.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
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

/** The values of a column and the rows of each. */
interface Values {
  texts: string[];
  counts: number[];
}

type Turn = () => Promise<void>;

async function invalid(
  { texts, counts }: Values,
  isValid: (text: string) => boolean,
  turn: Turn,
): Promise<ValueCounts> {
  const found: ValueCounts = { rows: 0, failures: 0, failing: [] };
  for (const [at, text] of texts.entries()) {
    if (at % 64 === 0) await turn();
    found.rows += counts[at]!;
    if (isValid(text)) continue;
    found.failures += counts[at]!;
    if (found.failing.length < fewValues) found.failing.push(text);
  }
  return found;
}

/** Rows whose value is written otherwise than most; where two ways are equally frequent, the one that sorts first holds. */
async function otherwise(
  { texts, counts }: Values,
  notationOf: (text: string) => string | null,
  turn: Turn,
): Promise<ValueCounts> {
  const ways = new Map<string, number>();
  const of: (string | null)[] = [];
  for (const [at, text] of texts.entries()) {
    if (at % 256 === 0) await turn();
    const way = notationOf(text);
    of.push(way);
    if (way !== null) ways.set(way, (ways.get(way) ?? 0) + counts[at]!);
  }
  const [most] = [...ways].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const rows = [...ways.values()].reduce((sum, n) => sum + n, 0);
  const failing = texts.filter((_, at) => of[at] !== null && of[at] !== most?.[0]);
  return { rows, failures: rows - (most?.[1] ?? 0), failing: failing.slice(0, fewValues) };
}

function repeated({ texts, counts }: Values): ValueCounts {
  const rows = counts.reduce((sum, n) => sum + n, 0);
  const failing = texts.filter((_, at) => counts[at]! > 1).slice(0, fewValues);
  return { rows, failures: rows - texts.length, failing };
}

/** The checks that a column's values decide by themselves. */
export function isValueRule({ rule }: QualityCheck, column: CheckedColumn): boolean {
  if (rule === 'key' || rule === 'one-notation') return true;
  return rule === 'valid' && validityWay(column) === 'values';
}

function countValues(check: QualityCheck, column: CheckedColumn, values: Values, turn: Turn): Promise<ValueCounts> {
  if (check.rule === 'key') return Promise.resolve(repeated(values));
  if (check.rule === 'one-notation') return otherwise(values, notationsOf(column) ?? (() => null), turn);
  return invalid(values, validValue(column.finding.type, valueTools()), turn);
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
        const [texts = [], counts = []] = await duck.texts(
          `SELECT v, CAST(n AS VARCHAR) FROM ${table.name} WHERE slot = ${slot} ORDER BY v`,
        );
        const values: Values = { texts: texts as string[], counts: counts.map(Number) };
        for (const { check } of checks.filter((one) => one.column === column))
          counted.set(check.id, await countValues(check, column, values, turn));
      }
    }
    return counted;
  } finally {
    await table.drop();
  }
}
