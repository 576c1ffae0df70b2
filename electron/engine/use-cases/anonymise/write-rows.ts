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
import { sourceRows } from './load-columns.ts';
import { suppressed, type Recoding } from './recoding.ts';

export interface WrittenRows {
  format: ReleaseFormat;
  columns: OutputColumn[];
  /** The rows, without what stands before them, in the private working directory. */
  path: string;
}

const hiddenTable = 'anonymise_hidden';
const labelsTable = (at: number): string => `anonymise_labels_${at}`;

/** Delimited text with the source's delimiter. @throws Failure WRONG_USAGE for a name of another format */
export function formatFor(path: string, { delimiter }: FileInHand): ReleaseFormat {
  const { id } = formatOf(path);
  if (id !== 'csv' && id !== 'tsv') throw new Failure('WRONG_USAGE', text.notDelimited(extname(path)));
  return delimited(id, delimiter ?? (id === 'tsv' ? '\t' : ','));
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
      // An empty cell that nothing was done to stays one.
      add([value, value === null && label === '' ? null : writtenLabel(label, format)]);
    }
  });
}

/**
 * Writes all columns of the source, those that were recoded by their labels and suppressed cells as `*`, in the order of
 * a keyed hash of what each row says (decision 0019) or, with `keepOrder`, of the source.
 * @param values of the recoded columns by code
 * @throws Failure TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function writeRows(
  table: FileInHand,
  recoding: Recoding,
  values: readonly (readonly (string | null)[])[],
  {
    target,
    format,
    keepOrder,
    signal,
  }: { target: string; format: ReleaseFormat; keepOrder: boolean; signal: AbortSignal },
): Promise<WrittenRows> {
  const { duck, directory } = table;
  const recoded = recoding.hierarchies.map(({ column }) => column);
  const columns = table.columns.map(({ name, physical, header }) => ({ name, physical, header: header ?? name }));
  for (const at of recoded.keys()) await labelTable(table, at, recoding, values[at]!, format);
  await appendRows(duck, hiddenTable, ['rid'], async (add) => {
    for (let row = 0; row < recoding.hidden.length; row += 1) {
      if (recoding.hidden[row] === 1) add([String(row)]);
      if (row % 65_536 === 65_535) await breathe(signal);
    }
  });
  const path = join(directory, `rows.${format.id}`);
  try {
    await format.write({
      duck,
      select: selectOf(table, recoded, format, keepOrder ? 'rid' : await shuffle(table, recoding)),
      columns,
      path,
      rows: table.rows,
      digest: null,
      signal,
    });
  } catch (error) {
    throw targetFailure(error, basename(target));
  } finally {
    if (!keepOrder) await duck.run('RESET VARIABLE row_order');
  }
  return { format, columns, path };
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
    `SELECT * EXCLUDE rid FROM (SELECT s.rid, ${cells.join(', ')} FROM ${sourceRows} AS s ` +
    `LEFT JOIN (SELECT rid::BIGINT AS rid FROM ${hiddenTable}) AS h ON h.rid = s.rid ${joins.join(' ')}) ORDER BY ${order}`
  );
}

/** Keys the order of the rows by the source and what was done, and says how they are sorted. */
async function shuffle({ duck, sha256, columns }: FileInHand, { hierarchies, levels }: Recoding): Promise<string> {
  const plan = canonicalJson({ recoded: hierarchies.map(({ column }, at) => [column, levels[at]!]) });
  const statement = await duck.raw.prepare('SET VARIABLE row_order = $1');
  statement.bindBlob(1, orderKey(null, sha256, createHash('sha256').update(plan).digest('hex')));
  await statement.run();
  return orderByContent(columns.map(({ physical }) => quoteIdentifier(physical)));
}
