import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { suspectSql, suspectsOf, suspicionColumns, type Suspicion } from '../values/identifiers/suspicion-sql.ts';
import type { Suspects } from './raise-by-values.ts';

/** Rows looked at one by one, fewer of very wide files. Files up to this size are classified on all of their rows. */
const mostRows = 3000;
const fewestRows = 200;
const mostCells = 900_000;
export const sampleRows = (columns: number): number =>
  Math.max(fewestRows, Math.min(mostRows, Math.floor(mostCells / Math.max(1, columns))));

/** Cells by column, then row; null where the source has none. */
export type Cells = (string | null)[][];

/**
 * First rows of a longer relation that suffice for a first opinion: which columns to combine and which hold dates. Its
 * even sample says what they are.
 */
const openingRows = 1000;

/**
 * All rows (`complete`), or the first of a relation that has more than can be looked at one by one. A wide table is
 * read some columns at a time.
 */
export async function readHead(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  signal?: AbortSignal,
): Promise<{ cells: Cells; complete: boolean; rows: number }> {
  const list = columns.map((column) => quoteIdentifier(column.physical));
  const limit = sampleRows(columns.length);
  const cells: Cells = [];
  for (const some of columns.length < wideFrom ? [list] : someAtATime(list)) {
    throwIfCancelled(signal);
    cells.push(...(await duck.texts(`SELECT ${some.join(', ')} FROM ${relation} LIMIT ${limit + 1}`)));
  }
  const rows = cells[0]?.length ?? 0;
  return rows <= limit
    ? { cells, complete: true, rows }
    : {
        cells: cells.map((column) => column.slice(0, openingRows)),
        complete: false,
        rows: Math.min(rows, openingRows),
      };
}

export interface WholeScan {
  rows: number;
  cells: Cells;
  /** NULL cells of each column. */
  nulls: number[];
  /** Earliest days where asked for and found. */
  earliest: Map<number, string>;
  /** For each asked combination: of the rows in the slice, how many are alone in their combination. */
  alone: { rows: number; unique: number }[];
  /** Values of all rows that may hold an identifier, of the columns asked for. */
  suspects: Map<number, Suspects>;
}

export interface ScanRequest {
  /** Rows of the relation, where the caller knows. */
  expectedRows?: number | undefined;
  /** Column positions whose hashes pick the even sample; they should differ from row to row. */
  keys: number[];
  combinations: number[][];
  /** Aggregates that give a column's earliest day, by its position. */
  earliest?: ReadonlyMap<number, string>;
  /** Columns whose values are searched for identifiers in every row. */
  suspects?: ReadonlyMap<number, Suspicion>;
}

/**
 * Groups whose hash ends in this many zero bits make the slice; whole groups are kept or left, so that the unique share
 * is unbiased.
 */
const sliceBits = 9;
/** Rows below which a slice says too little and the combinations are counted exactly instead. */
export const sliceFromRows = 200_000;

/** What is no day after all (a text that only begins like one) is left out. */
const daysOf = (row: Record<string, unknown>, places: readonly number[]): Map<number, string> =>
  new Map(
    places.flatMap((at) => {
      const day = row[`e${at}`];
      return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && Number.isFinite(Date.parse(day))
        ? [[at, day]]
        : [];
    }),
  );

/**
 * Earliest days by column position, from aggregates as `ScanRequest.earliest` has them; one scan, none where nothing is
 * asked.
 */
export async function readEarliest(
  duck: Duck,
  relation: string,
  wanted: ReadonlyMap<number, string>,
  signal?: AbortSignal,
): Promise<Map<number, string>> {
  const days = new Map<number, string>();
  for (const some of someAtATime([...wanted])) {
    throwIfCancelled(signal);
    const [row = {}] = await duck.query(
      `SELECT ${some.map(([at, sql]) => `${sql} AS e${at}`).join(', ')} FROM ${relation}`,
    );
    for (const [at, day] of daysOf(
      row,
      some.map(([at]) => at),
    ))
      days.set(at, day);
  }
  return days;
}

let scans = 0;

/**
 * How many times the sample is let through by the bound on the hash: with fewer than the sample needs, all rows are
 * looked at again.
 */
const spare = 1.5;

/**
 * SQL that lets so few rows pass to the heap that keeps the smallest hashes that its cost no longer matters; hashes are
 * even, so the bound follows from the number of rows. Empty where most rows are in the sample anyway.
 */
function boundSql(hash: string, wanted: number, rows: number | undefined): string {
  const share = rows === undefined ? 1 : (spare * wanted) / Math.max(1, rows);
  return share > 0.5 ? '' : ` FILTER (${hash} < ${BigInt(Math.ceil(share * 2 ** 32)) << 32n})`;
}

/**
 * One scan of everything: counts, an even sample of rows (those with the smallest hashes: the same data give the same
 * sample) and, for each combination, the hashes of an even slice of its groups.
 */
