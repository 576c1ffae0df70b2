import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { delimited } from '#engine/release/formats/delimited.ts';
import { formatOf } from '#engine/release/formats/index.ts';
import type { OutputColumn, ReleaseFormat } from '#engine/release/formats/release-format.ts';
import { targetFailure } from '#engine/release/place/file-border.ts';
import { neutralisedSql } from '#engine/run-recipe/neutralise-formula.ts';
import { orderByContent, orderKey } from '#engine/run-recipe/plan-hash.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { sourceRows, type LoadedColumns } from './load-columns.ts';
import { suppressed, type Recoding } from './recoding.ts';
import { writeTuples, type OutputCells } from './write-tuples.ts';

export interface WrittenRows {
  format: ReleaseFormat;
  columns: OutputColumn[];
  /** The rows, without what stands before them, in the private working directory. */
  path: string;
  /** At least the bytes of the longest one. */
  longestRow: number;
}

const hiddenTable = 'anonymise_hidden';
const labelsTable = (at: number): string => `anonymise_labels_${at}`;

/** Delimited text with the source's delimiter. @throws Failure WRONG_USAGE for a name of another format */
export function formatFor(path: string, table: FileInHand): { format: ReleaseFormat; delimiter: string } {
  const { id } = formatOf(path);
  if (id !== 'csv' && id !== 'tsv') throw new Failure('WRONG_USAGE', text.notDelimited(extname(path)));
  const delimiter = table.delimiter ?? (id === 'tsv' ? '\t' : ',');
  return { format: delimited(id, delimiter), delimiter };
}

/** What a value becomes, as it is written. */
export const writtenLabel = (label: string, format: ReleaseFormat): string =>
  format.spreadsheet ? neutralised(label) : label;

/** Table of each value of a column and what it becomes. */
async function labelTable(
  { duck }: FileInHand,
  at: number,
  recoding: Recoding,
  values: readonly (string | null)[],
  format: ReleaseFormat,
) {
  const { labels, of } = recoding.hierarchies[at]!.levels[recoding.levels[at]!]!;
  await appendRows(duck, labelsTable(at), ['v', 'label'], async (add) => {
    for (const [code, value] of values.entries()) {
      const label = labels[of[code]!]!;
      add([value, cellOf(value, label, format)]);
    }
  });
}

export interface RowsToWrite {
  target: string;
  format: ReleaseFormat;
  delimiter: string;
  keepOrder: boolean;
  signal: AbortSignal;
}

/**
 * Writes all columns of the source, those that were recoded by their labels and suppressed cells as `*`, in the order of
 * a keyed hash of what each row says (decision 0019) or, with `keepOrder`, of the source.
 * @throws Failure TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function writeRows(
  table: FileInHand,
  recoding: Recoding,
  loaded: LoadedColumns,
  to: RowsToWrite,
): Promise<WrittenRows> {
  const columns = table.columns.map(({ name, physical, header }) => ({ name, physical, header: header ?? name }));
  const path = join(table.directory, `rows.${to.format.id}`);
  const key = to.keepOrder ? null : keyOf(table, recoding);
  try {
    const cells = outputCells(table, recoding, loaded, to.format);
    const longest = cells === null ? null : await writeTuples(path, cells, recoding.hidden, { ...to, key });
    if (longest === null) await writeByQuery(table, recoding, loaded, { ...to, columns, path, key });
    const { duck } = table;
    const longestRow = longest ?? (await to.format.longestRow({ duck, columns, kept: sourceRows }));
    return { format: to.format, columns, path, longestRow };
  } catch (error) {
    throw targetFailure(error, basename(to.target));
  }
}

/** Every column of the output by number; null where one was not read so. */
function outputCells(
  { columns }: FileInHand,
  { hierarchies, levels }: Recoding,
  { qi, guarded }: LoadedColumns,
  format: ReleaseFormat,
): OutputCells[] | null {
  const cells = columns.map(({ name }): OutputCells | null => {
    const at = qi.columns.findIndex((column) => column.name === name);
    const column = qi.columns[at] ?? guarded.columns.find((one) => one.name === name);
    if (column === undefined) return null;
    if (at === -1)
      return {
        codes: column.codes,
        cells: column.values.map((value) => (value === null ? null : writtenLabel(value, format))),
        hidden: null,
      };
    const { labels, of } = hierarchies[at]!.levels[levels[at]!]!;
    return {
      codes: column.codes,
      cells: column.values.map((value, code) => cellOf(value, labels[of[code]!]!, format)),
      hidden: suppressed,
    };
  });
  return cells.every((one) => one !== null) ? cells : null;
}

/** An empty cell that nothing was done to stays one. */
const cellOf = (value: string | null, label: string, format: ReleaseFormat): string | null =>
  value === null && label === '' ? null : writtenLabel(label, format);

async function writeByQuery(
  table: FileInHand,
  recoding: Recoding,
  loaded: LoadedColumns,
  to: RowsToWrite & { columns: OutputColumn[]; path: string; key: Uint8Array | null },
): Promise<void> {
  const { duck, rows } = table;
  const { format, columns, path, key, signal } = to;
  for (const at of recoding.hierarchies.keys())
    await labelTable(table, at, recoding, loaded.qi.columns[at]!.values, format);
  await appendRows(duck, hiddenTable, ['rid'], async (add) => {
    for (let row = 0; row < recoding.hidden.length; row += 1) {
      if (recoding.hidden[row] === 1) add([String(row)]);
      if (row % 65_536 === 65_535) await breathe(signal);
    }
  });
  const recoded = recoding.hierarchies.map(({ column }) => column);
  const order = key === null ? 'rid' : orderByContent(columns.map(({ physical }) => quoteIdentifier(physical)));
  if (key !== null) {
    const statement = await duck.raw.prepare('SET VARIABLE row_order = $1');
    statement.bindBlob(1, key);
    await statement.run();
  }
  await format.write({
    duck,
    select: selectOf(table, recoded, format, order),
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
    return `CASE WHEN h.rid IS NULL THEN m${at}.label ELSE ${quoteText(suppressed)} END AS ${id}`;
  });
  const joins = recoded.map((name, at) => {
    const { physical } = table.columns.find((column) => column.name === name)!;
    return `JOIN ${labelsTable(at)} AS m${at} ON s.${quoteIdentifier(physical)} IS NOT DISTINCT FROM m${at}.v`;
  });
  return (
    `SELECT * EXCLUDE rid FROM (SELECT s.rowid AS rid, ${cells.join(', ')} FROM ${sourceRows} AS s ` +
    `LEFT JOIN (SELECT rid::BIGINT AS rid FROM ${hiddenTable}) AS h ON h.rid = s.rowid ${joins.join(' ')}) ORDER BY ${order}`
  );
}

/** Key of the order of the rows: from the source and what was done. */
function keyOf({ sha256 }: FileInHand, { hierarchies, levels }: Recoding): Uint8Array {
  const plan = canonicalJson({ recoded: hierarchies.map(({ column }, at) => [column, levels[at]!]) });
  return orderKey(null, sha256, createHash('sha256').update(plan).digest('hex'));
}
