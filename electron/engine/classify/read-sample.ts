import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { SetsAlone } from '../privacy/measure/rows-alone.ts';
import { suspectSql, suspectsOf, withSuspicion, type Suspicion } from '../values/identifiers/suspicion-sql.ts';
import type { Suspects } from './raise-by-values.ts';
import { slicesOf } from './slices.ts';

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
  /** For each set asked for: of the rows in its slice, how many are alone. */
  alone: SetsAlone;
  /** Values of all rows that may hold an identifier, of the columns asked for. */
  suspects: Map<number, Suspects>;
}

export interface ScanRequest {
  /** Rows of the relation, where the caller knows. */
  expectedRows?: number | undefined;
  /** Column positions whose hashes pick the even sample; they should differ from row to row. */
  keys: number[];
  /** Sets of column positions whose rows alone are estimated from a slice of their classes. */
  sets: readonly (readonly number[])[];
  /** Position of the column that may tell people apart. */
  person?: number | undefined;
  /** Aggregates that give a column's earliest day, by its position. */
  earliest?: ReadonlyMap<number, string>;
  /** Columns whose values are searched for identifiers in every row. */
  suspects?: ReadonlyMap<number, Suspicion>;
}

/** What is no day after all (a text that only begins like one) is left out. */
export const daysOf = (row: Record<string, unknown>, places: readonly number[]): Map<number, string> =>
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
 * sample) and, for each set, the hashes of an even slice of its classes.
 */
export async function scanWhole(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  request: ScanRequest,
): Promise<WholeScan> {
  const list = columns.map((column) => quoteIdentifier(column.physical));
  const slices = slicesOf(list, request.sets, { person: request.person, rows: request.expectedRows });
  const suspects = request.suspects ?? new Map<number, Suspicion>();
  const hashes = request.keys.map((at) => `hash(coalesce(${list[at]}, '')) AS h${at}`);
  const suspected = withSuspicion(relation, list, suspects);
  const beside = [...suspected.columns, ...hashes, ...slices.hashes];
  const base = `(SELECT ${[...list, ...beside].join(', ')} FROM ${suspected.from})`;
  const inner = slices.classes.length === 0 ? base : `(SELECT *, ${slices.classes.join(', ')} FROM ${base})`;
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
    ...slices.aggregate,
  ];
  const scan = `custos_scan_${(scans += 1)}`;
  await duck.run(`CREATE TEMP TABLE ${scan} AS SELECT ${parts.join(', ')} FROM ${inner}`);
  try {
    const [counts = {}] = await duck.query(
      `SELECT * EXCLUDE (sampled${slices.aggregate.length === 0 ? '' : ', slices'}) FROM ${scan}`,
    );
    const unpacked = (from: string) =>
      duck.texts(
        `SELECT ${list.map((column) => `row.${column}`).join(', ')} FROM (SELECT unnest(sampled) AS row FROM ${from})`,
      );
    let cells = await unpacked(scan);
    // Rows that repeat have one hash together: then the bound may have let too few through.
    if (bound !== '' && (cells[0]?.length ?? 0) < Math.min(wanted, Number(counts.rows)))
      cells = await unpacked(`(SELECT ${smallest} AS sampled FROM ${base})`);
    const rows = Number(counts.rows);
    return {
      rows,
      cells,
      nulls: list.map((_, at) => rows - Number(counts[`f${at}`])),
      earliest: daysOf(counts, [...(request.earliest?.keys() ?? [])]),
      alone: await slices.read(duck, scan, rows),
      suspects: suspectsOf(counts, suspects),
    };
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${scan}`);
  }
}
