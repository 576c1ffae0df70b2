import { countHeaderRows } from '#engine/intake/layouts/header-rows.ts';
import { detectHeader } from '../csv/detect-header.ts';
import type { TextRecord } from '../csv/parse-text.ts';
import { callsItselfTotal, weighTotals } from '../csv/totals-within.ts';
import type { SheetRow } from './read-rows.ts';

/** One of several tables in a sheet: its name, and its rows from the line of names to the last (null: to the end). */
export interface SheetBlock {
  name: string;
  first: number;
  last: number | null;
  rows: number;
}

export const filled = ({ cells }: SheetRow): number => cells.filter((cell) => cell !== null).length;

/** A row's cells as a record of so many fields. */
export const recordOf = ({ cells, line }: SheetRow, width: number): TextRecord => ({
  fields: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  quoted: [],
  sound: true,
  line,
  from: 0,
  to: 0,
});

const mostPreamble = 20;
const mostJudged = 200;
/** So much must speak for names that stand below other rows. */
const clearLead = 1;

const widthOf = (rows: readonly SheetRow[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length));
const namesOf = (row: SheetRow): string[] => row.cells.map((cell) => cell?.trim() ?? '');

/** Whether the first of the rows names the others, by words that stand clearly apart from them. */
export function headed(rows: readonly SheetRow[]): boolean {
  const width = widthOf(rows);
  const names = namesOf(rows[0]!).filter((name) => name !== '');
  if (rows.length < 2 || names.length < 2 || new Set(names).size < names.length) return false;
  const { header, lead } = detectHeader(rows.slice(0, mostJudged).map((row) => recordOf(row, width)));
  return header && lead >= clearLead;
}

/** Whether a blank cell stands between others, as beside the name of a group; a title and its value stand together. */
const hasGap = ({ cells }: SheetRow): boolean =>
  cells.some((cell, at) => cell === null && cells.slice(at + 1).some((later) => later !== null));

const typed = /^[-+]?\d[\d.,:/ T-]*%?$/;

/** Whether a row has words in all columns that hold numbers and days in most rows below it: it is none of them. */
function standsAbove(rows: readonly SheetRow[], at: number): boolean {
  const below = rows.slice(at + 1, at + 1 + mostJudged);
  const columns = Array.from({ length: widthOf(below) }, (_, column) => column).filter((column) => {
    const values = below.flatMap(({ cells }) => cells[column] ?? []);
    return values.length > 4 && values.filter((value) => typed.test(value)).length >= 0.8 * values.length;
  });
  return columns.length > 1 && columns.every((column) => !typed.test(rows[at]!.cells[column] ?? ''));
}

/**
 * Line of the row before the names, where rows above the table are not names: they fill fewer cells, and the names fill
 * all; 0 where the table begins at once.
 */
export function linesAboveNames(rows: readonly SheetRow[]): number {
  const width = widthOf(rows);
  const widest = Math.max(0, ...rows.map(filled));
  const titles = rows.findIndex((row) => filled(row) > (widest > 4 ? 2 : 1));
  if (titles < 0 || titles > mostPreamble || widest < 2) return 0;
  const most = Math.max(2, 0.7 * width);
  for (let at = titles; at < Math.min(mostPreamble, rows.length - 1); at += 1) {
    const full = filled(rows[at]!) === widest && rows.slice(at + 1).filter((row) => filled(row) >= 0.6 * widest).length;
    if (full && headed(rows.slice(at)) && at > titles) {
      // Groups of names may stand above the names.
      const grouped =
        hasGap(rows[at - 1]!) && countHeaderRows(rows.slice(at - 1).map((row) => recordOf(row, width))) === 2;
      return rows[grouped ? at - 1 : at]!.line - 1;
    }
    if (filled(rows[at]!) > most && !standsAbove(rows, at)) break;
  }
  return titles > 0 ? rows[titles]!.line - 1 : 0;
}

/** The rows in blocks with blank ones between. */
function blocksOf(rows: readonly SheetRow[]): SheetRow[][] {
  const blocks: SheetRow[][] = [];
  let last = -1;
  for (const row of rows) {
    if (row.line > last + 1 || blocks.length === 0) blocks.push([]);
    blocks.at(-1)!.push(row);
    last = row.line;
  }
  return blocks;
}

/**
 * The tables of a sheet that stand one below the other, a blank row between them, each under names of its own; none
 * where there is but one. A row of one cell above the names is the title.
 * @param complete the rows are all of the sheet's
 */
export function sheetBlocks(sheet: string, rows: readonly SheetRow[], complete: boolean): SheetBlock[] {
  const found: (SheetBlock & { names: string; end: number })[] = [];
  let title = '';
  for (const block of blocksOf(rows)) {
    const titles = block.findIndex((row) => filled(row) > 1);
    if (titles !== 0) title = block[0]!.cells.find((cell) => cell !== null) ?? '';
    const table = titles < 0 ? [] : block.slice(titles);
    if (table.length < 2) continue;
    const names = namesOf(table[0]!).join('\0');
    if (!headed(table) || found.some((one) => one.names === names)) {
      // What stands below a blank row and has no names of its own goes on with the table above.
      const above = found.at(-1);
      if (above !== undefined && widthOf(table) === namesOf(table[0]!).length) {
        above.rows += table.length;
        above.end = table.at(-1)!.line;
      }
      continue;
    }
    const label = title || namesOf(table[0]!).filter(Boolean).slice(0, 2).join(', ');
    found.push({
      name: `${sheet} / ${label.replaceAll(/\s+/g, ' ').slice(0, 60)}`,
      first: table[0]!.line,
      last: null,
      rows: table.length - 1,
      names,
      end: table.at(-1)!.line,
    });
    title = '';
  }
  if (found.length < 2) return [];
  return found.map(({ names: _names, end, ...block }, at) => {
    const same = found.slice(0, at).filter(({ name }) => name === block.name).length;
    return {
      ...block,
      last: complete || at + 1 < found.length ? end : null,
      name: same > 0 ? `${block.name} (${same + 1})` : block.name,
    };
  });
}

/** Notes below a table: a few rows of one cell after a blank row, where rows have three cells and more. */
export function linesOfNotes(rows: readonly SheetRow[]): ReadonlySet<number> {
  const blocks = blocksOf(rows);
  const last = blocks.at(-1) ?? [];
  const above = blocks.slice(0, -1).flat();
  const isNote = last.length <= 5 && last.every((row) => filled(row) === 1 && row.cells[0] !== null);
  const full = above.filter((row) => filled(row) > 1).length >= 0.8 * above.length;
  return new Set(above.length > 2 && widthOf(above) >= 3 && isNote && full ? last.map(({ line }) => line) : []);
}

/** What is said of rows that are called totals: that they are left out, as they add up, or that they are rows. */
export function judgeTotals(rows: readonly SheetRow[]): {
  rule: ((cells: readonly string[]) => boolean) | null;
  called: number;
} {
  const { called, sum } = weighTotals(rows.map(({ cells }) => cells));
  return { called, rule: sum ? callsItselfTotal : null };
}
