import { filled, headed, linesAboveNames, sheetBlocks, type SheetBlock } from './sheet-blocks.ts';
import type { SheetRow } from './read-rows.ts';

/** Columns of a sheet, from 0; `right` is null where they go on to its end. */
export interface Side {
  left: number;
  right: number | null;
}

export const wholeWidth: Side = { left: 0, right: null };

/** A row's cells within a side, without the empty ones at its end. */
export function cellsOf({ cells }: Pick<SheetRow, 'cells'>, { left, right }: Side): (string | null)[] {
  if (left === 0 && right === null) return cells;
  let end = Math.min(cells.length, right === null ? cells.length : right + 1);
  while (end > left && (cells[end - 1] ?? null) === null) end -= 1;
  return cells.slice(left, end);
}

export const rowsWithin = (rows: readonly SheetRow[], side: Side): SheetRow[] =>
  rows.map((row) => ({ line: row.line, cells: cellsOf(row, side) })).filter((row) => filled(row) > 0);

/** The runs of columns that hold anything, with columns between them in which nothing stands. */
function runsOf(rows: readonly SheetRow[]): (Side & { right: number })[] {
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell === null ? [] : [at]))));
  const runs: (Side & { right: number })[] = [];
  for (const at of [...used].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.right === at - 1) last.right = at;
    else runs.push({ left: at, right: at });
  }
  return runs;
}

/** A side that is a table of its own: its names, where they stand, and what the rows above them say. */
interface SideTable {
  side: Side & { right: number };
  rows: SheetRow[];
  names: string[];
  title: string;
}

function tableOf(rows: readonly SheetRow[], side: Side & { right: number }): SideTable | null {
  const own = rowsWithin(rows, side);
  const above = linesAboveNames(own);
  const table = own.filter(({ line }) => line > above);
  if (side.left === side.right || table.length < 2 || !headed(table)) return null;
  const title = own.filter(({ line }) => line <= above).at(-1);
  return {
    side,
    rows: table,
    names: table[0]!.cells.map((cell) => cell?.trim().toLowerCase() ?? ''),
    title: title?.cells.find((cell) => cell !== null) ?? '',
  };
}

/** Rows of one table may be empty on one side, but hardly more of them than this. */
const sparse = 0.1;

/** Whether two sides cannot be one table with a blank column in it. */
const apart = (one: SideTable, other: SideTable): boolean =>
  one.rows[0]!.line !== other.rows[0]!.line ||
  Math.abs(one.rows.length - other.rows.length) > sparse * Math.max(one.rows.length, other.rows.length) ||
  (one.title !== '' && other.title !== '') ||
  one.names.some((name) => name !== '' && other.names.includes(name));

function blocksOfSide(sheet: string, { side, rows, title }: SideTable, all: readonly SheetRow[], complete: boolean) {
  const inside = sheetBlocks(sheet, rowsWithin(all, side), complete);
  if (inside.length > 0) return inside.map((one) => ({ ...one, side }));
  const names = rows[0]!.cells.filter((cell) => cell !== null);
  const label = title || names.slice(0, 2).join(', ');
  return [
    {
      name: `${sheet} / ${label.replaceAll(/\s+/g, ' ').slice(0, 60)}`,
      first: rows[0]!.line,
      last: complete ? rows.at(-1)!.line : null,
      rows: rows.length - 1,
      side,
    },
  ];
}

/** A table in a sheet, and the columns that it stands in. */
export type SheetTable = SheetBlock & { side: Side };

/** The tables of a sheet. */
export interface SheetTables {
  /** Each is a table of its own; empty where the sheet is one table. */
  tables: SheetTable[];
  /** What may be tables side by side or one with a blank column in it. */
  maybe: SheetTable[];
  /** The columns of the sheet's one table. */
  side: Side;
  /** Columns in which nothing stands, beside and between tables. */
  blank: number[];
}

const distinct = (tables: SheetTable[]): SheetTable[] =>
  tables.map((table, at) => {
    const same = tables.slice(0, at).filter(({ name }) => name === table.name).length;
    return same > 0 ? { ...table, name: `${table.name} (${same + 1})` } : table;
  });

/**
 * Tables of a sheet that stand side by side, with blank columns between them, or one below the other. Sides are tables
 * of their own where each has names that stand clearly apart from its rows, and they differ in where they begin or in
 * their rows, share a name or have titles of their own.
 */
export function sheetTables(sheet: string, rows: readonly SheetRow[], complete: boolean): SheetTables {
  const runs = runsOf(rows);
  const found = runs.length > 1 ? runs.map((side) => tableOf(rows, side)) : [];
  const tables = found.flatMap((one) => one ?? []);
  const left = runs[0]?.left ?? 0;
  const last = runs.at(-1)?.right ?? 0;
  const blank = Array.from({ length: last + 1 }, (_, at) => at).filter((at) =>
    runs.every((run) => at < run.left || at > run.right),
  );
  if (tables.length > 1 && tables.length === found.length) {
    const each = distinct(tables.flatMap((one) => blocksOfSide(sheet, one, rows, complete)));
    const certain = tables.every((one, at) => at === 0 || apart(tables[at - 1]!, one));
    if (certain) return { tables: each, maybe: [], side: wholeWidth, blank };
    return { tables: [], maybe: each, side: { left, right: null }, blank: blank.filter((at) => at < left) };
  }
  const side = { left, right: null };
  return {
    tables: sheetBlocks(sheet, left === 0 ? rows : rowsWithin(rows, side), complete).map((one) => ({ ...one, side })),
    maybe: [],
    side,
    blank: blank.filter((at) => at < left),
  };
}
