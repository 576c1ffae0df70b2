import { Failure } from '#shared/contract/failure.ts';
import type { SegmentColumnPart } from '#shared/domain/segments.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { segmentsText as text } from '#shared/text/segments.ts';
import type { DecimalMark } from '#engine/fairness/asked-audit.ts';
import { markOf } from '#engine/fairness/decimal-marks.ts';
import {
  cellText,
  daysSql,
  numberSql,
  recencyFormOf,
  releasedDaysSql,
  releasedNumberSql,
  type RecencyForm,
} from '#engine/segments/read-cells.ts';
import type { RowSql } from '#engine/segments/segment-sql.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { SegmentColumns } from './segment-columns.ts';

/** How the cells of a source, and of what a recipe makes of it, are read. */
export interface SegmentReading {
  /** YYYY-MM-DD that recency counts to. */
  day: string;
  recency: RecencyForm | null;
  marks: { frequency: DecimalMark; monetary: DecimalMark };
  /** Day and month of the dates could change places. */
  eitherWay: boolean;
}

/** @throws Failure WRONG_USAGE for a column without one readable value */
export async function segmentReading(
  table: TableInHand,
  { columns }: SegmentColumns,
  day: string,
): Promise<SegmentReading> {
  const { recency, frequency, monetary } = columns;
  const mark = async (part: 'recency' | 'frequency' | 'monetary'): Promise<DecimalMark> =>
    columns[part] === null ? '.' : markOf(table.duck, table.relation, columns[part].column);
  const marks = { frequency: await mark('frequency'), monetary: await mark('monetary') };
  const found = recency === null ? null : await recencyFormOf(table, recency.column, await mark('recency'));
  const unreadable = (part: SegmentColumnPart, name: string): never => {
    throw new Failure('WRONG_USAGE', text.unreadable(name, part));
  };
  if (recency !== null && found === null) unreadable('recency', recency.name);
  for (const part of ['frequency', 'monetary'] as const) {
    const column = part === 'frequency' ? frequency : monetary;
    if (column === null) continue;
    const sql = numberSql(cellText(quoteIdentifier(column.column.physical)), marks[part]);
    const [read] = await table.duck.query<{ n: number }>(`SELECT count(${sql}) AS n FROM ${table.relation}`);
    if ((read?.n ?? 0) === 0) unreadable(part, column.name);
  }
  return { day, recency: found?.form ?? null, marks, eitherWay: found?.eitherWay ?? false };
}

/** A row's number from 0, which a release keeps. */
export const rowNumber = '(row_number() OVER () - 1)';

/** SQL of the person whom a row is about. */
export const personSql = ({ columns: { person }, personRepeats }: SegmentColumns): string | null =>
  person === null || !personRepeats ? null : cellText(quoteIdentifier(person.column.physical));

/** What the source's rows say. */
export function sourceRows(relation: string, chosen: SegmentColumns, { day, recency, marks }: SegmentReading): RowSql {
  const sql = (part: 'recency' | 'frequency' | 'monetary'): string | null => {
    const column = chosen.columns[part]?.column;
    return column === undefined ? null : cellText(quoteIdentifier(column.physical));
  };
  const [at, orders, amount] = [sql('recency'), sql('frequency'), sql('monetary')];
  return {
    relation,
    person: personSql(chosen) ?? rowNumber,
    days: at === null || recency === null ? null : daysSql(at, recency, day),
    orders: orders === null ? null : numberSql(orders, marks.frequency),
    amount: amount === null ? null : numberSql(amount, marks.monetary),
  };
}

/** What the rows of a release say. @param outputs SQL by part; null where the part is not read */
export function releasedRows(
  relation: string,
  outputs: Record<'recency' | 'frequency' | 'monetary', string | null>,
  { day, recency, marks }: SegmentReading,
): RowSql {
  const read = (sql: string | null, as: (cell: string) => string): string | null =>
    sql === null ? null : as(cellText(sql));
  return {
    relation,
    person: 'pid',
    days: recency === null ? null : read(outputs.recency, (cell) => releasedDaysSql(cell, recency, day)),
    orders: read(outputs.frequency, (cell) => releasedNumberSql(cell, marks.frequency)),
    amount: read(outputs.monetary, (cell) => releasedNumberSql(cell, marks.monetary)),
  };
}
