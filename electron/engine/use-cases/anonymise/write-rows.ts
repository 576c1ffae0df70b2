import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { appendCodes } from '#engine/analysis/append-codes.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { delimited } from '#engine/release/formats/delimited.ts';
import { formatOf } from '#engine/release/formats/index.ts';
import type { OutputColumn, ReleaseFormat } from '#engine/release/formats/release-format.ts';
import { targetFailure } from '#engine/release/place/file-border.ts';
import type { StagePart } from '#engine/release/place/place-file.ts';
import { neutralisedSql } from '#engine/run-recipe/neutralise-formula.ts';
import { orderByContent, orderKey } from '#engine/run-recipe/plan-hash.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { holdRows, sourceRows, type LoadedColumns } from './load-columns.ts';
import type { Recoding } from './recoding.ts';
import { tupleLines, type OutputCells } from './tuple-lines.ts';

export interface WrittenRows {
  format: ReleaseFormat;
  columns: OutputColumn[];
  /** The rows, without what stands before them: as they are put together, or in the private working directory. */
  rows: StagePart;
  /** At least the bytes of the longest one. */
  longestRow: number;
}

const codesTable = 'anonymise_codes';
const cellsTable = (at: number): string => `anonymise_cells_${at}`;

/** Delimited text with the source's delimiter. @throws Failure WRONG_USAGE for a name of another format */
export function formatFor(path: string, table: FileInHand): { format: ReleaseFormat; delimiter: string } {
  const { id } = formatOf(path);
  if (id !== 'csv' && id !== 'tsv') throw new Failure('WRONG_USAGE', text.notDelimited(extname(path)));
  const delimiter = table.delimiter ?? (id === 'tsv' ? '\t' : ',');
  return { format: delimited(id, delimiter), delimiter };
}

/** A cell as it is written. */
export const writtenCell = (cell: string | null, format: ReleaseFormat): string | null =>
  cell !== null && format.spreadsheet ? neutralised(cell) : cell;

export interface RowsToWrite {
  target: string;
  format: ReleaseFormat;
  delimiter: string;
  keepOrder: boolean;
  signal: AbortSignal;
}

/**
 * All columns of the source, those that were recoded by their labels and suppressed cells as `*`, in the order of a keyed
 * hash of what each row says (decision 0019) or, with `keepOrder`, of the source.
 * @throws Failure TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function writeRows(
  table: FileInHand,
  recoding: Recoding,
  loaded: LoadedColumns,
  to: RowsToWrite,
): Promise<WrittenRows> {
  const columns = table.columns.map(({ name, physical, header }) => ({ name, physical, header: header ?? name }));
  const key = to.keepOrder ? null : keyOf(table, recoding);
  try {
    const cells = outputCells(table, recoding, loaded, to.format);
    const lines = cells === null ? null : tupleLines(cells, { ...to, key });
    const { format } = to;
    if (lines !== null) return { format, columns, rows: { pieces: lines.pieces }, longestRow: lines.longest };
    await holdRows(table, to.signal);
    const path = join(table.directory, `rows.${format.id}`);
    await writeByQuery(table, recoding, { ...to, columns, path, key });
    const longestRow = await format.longestRow({ duck: table.duck, columns, kept: sourceRows });
    return { format, columns, rows: { file: path }, longestRow };
  } catch (error) {
    throw targetFailure(error, basename(to.target));
  }
}

/** Every column of the output by number; null where one was not read so. */
function outputCells(
  { columns }: FileInHand,
  { columns: recoded }: Recoding,
  { guarded }: LoadedColumns,
  format: ReleaseFormat,
): OutputCells[] | null {
  const cells = columns.map(({ name }): OutputCells | null => {
    const own = recoded.find(({ column }) => column === name);
    const kept = guarded.columns.find((one) => one.name === name);
    const [codes, all] = own === undefined ? [kept?.codes, kept?.values ?? []] : [own.codes, own.cells];
    return codes === undefined ? null : { codes, cells: all.map((cell) => writtenCell(cell, format)) };
  });
  return cells.every((one) => one !== null) ? cells : null;
}

async function writeByQuery(
  table: FileInHand,
  { columns: recoded }: Recoding,
  to: RowsToWrite & { columns: OutputColumn[]; path: string; key: Uint8Array | null },
): Promise<void> {
  const { duck, rows } = table;
  const { format, columns, path, key, signal } = to;
  await appendCodes(
    duck,
    codesTable,
    recoded.map(({ codes }) => codes),
    signal,
  );
  for (const [at, { cells }] of recoded.entries())
    await appendRows(duck, cellsTable(at), ['code', 'cell'], async (add) => {
      for (const [code, cell] of cells.entries()) add([String(code), writtenCell(cell, format)]);
    });
  const order = key === null ? 'rid' : orderByContent(columns.map(({ physical }) => quoteIdentifier(physical)));
  if (key !== null) {
    const statement = await duck.raw.prepare('SET VARIABLE row_order = $1');
    statement.bindBlob(1, key);
    await statement.run();
  }
  await format.write({
    duck,
    select: selectOf(
      table,
      recoded.map(({ column }) => column),
      format,
      order,
    ),
    columns,
    path,
    rows,
    digest: null,
    signal,
  });
}

function selectOf(table: FileInHand, recoded: readonly string[], format: ReleaseFormat, order: string): string {
  const cells = table.columns.map(({ name, physical }) => {
    const at = recoded.indexOf(name);
    const id = quoteIdentifier(physical);
    if (at === -1)
      return `${format.spreadsheet ? neutralisedSql(`s.${id}`, 'text', table.columns.length) : `s.${id}`} AS ${id}`;
    return `m${at}.cell AS ${id}`;
  });
  const joins = recoded.map(
    (_, at) => `JOIN (SELECT code::UINTEGER AS code, cell FROM ${cellsTable(at)}) AS m${at} ON m${at}.code = n.c${at}`,
  );
  return (
    `SELECT * EXCLUDE rid FROM (SELECT s.rowid AS rid, ${cells.join(', ')} FROM ${sourceRows} AS s ` +
    `JOIN ${codesTable} AS n ON n.rowid = s.rowid ${joins.join(' ')}) ORDER BY ${order}`
  );
}

/** Key of the order of the rows: from the source and what was done. */
function keyOf({ sha256 }: FileInHand, { plan }: Recoding): Uint8Array {
  return orderKey(null, sha256, createHash('sha256').update(canonicalJson(plan)).digest('hex'));
}
