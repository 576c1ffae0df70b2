import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { LeftOutColumn, TableLabels } from '#shared/domain/anonymised-tables.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { readDate } from '#engine/values/dates.ts';
import { lookAtValues } from '#engine/written-values/look-at-values.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { holdRows, sourceRows } from '../anonymise/load-columns.ts';

/** Fewer rows than this differ by chance. */
const enoughRows = 20;
/** Share of the rows from which on values are said to differ in nearly every one. */
const nearlyAll = 0.9;

/** Amounts, places and moments differ from row to row and name nobody; short whole numbers do neither. */
const isMeasure = (text: string): boolean =>
  /^[+-]?\d{1,5}$/.test(text) || /^[+-]?\d+[.,]\d+$/.test(text) || readDate(text) !== null;

/** Whether nearly every row has another value, and values are texts or long numbers, as numbers of people are. */
function namesRows({ codes, values }: CodedColumn): boolean {
  const seen = new Set<number>();
  let filled = 0;
  for (const code of codes) {
    if (isMissing(values[code]!)) continue;
    seen.add(code);
    filled += 1;
  }
  if (filled < enoughRows || seen.size < nearlyAll * filled) return false;
  return [...seen].filter((code) => isMeasure(values[code]!.trim())).length < seen.size / 2;
}

/**
 * Columns that give somebody away by their values, whatever they are called: identifiers and sentences, and where cells
 * list values as they are, also those that differ in nearly every row.
 * @param coded the columns' cells, in their order
 * @throws Failure JOB_CANCELLED
 */
export async function tellingColumns(
  table: FileInHand,
  columns: readonly SourceColumn[],
  coded: readonly CodedColumn[],
  { cells, signal }: { cells: TableLabels; signal: AbortSignal },
): Promise<Map<string, LeftOutColumn>> {
  const { duck } = table;
  await holdRows(table, signal);
  const looked = columns.map(({ name, physical }) => ({ name, sql: quoteIdentifier(physical) }));
  const { identifiers, sentences } = await lookAtValues(duck, sourceRows, looked, { signal });
  const found = new Map<string, LeftOutColumn>();
  for (const { column } of [...identifiers, ...sentences]) found.set(column, 'identifying');
  if (cells === 'sets')
    for (const [at, { name }] of columns.entries())
      if (!found.has(name) && namesRows(coded[at]!)) found.set(name, 'nearly-unique');
  return found;
}
