import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { Failure } from '#shared/contract/failure.ts';
import { columnType, couldBeList } from './column-type.ts';
import { histogramOf } from './histogram.ts';
import { openValueTable, type ValueTable } from './value-table.ts';

export interface ProfileOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Also the ten most frequent values of every column; they are cell values. */
  withTop?: boolean;
}

const topCount = 10;

async function topValues(duck: Duck, table: string): Promise<ColumnProfile['top']> {
  const rows = await duck.query<{ v: string; n: number }>(`SELECT v, n FROM ${table} ORDER BY n DESC, v LIMIT ${topCount}`);
  return rows.map((row) => ({ value: String(row.v), count: Number(row.n) }));
}

async function profileColumn(duck: Duck, values: ValueTable, column: SourceColumn, withTop: boolean): Promise<ColumnProfile> {
  await values.fill(column);
  const [found = {}] = await duck.query(`SELECT *, ${couldBeList('first', 'last')} FROM (
    SELECT count(*) AS "distinct", coalesce(sum(n), 0)::BIGINT AS filled, min(length(v)) AS shortest, max(length(v)) AS longest,
      sum(n * length(v))::DOUBLE / sum(n)::DOUBLE AS mean, min(v) AS first, max(v) AS last FROM ${values.name})`);
  const first = found.first === null ? null : String(found.first);
  const { valueType, lowest, highest } = await columnType(duck, values.name, found, first);
  return {
    name: column.name, valueType, rows: values.rows, nulls: values.rows - Number(found.filled), distinct: Number(found.distinct), distinctIsApproximate: false,
    minLength: Number(found.shortest ?? 0), maxLength: Number(found.longest ?? 0), meanLength: Number(found.mean ?? 0),
    min: lowest === null ? first : String(lowest), max: highest === null ? (first === null ? null : String(found.last)) : String(highest),
    top: withTop ? await topValues(duck, values.name) : [], histogram: lowest === null || highest === null ? null : await histogramOf(duck, values.name, lowest, highest),
  };
}

/**
 * Measures every column over all rows of `relation` (columns c1…cn, VARCHAR). Exact; each column is grouped into its different values once and
 * everything else is measured on those. A file is parsed once, into a temporary table. Throws JOB_CANCELLED when `signal` aborts.
 */
export async function profileColumns(duck: Duck, relation: string, columns: SourceColumn[], options: ProfileOptions = {}): Promise<ColumnProfile[]> {
  const stop = () => duck.interrupt();
  const refuse = () => {
    if (options.signal?.aborted) throw new Failure('JOB_CANCELLED', 'The work was cancelled; nothing was written.');
  };
  refuse();
  options.signal?.addEventListener('abort', stop);
  let values: ValueTable | null = null;
  try {
    values = await openValueTable(duck, relation, columns);
    const profiles: ColumnProfile[] = [];
    for (const column of columns) {
      refuse();
      profiles.push(await profileColumn(duck, values, column, options.withTop ?? false));
      options.onProgress?.(profiles.length, columns.length);
    }
    return profiles;
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await values?.drop();
  }
}
