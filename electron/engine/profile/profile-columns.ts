import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { columnTypes, couldBeList } from './column-type.ts';
import { histogramsOf } from './histogram.ts';
import { lookAgain } from './look-again.ts';
import { isShortened } from './shortened.ts';
import { openValueTable, type ValueTable } from './value-table.ts';

export interface ProfileOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Also the ten most frequent values of every column; they are cell values. */
  withTop?: boolean;
}

const topCount = 10;

async function topValues(duck: Duck, table: string): Promise<Map<number, ColumnProfile['top']>> {
  const rows = await duck.query<{ slot: number; v: string; n: number }>(
    `SELECT slot, v, n FROM ${table} QUALIFY row_number() OVER (PARTITION BY slot ORDER BY n DESC, v) <= ` +
      `${topCount} ORDER BY slot, n DESC, v`,
  );
  const found = new Map<number, ColumnProfile['top']>();
  for (const row of rows)
    found.set(row.slot, [...(found.get(row.slot) ?? []), { value: String(row.v), count: Number(row.n) }]);
  return found;
}

async function profileSome(
  duck: Duck,
  values: ValueTable,
  columns: readonly SourceColumn[],
  withTop: boolean,
): Promise<ColumnProfile[]> {
  await values.fill(columns);
  const rows = await duck.query(`SELECT *, ${couldBeList('first', 'last')} FROM (
    SELECT slot, count(*) AS "distinct", sum(n)::BIGINT AS filled, min(length(v)) AS shortest, max(length(v)) AS
      longest,
      sum(n * length(v))::DOUBLE / sum(n)::DOUBLE AS mean,
      sum(n) FILTER (${isShortened('v')})::BIGINT AS shortened, min(v) AS first, max(v) AS last FROM ${values.name} GROUP BY slot)`);
  const measured = new Map(rows.map((row) => [Number(row.slot), row]));
  const types = await columnTypes(
    duck,
    values.name,
    rows.map((row) => ({ at: Number(row.slot), ends: row, first: String(row.first) })),
  );
  const again = await lookAgain(
    duck,
    values.name,
    [...types].map(([at, { valueType }]) => ({ at, valueType })),
  );
  const typeAt = (at: number) => again.get(at) ?? types.get(at);
  const histograms = await histogramsOf(
    duck,
    values.name,
    columns.flatMap((_, at) => {
      const { lowest = null, highest = null } = typeAt(at) ?? {};
      const mark = again.get(at)?.numberMark ?? null;
      return lowest === null || highest === null ? [] : [{ at, min: lowest, max: highest, mark }];
    }),
  );
  const top = withTop ? await topValues(duck, values.name) : null;
  return columns.map((column, at) => {
    const found = measured.get(at) ?? {};
    const { valueType, lowest, highest, dateForms, firstDay, lastDay } = typeAt(at) ?? {
      valueType: 'empty',
      lowest: null,
      highest: null,
      dateForms: [],
      firstDay: null,
      lastDay: null,
    };
    // Of days whose order or century is not known, neither is the first nor the last.
    const { numberMark = null, strays = 0 } = again.get(at) ?? {};
    const read = dateForms.length > 0 || strays > 0;
    const first = read ? firstDay : (lowest ?? found.first);
    const last = read ? lastDay : (highest ?? found.last);
    const text = (value: unknown): string | null => (value === undefined || value === null ? null : String(value));
    return {
      name: column.name,
      valueType,
      rows: values.rows,
      nulls: values.rows - Number(found.filled ?? 0),
      distinct: Number(found.distinct ?? 0),
      distinctIsApproximate: false,
      minLength: Number(found.shortest ?? 0),
      maxLength: Number(found.longest ?? 0),
      meanLength: Number(found.mean ?? 0),
      min: text(first),
      max: text(last),
      dateForms,
      numberMark,
      strays,
      shortened: Number(found.shortened ?? 0),
      top: top?.get(at) ?? [],
      histogram: histograms.get(at) ?? null,
    };
  });
}

/**
 * Measures every column over all rows of `relation` (columns c1…cn, VARCHAR). Exact; each column is grouped into its
 * different values once and everything else is measured on those. A file is parsed once, into a temporary table. Throws
 * JOB_CANCELLED when `signal` aborts.
 */
export async function profileColumns(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  options: ProfileOptions = {},
): Promise<ColumnProfile[]> {
  const refuse = () => {
    throwIfCancelled(options.signal);
  };
  refuse();
  const done = interruptOnAbort(duck, options.signal);
  let values: ValueTable | null = null;
  try {
    values = await openValueTable(duck, relation, columns);
    const profiles: ColumnProfile[] = [];
    while (profiles.length < columns.length) {
      refuse();
      profiles.push(
        ...(await profileSome(
          duck,
          values,
          columns.slice(profiles.length, profiles.length + values.width),
          options.withTop ?? false,
        )),
      );
      options.onProgress?.(profiles.length, columns.length);
    }
    return profiles;
  } finally {
    done();
    await values?.drop();
  }
}