export async function scanWhole(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  request: ScanRequest,
): Promise<WholeScan> {
  const list = columns.map((column) => quoteIdentifier(column.physical));
  const hashed = [...new Set([...request.keys, ...request.combinations.flat()])];
  const combined = request.combinations.map((combination) => `hash(${combination.map((at) => `h${at}`).join(', ')})`);
  const suspects = request.suspects ?? new Map<number, Suspicion>();
  const hashes = hashed.map((at) => `hash(coalesce(${list[at]}, '')) AS h${at}`);
  const base = `(SELECT ${[...list, ...suspicionColumns(list, suspects), ...hashes].join(', ')} FROM ${relation})`;
  const inner =
    combined.length === 0
      ? base
      : `(SELECT *, ${combined.map((hash, at) => `${hash} AS g${at}`).join(', ')} FROM ${base})`;
  const mask = 2 ** sliceBits - 1;
  const wanted = sampleRows(columns.length);
  const place = `hash(${request.keys.map((at) => `h${at}`).join(', ')})`;
  const smallest = `arg_min(struct_pack(${list.map((column) => `${column} := ${column}`).join(', ')}), ${place}, ${wanted})`;
  const bound = boundSql(place, wanted, request.expectedRows);
  const parts = [
    'count(*) AS rows',
    ...list.map((column, at) => `count(${column}) AS f${at}`),
    ...[...(request.earliest ?? [])].map(([at, sql]) => `${sql} AS e${at}`),
    ...suspectSql(list, suspects),
    `${smallest}${bound} AS sampled`,
    ...(combined.length === 0
      ? []
      : [
          `list([${combined.map((_, at) => `g${at}`).join(', ')}]) FILTER ` +
            `(${combined.map((_, at) => `g${at} & ${mask} = 0`).join(' OR ')}) AS slices`,
        ]),
  ];
  const scan = `custos_scan_${(scans += 1)}`;
  await duck.run(`CREATE TEMP TABLE ${scan} AS SELECT ${parts.join(', ')} FROM ${inner}`);
  try {
    const [counts = {}] = await duck.query(
      `SELECT * EXCLUDE (sampled${combined.length === 0 ? '' : ', slices'}) FROM ${scan}`,
    );
    const unpacked = (from: string) =>
      duck.texts(
        `SELECT ${list.map((column) => `row.${column}`).join(', ')} FROM (SELECT unnest(sampled) AS row FROM ${from})`,
      );
    let cells = await unpacked(scan);
    // Rows that repeat have one hash together: then the bound may have let too few through.
    if (bound !== '' && (cells[0]?.length ?? 0) < Math.min(wanted, Number(counts.rows)))
      cells = await unpacked(`(SELECT ${smallest} AS sampled FROM ${base})`);
    const alone: WholeScan['alone'] = [];
    for (const at of combined.keys()) {
      const [found] = await duck.query<{ rows: number; unique: number }>(
        'SELECT coalesce(sum(n), 0)::BIGINT AS rows, count(*) FILTER (n = 1) AS "unique" FROM (SELECT count(*) AS ' +
          `n FROM (SELECT unnest(slices)[${at + 1}] AS g FROM ${scan}) WHERE g & ${mask} = 0 GROUP BY g)`,
      );
      alone.push({ rows: Number(found?.rows ?? 0), unique: Number(found?.unique ?? 0) });
    }
    const rows = Number(counts.rows);
    return {
      rows,
      cells,
      nulls: list.map((_, at) => rows - Number(counts[`f${at}`])),
      earliest: daysOf(counts, [...(request.earliest?.keys() ?? [])]),
      alone,
      suspects: suspectsOf(counts, suspects),
    };
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${scan}`);
  }
}

/** Exact numbers of rows that are alone in each combination; one scan for all. */
export async function countAlone(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  combinations: number[][],
): Promise<WholeScan['alone']> {
  if (combinations.length === 0) return [];
  const used = [...new Set(combinations.flat())];
  const keys = used.map((at) => `coalesce(${quoteIdentifier(columns[at]?.physical ?? '')}, '') AS k${at}`);
  const sets = combinations.map((combination) => `(${combination.map((at) => `k${at}`).join(', ')})`);
  const rows = await duck.query<{ combination: number; rows: number; unique: number }>(
    `SELECT combination, sum(n)::BIGINT AS rows, count(*) FILTER (n = 1) AS "unique" FROM (
      SELECT grouping(${used.map((at) => `k${at}`).join(', ')}) AS combination, count(*) AS n
      FROM (SELECT ${keys.join(', ')} FROM ${relation}) GROUP BY GROUPING SETS (${sets.join(', ')}))
    GROUP BY combination`,
  );
  // grouping() has a bit for each key, the last one lowest, that is set where the combination is without it.
  const idOf = (combination: readonly number[]): number =>
    used.reduce((id, at) => id * 2 + (combination.includes(at) ? 0 : 1), 0);
  const found = new Map(
    rows.map(({ combination, rows: of, unique }) => [
      Number(combination),
      { rows: Number(of), unique: Number(unique) },
    ]),
  );
  return combinations.map((combination) => found.get(idOf(combination)) ?? { rows: 0, unique: 0 });
}
