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

/** A number as engines write them: a distance is a sum of doubles, which may end a little below 0. */
const isNumber = (value: string): boolean => /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) && Number(value) > -1e-9;
/** No script tells of more. */
const most = 10_000;

/** Where a row stands that is no figure: lines and rows of a JSON list are counted from 1. */
export interface NoFigure {
  at: number;
  of: 'line' | 'row';
}

function figureOf(figure: string, column: string, value: string): Told | null {
  if (!figures.has(figure) || !isNumber(value)) return null;
  return { figure, column: column === '' ? null : column, value };
}

/** With its header. */
function fromCsv(text: string): { told: Told[] } | NoFigure {
  const [header = [], ...rows] = csvRows(text);
  if (header.map((name) => name.trim()).join(',') !== 'figure,of_column,value') return { at: 1, of: 'line' };
  const told: Told[] = [];
  for (const [index, row] of rows.entries()) {
    const [figure = '', column = '', value = ''] = row;
    const one = row.length === 3 && told.length < most ? figureOf(figure, column, value) : null;
    if (one === null) return { at: index + 2, of: 'line' };
    told.push(one);
  }
  return { told };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A row as JSON: engines leave out what is NULL, or write it; a value is text or, where somebody made one of it, a number. */
function fromRow(row: unknown): Told | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return null;
  const { figure, of_column: column = null, value, ...further } = row as Record<string, unknown>;
  const isText = typeof figure === 'string' && (column === null || typeof column === 'string');
  if (!isText || Object.keys(further).length > 0 || !['string', 'number'].includes(typeof value)) return null;
  return figureOf(figure, column ?? '', String(value));
}

/** A list of rows, or a row a line. */
function fromJson(text: string): { told: Told[] } | NoFigure {
  const list = parsed(text);
  const of = Array.isArray(list) ? 'row' : 'line';
  const rows = Array.isArray(list)
    ? list.map((row: unknown, index) => ({ at: index + 1, row }))
    : text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [{ at: index + 1, row: parsed(line) }]));
  const told: Told[] = [];
  for (const { at, row } of rows) {
    const one = told.length < most ? fromRow(row) : null;
    if (one === null) return { at, of };
    told.push(one);
  }
  return { told };
}

/** The rows of `custos_checks` as CSV with its header, as a JSON list or as JSON Lines; or what is none of them. */
export function readFigures(text: string): { told: Told[] } | NoFigure {
  const bare = text.replace(/^\ufeff/, '');
  return /^\s*[[{]/.test(bare) ? fromJson(bare) : fromCsv(bare);
}

/** A figure of the whole run; null where it was not told. */
export const toldFigure = (told: readonly Told[], figure: string): number | null => {
  const found = told.find((one) => one.figure === figure && one.column === null);
  return found === undefined ? null : Number(found.value);
};
