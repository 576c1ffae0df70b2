import { quoteIdentifier } from '#shared/sql/quote.ts';
import { filled } from './column-values.ts';

/** Bars of a column's histogram. */
const bins = 20;

export interface HistogramBar {
  from: number;
  to: number;
  count: number;
}

/** One statement that counts the bars of all given numeric columns; bars are equally wide between `min` and `max`. */
export function histogramQuery(relation: string, columns: { column: string; min: number; max: number }[]): string {
  const parts = columns.flatMap(({ column, min, max }, at) => {
    const number = `TRY_CAST(${filled(quoteIdentifier(column))} AS DOUBLE)`;
    const width = max > min ? (max - min) / bins : 1;
    return Array.from({ length: max > min ? bins : 1 }, (_, bar) =>
      `count(*) FILTER (least(${bins - 1}, floor((${number} - (${min})) / ${width})) = ${bar}) AS "${at}_${bar}"`);
  });
  return `SELECT ${parts.join(', ')} FROM ${relation}`;
}

export function readHistogram(row: Record<string, unknown>, at: number, min: number, max: number): HistogramBar[] {
  if (!(max > min)) return [{ from: min, to: max, count: Number(row[`${at}_0`] ?? 0) }];
  const width = (max - min) / bins;
  return Array.from({ length: bins }, (_, bar) => ({ from: min + bar * width, to: bar === bins - 1 ? max : min + (bar + 1) * width, count: Number(row[`${at}_${bar}`] ?? 0) }));
}
