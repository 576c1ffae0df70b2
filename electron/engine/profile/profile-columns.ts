import type { ColumnProfile, ValueType } from '#shared/domain/profile.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { filled } from './column-values.ts';
import { histogramQuery, readHistogram } from './histogram.ts';

export interface ProfileOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Also the ten most frequent values of every column; they are cell values. */
  withTop?: boolean;
}

/** Columns measured by one statement. Planning grows with the square of the aggregates: 40 columns share a scan and still plan in 0.2 s. */
const chunkSize = 40;
const topCount = 10;

interface Measures {
  [measure: string]: unknown;
}

const count = (measures: Measures, name: string): number => Number(measures[name] ?? 0);
const text = (measures: Measures, name: string): string | null => (measures[name] === null || measures[name] === undefined ? null : String(measures[name]));

/** Aggregates of one column over `v<at>` (trimmed text or NULL) and `n<at>` (finite number or NULL); each is named `<at>_<measure>`. Counts are exact. */
function measures(at: number): string {
  const value = `v${at}`;
  const named: Record<string, string> = {
    filled: `count(${value})`,
    distinct: `count(DISTINCT ${value})`,
    shortest: `min(length(${value}))`,
    longest: `max(length(${value}))`,
    mean: `avg(length(${value}))`,
    integers: `count(*) FILTER (regexp_full_match(${value}, '[+-]?(0|[1-9][0-9]{0,17})'))`,
    numbers: `count(n${at})`,
    booleans: `count(*) FILTER (lower(${value}) IN ('true', 'false'))`,
    dates: `count(*) FILTER (regexp_full_match(${value}, '\\d{4}-\\d{2}-\\d{2}') AND TRY_CAST(${value} AS DATE) IS NOT NULL)`,
    moments: `count(*) FILTER (regexp_matches(${value}, '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}') AND TRY_CAST(${value} AS TIMESTAMP) IS NOT NULL)`,
    lowest: `min(n${at})`,
    highest: `max(n${at})`,
    first: `min(${value})`,
    last: `max(${value})`,
  };
  return Object.entries(named).map(([name, sql]) => `${sql} AS "${at}_${name}"`).join(', ');
}

/** Trims once and casts once, so that the aggregates share the work. */
function prepared(relation: string, columns: SourceColumn[]): string {
  const values = columns.map((column, at) => `${filled(quoteIdentifier(column.physical))} AS v${at}`).join(', ');
  const numbers = columns.map((_, at) => `CASE WHEN isfinite(TRY_CAST(v${at} AS DOUBLE)) THEN TRY_CAST(v${at} AS DOUBLE) END AS n${at}`).join(', ');
  return `(SELECT *, ${numbers} FROM (SELECT ${values} FROM ${relation}))`;
}

/** The narrowest type every non-empty text follows; numbers with leading zeros are text, because the zeros would be lost. */
function valueTypeOf(row: Measures, at: number): ValueType {
  const all = count(row, `${at}_filled`);
  if (all === 0) return 'empty';
  if (count(row, `${at}_booleans`) === all) return 'boolean';
  if (count(row, `${at}_integers`) === all) return 'integer';
  if (count(row, `${at}_dates`) === all) return 'date';
  if (count(row, `${at}_moments`) === all) return 'timestamp';
  return count(row, `${at}_numbers`) === all && !/^[+-]?0\d/.test(text(row, `${at}_first`) ?? '') ? 'decimal' : 'text';
}

async function topValues(duck: Duck, relation: string, column: string): Promise<ColumnProfile['top']> {
  const value = filled(quoteIdentifier(column));
  const rows = await duck.query<{ value: string; n: number }>(`SELECT ${value} AS value, count(*) AS n FROM ${relation} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY n DESC, value LIMIT ${topCount}`);
  return rows.map((row) => ({ value: String(row.value), count: Number(row.n) }));
}

/**
 * Measures every column over all rows of `relation` (columns c1…cn, VARCHAR). Exact; two scans for every 40 columns (counts, histograms), with
 * `withTop` one more per column. Throws JOB_CANCELLED when `signal` aborts.
 */
export async function profileColumns(duck: Duck, relation: string, columns: SourceColumn[], options: ProfileOptions = {}): Promise<ColumnProfile[]> {
  const stop = () => duck.interrupt();
  options.signal?.addEventListener('abort', stop);
  const profiles: ColumnProfile[] = [];
  try {
    for (let start = 0; start < columns.length; start += chunkSize) {
      const chunk = columns.slice(start, start + chunkSize);
      if (options.signal?.aborted) throw new Failure('JOB_CANCELLED', 'The work was cancelled; nothing was written.');
      const [row = {}] = await duck.query(`SELECT count(*) AS rows, ${chunk.map((_, at) => measures(at)).join(', ')} FROM ${prepared(relation, chunk)}`);
      const found = chunk.map((column, at): ColumnProfile => {
        const valueType = valueTypeOf(row, at);
        const numeric = valueType === 'integer' || valueType === 'decimal';
        return {
          name: column.name, valueType, rows: count(row, 'rows'), nulls: count(row, 'rows') - count(row, `${at}_filled`),
          distinct: count(row, `${at}_distinct`), distinctIsApproximate: false,
          minLength: count(row, `${at}_shortest`), maxLength: count(row, `${at}_longest`), meanLength: count(row, `${at}_mean`),
          min: text(row, `${at}_${numeric ? 'lowest' : 'first'}`), max: text(row, `${at}_${numeric ? 'highest' : 'last'}`), top: [], histogram: null,
        };
      });
      const numeric = found.flatMap((profile, at) => (profile.valueType === 'integer' || profile.valueType === 'decimal' ? [{ profile, column: chunk[at]?.physical ?? '' }] : []));
      if (numeric.length > 0) {
        const [bins = {}] = await duck.query(histogramQuery(relation, numeric.map(({ column, profile }) => ({ column, min: Number(profile.min), max: Number(profile.max) }))));
        numeric.forEach(({ profile }, at) => (profile.histogram = readHistogram(bins, at, Number(profile.min), Number(profile.max))));
      }
      if (options.withTop) for (const [at, profile] of found.entries()) {
        if (options.signal?.aborted) throw new Failure('JOB_CANCELLED', 'The work was cancelled; nothing was written.');
        profile.top = await topValues(duck, relation, chunk[at]?.physical ?? '');
      }
      profiles.push(...found);
      options.onProgress?.(profiles.length, columns.length);
    }
    return profiles;
  } finally {
    options.signal?.removeEventListener('abort', stop);
  }
}
