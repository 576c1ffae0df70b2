import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { HeadFacts } from '#engine/analysis/head-facts.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { columnParts, countedKinds, type ColumnPart, type PlacedColumn } from './column-parts.ts';
import { columnTypes } from './column-type.ts';
import { leastOf, measureTable, repeatedValues, rowValues, topCount, type ColumnValues } from './column-values-of.ts';
import { apartValues, keptValues } from './counted/counted-values.ts';
import type { CountedText } from './counted/count-text.ts';
import type { CountedKind } from './counted/field-counter.ts';
import { histogramsOf } from './histogram.ts';
import { lookAgain } from './look-again.ts';
import { openValueTable } from './value-table.ts';

export interface ProfileOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Also the ten most frequent values of every column; they are cell values. */
  withTop?: boolean;
  /** Rows of the relation, where they are known: what fits into memory together is then better guessed. */
  rows?: number;
  /** What its first rows say, where they were asked before. */
  head?: readonly HeadFacts[] | null | undefined;
  /** What the bytes of a plain text say of its columns, counted as its head suggests; null where they say nothing. */
  count?: ((kinds: readonly CountedKind[]) => Promise<CountedText | null>) | undefined;
}

/** The most frequent values of the columns that have any, by their place. */
async function topValues(duck: Duck, values: ColumnValues): Promise<ReadonlyMap<number, ColumnProfile['top']>> {
  if (values.top) return values.top;
  const order = 'ORDER BY slot, n DESC, v';
  const best = (lines: string): string =>
    `SELECT slot, v, n FROM ${lines} QUALIFY row_number() OVER (PARTITION BY slot ORDER BY n DESC, v) <= ${topCount}`;
  const few = (slot: number): string =>
    `(SELECT slot, v, count(*) AS n FROM ${values.of([slot])} GROUP BY slot, v ORDER BY n DESC, v LIMIT ${topCount})`;
  const found = new Map<number, ColumnProfile['top']>();
  const take = async (sql: string): Promise<void> => {
    for (const row of await duck.query<{ slot: number; v: string; n: number }>(sql))
      found.set(row.slot, [...(found.get(row.slot) ?? []), { value: String(row.v), count: Number(row.n) }]);
  };
  const slots = values.measured.map(({ slot }) => Number(slot));
  if (values.once) {
    if (slots.length > 0) await take(`${best(values.of(slots))} ${order}`);
    return found;
  }
  for (const row of values.measured) {
    const slot = Number(row['slot']);
    if (Number(row['distinct']) !== Number(row['filled'])) await take(few(slot));
    else
      found.set(
        slot,
        leastOf(row).map((value) => ({ value, count: 1 })),
      );
  }
  return found;
}

async function profileSome(
  duck: Duck,
  values: ColumnValues,
  columns: readonly SourceColumn[],
  withTop: boolean,
): Promise<ColumnProfile[]> {
  const rows = values.measured;
  const measured = new Map(rows.map((row) => [Number(row.slot), row]));
  const types = await columnTypes(
    duck,
    values.of,
    rows.map((row) => ({ at: Number(row.slot), ends: row, first: String(row.first) })),
  );
  const again = await lookAgain(
    duck,
    values.of,
    [...types].map(([at, { valueType }]) => ({ at, valueType })),
  );
  const typeAt = (at: number) => again.get(at) ?? types.get(at);
  const histograms = await histogramsOf(
    duck,
    values.of,
    columns.flatMap((_, at) => {
      const { lowest = null, highest = null } = typeAt(at) ?? {};
      const mark = again.get(at)?.numberMark ?? null;
      return lowest === null || highest === null ? [] : [{ at, min: lowest, max: highest, mark }];
    }),
  );
  const top = withTop ? await topValues(duck, values) : null;
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

/** The columns of a short or very wide relation: as many as fit into one table of values at a time. */
async function profileTogether(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  options: ProfileOptions,
): Promise<ColumnProfile[]> {
  const table = await openValueTable(duck, relation, columns);
  try {
    const profiles: ColumnProfile[] = [];
    while (profiles.length < columns.length) {
      throwIfCancelled(options.signal);
      const some = columns.slice(profiles.length, profiles.length + table.width);
      await table.fill(some);
      const values: ColumnValues = {
        of: (slots) => `(SELECT * FROM ${table.name} WHERE slot IN (${slots.join(', ')}))`,
        rows: table.rows,
        measured: await measureTable(duck, table.name),
        once: true,
      };
      profiles.push(...(await profileSome(duck, values, some, options.withTop ?? false)));
      options.onProgress?.(profiles.length, columns.length);
    }
    return profiles;
  } finally {
    await table.drop();
  }
}

let tables = 0;

/** Columns of a long relation with a way to their values. */
interface Part {
  columns: readonly PlacedColumn[];
  values(): Promise<ColumnValues>;
}

/** The columns whose values the bytes of the text told, and the others as the data engine reads them. */
function countedParts(
  { duck, relation, name }: { duck: Duck; relation: string; name: string },
  parts: readonly ColumnPart[],
  counted: CountedText,
): Part[] {
  const all = parts.flatMap(({ columns }) => columns);
  const placed = new Map(all.map((column) => [column.at, column]));
  const kept = counted.kept.map((at) => placed.get(at)!);
  const apart = all.filter(({ at }) => counted.apart.has(at));
  const left = parts
    .map(({ columns }) => columns.filter(({ at }) => !counted.apart.has(at) && !counted.kept.includes(at)))
    .map((columns): Part => ({ columns, values: () => rowValues(duck, relation, columns) }));
  return [
    { columns: kept, values: () => keptValues(duck, counted, name) },
    { columns: apart, values: () => apartValues(duck, relation, apart, counted) },
    ...left,
  ].filter(({ columns }) => columns.length > 0);
}

/** The columns of a long relation, by how their values repeat. */
async function profileApart(
  duck: Duck,
  relation: string,
  parts: readonly ColumnPart[],
  options: ProfileOptions,
): Promise<ColumnProfile[]> {
  const name = `custos_repeated_${(tables += 1)}`;
  const all = parts.flatMap(({ columns }) => columns);
  const heads = all.toSorted((one, other) => one.at - other.at).map(({ head }) => head);
  const counted = (await options.count?.(countedKinds(heads))) ?? null;
  const ways = counted
    ? countedParts({ duck, relation, name }, parts, counted)
    : parts.map(({ repeats, columns }): Part => {
        const values = () =>
          repeats ? repeatedValues(duck, relation, columns, name) : rowValues(duck, relation, columns);
        return { columns, values };
      });
  const profiles: ColumnProfile[] = [];
  let done = 0;
  try {
    for (const { columns, values } of ways) {
      throwIfCancelled(options.signal);
      const found = await profileSome(duck, await values(), columns, options.withTop ?? false);
      for (const [slot, profile] of found.entries()) profiles[columns[slot]!.at] = profile;
      options.onProgress?.((done += columns.length), all.length);
    }
    return profiles;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
  }
}

/**
 * Measures every column over all rows of `relation` (columns c1…cn, VARCHAR). Exact; where values repeat, each is kept
 * once and everything else is measured on those. Throws JOB_CANCELLED when `signal` aborts.
 */
export async function profileColumns(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  options: ProfileOptions = {},
): Promise<ColumnProfile[]> {
  throwIfCancelled(options.signal);
  const done = interruptOnAbort(duck, options.signal);
  try {
    const parts = await columnParts(duck, relation, columns, options.rows, options.head);
    return await (parts === null
      ? profileTogether(duck, relation, columns, options)
      : profileApart(duck, relation, parts, options));
  } finally {
    done();
  }
}
