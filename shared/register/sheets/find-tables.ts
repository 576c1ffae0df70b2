import type { Column, Layout, LayoutTable } from '../layouts/layout.ts';
import { headingReader, type HeadingMatch } from './headings.ts';
import type { Sheet } from './sheet.ts';

/** A text of a file, and where it stands: row from 1, and the heading above or beside it. */
export interface FoundCell {
  column: Column | null;
  heading: string;
  text: string;
}

/** What a file says of one activity, or in one row of several about it. */
export interface FoundRow {
  sheet: string;
  row: number;
  cells: FoundCell[];
  /** The cell that names the activity goes on from the row above. */
  continues: boolean;
  /** One text over the whole table. */
  isTitle: boolean;
}

export interface FoundTable {
  table: LayoutTable;
  score: number;
  rows: FoundRow[];
  /** Texts above the table, or on a sheet without one: who keeps the register. */
  above: (string | null)[][];
}

/** The first rows of a sheet in which the line of headings is looked for. */
const searched = 60;
const leastHeadings = 3;
/** Of the texts in a line of headings, how many must be known. */
const leastShare = 0.4;
const leastLabels = 4;
/** Rows of a sheet by which it is judged whether it is a form. */
const lookedAt = 200;

const filled = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== '';

type Reader = (texts: readonly (string | null)[]) => HeadingMatch;

/** The row that most headings stand in; null where none has enough. */
function headingRow(sheet: Sheet, read: Reader): { at: number; match: HeadingMatch } | null {
  let best: { at: number; match: HeadingMatch } | null = null;
  for (const [at, row] of sheet.rows.slice(0, searched).entries()) {
    const match = read(row);
    const texts = row.filter(filled).length;
    if (match.matched < leastHeadings || match.matched < leastShare * texts) continue;
    if (best === null || match.score > best.match.score) best = { at, match };
  }
  return best;
}

/** Fills what a workbook shows over several rows into each of them; what spans columns stays in the first. */
export function spread(sheet: Sheet): (string | null)[][] {
  const rows = sheet.rows.map((row) => [...row]);
  for (const { top, left, bottom } of sheet.merges) {
    const text = rows[top]?.[left] ?? null;
    for (let at = top + 1; at <= Math.min(bottom, rows.length - 1); at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      while (row.length <= left) row.push(null);
      row[left] = text;
    }
  }
  return rows;
}

function tableRows(sheet: Sheet, table: LayoutTable, head: { at: number; match: HeadingMatch }): FoundRow[] {
  const headings = sheet.rows[head.at] ?? [];
  const columnAt = (place: number): Column | null => {
    const at = head.match.columns[place];
    return at === null || at === undefined ? null : (table.columns[at] ?? null);
  };
  const naming = headings.findIndex((_, place) => columnAt(place)?.cell === 'name');
  const goesOn = new Set(
    sheet.merges
      .filter(({ left, right }) => naming >= 0 && left <= naming && naming <= right)
      .flatMap(({ top, bottom }) => Array.from({ length: bottom - top }, (_, more) => top + 1 + more)),
  );
  const titles = new Set(sheet.merges.filter(({ left, right }) => right > left).map(({ top }) => top));
  return spread(sheet)
    .map((row, at) => ({ row, at }))
    .slice(head.at + 1)
    .map(({ row, at }): FoundRow => {
      const cells = row.flatMap((text, place): FoundCell[] =>
        filled(text) ? [{ column: columnAt(place), heading: headings[place] ?? '', text: text.trim() }] : [],
      );
      return {
        sheet: sheet.name,
        row: at + 1,
        cells,
        continues: goesOn.has(at),
        isTitle: cells.length === 1 && titles.has(at),
      };
    })
    .filter(({ cells }) => cells.length > 0);
}

/** Labels one below the other, each with its value to the right; a label that comes again begins the next form. */
function formRows(sheet: Sheet, table: LayoutTable, read: Reader): { rows: FoundRow[]; score: number } | null {
  const rows = spread(sheet);
  const most = Math.min(3, Math.max(0, ...rows.map((row) => row.length)));
  let best: { place: number; matches: HeadingMatch[]; known: number } | null = null;
  for (let place = 0; place < most; place += 1) {
    const labels = (some: readonly (string | null)[][]) => some.map((row) => read([row[place] ?? null]));
    const known = new Set(labels(rows.slice(0, lookedAt)).flatMap(({ columns }) => columns[0] ?? [])).size;
    if (known >= leastLabels && known > (best?.known ?? 0)) best = { place, matches: labels(rows), known };
  }
  if (best === null) return null;
  const { place, matches } = best;
  const forms: FoundRow[] = [];
  let seen = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const column = matches[at]?.columns[0] ?? null;
    const label = row[place];
    if (!filled(label) || row === rows[at - 1]) continue;
    if (forms.length === 0 || (column !== null && seen.has(column))) {
      forms.push({ sheet: sheet.name, row: at + 1, cells: [], continues: false, isTitle: false });
      seen = new Set();
    }
    if (column !== null) seen.add(column);
    const texts = row.slice(place + 1).filter(filled);
    if (texts.length === 0) continue;
    const found = { column: column === null ? null : (table.columns[column] ?? null), heading: label.trim() };
    forms.at(-1)?.cells.push({ ...found, text: texts.map((text) => text.trim()).join('\n') });
  }
  const score = matches.reduce((sum, { score: one }) => sum + one, 0);
  return { rows: forms.filter(({ cells }) => cells.some(({ column }) => column !== null)), score };
}

/** The table or the forms of one sheet, read by the columns of one table of a layout; null where it holds neither. */
export function findTable(sheet: Sheet, table: LayoutTable): FoundTable | null {
  const read = headingReader(table.columns);
  const head = headingRow(sheet, read);
  const forms = formRows(sheet, table, read);
  if (forms !== null && forms.rows.length > 0 && (head === null || forms.score / forms.rows.length > head.match.score))
    return { table, score: forms.score / forms.rows.length, rows: forms.rows, above: [] };
  if (head === null) return null;
  return {
    table,
    score: head.match.score,
    rows: tableRows(sheet, table, head),
    above: sheet.rows.slice(0, head.at),
  };
}

/** The best table of a layout for a sheet. */
export function findIn(sheet: Sheet, layout: Layout): FoundTable | null {
  const found = layout.tables.flatMap((table) => findTable(sheet, table) ?? []);
  return found.sort((a, b) => b.score - a.score)[0] ?? null;
}
