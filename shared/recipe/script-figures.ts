import type { MadeElsewhere } from '#shared/domain/made-elsewhere.ts';

type Told = MadeElsewhere['told'][number];

/** Fields of CSV (RFC 4180), line by line; a quoted field may hold line breaks. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (whole === '' && row.length === 0) break;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const figures = new Set([
  'rows_in',
  'rows_not_chosen',
  'rows_out',
  'k',
  'classes',
  'unique_rows',
  'unique_all_columns',
  'unread',
  'l',
  't',
]);

/** The rows of `custos_checks` as CSV with its header; or the line (from 1) that is none of them. */
export function readFigures(text: string): { told: Told[] } | { line: number } {
  const [header = [], ...rows] = csvRows(text.replace(/^\ufeff/, ''));
  if (header.map((name) => name.trim()).join(',') !== 'figure,of_column,value') return { line: 1 };
  const told: Told[] = [];
  for (const [index, row] of rows.entries()) {
    const [figure = '', column = '', value = ''] = row;
    const isNumber = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value);
    if (row.length !== 3 || !figures.has(figure) || !isNumber || told.length >= 10_000) return { line: index + 2 };
    told.push({ figure, column: column === '' ? null : column, value });
  }
  return { told };
}

/** A figure of the whole run; null where it was not told. */
export const toldFigure = (told: readonly Told[], figure: string): number | null => {
  const found = told.find((one) => one.figure === figure && one.column === null);
  return found === undefined ? null : Number(found.value);
};
