import { importReportText } from '#shared/text/register-files.ts';
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
  /** All headings or labels in their order, and the column that each names. */
  headings: Heading[];
  /** Texts above the table, or on a sheet without one: who keeps the register. */
  above: (string | null)[][];
}

/** The first rows of a sheet in which the line of headings is looked for. */
const searched = 60;
const leastHeadings = 3;
/** Of the texts in a line of headings, how many must be known. */
const leastShare = 0.4;
const leastLabels = 4;
/** The same where a person named some of them. */
const leastGiven = 2;
/** Rows of a sheet by which it is judged whether it is a form. */
const lookedAt = 200;

const filled = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== '';

type Heading = Pick<FoundCell, 'heading' | 'column'>;
/** Where the line of headings is, and what it names. */
interface Head {
  at: number;
  match: HeadingMatch;
}
type Reader = (texts: readonly (string | null)[]) => HeadingMatch;

/** The row that most headings stand in; null where none has enough. */
function headingRow(rows: readonly (string | null)[][], read: Reader): Head | null {
  let best: Head | null = null;
  for (const [at, row] of rows.slice(0, searched).entries()) {
    const match = read(row);
    const texts = row.filter(filled).length;
    const isEnough = match.matched >= leastHeadings && match.matched >= leastShare * texts;
    if (!isEnough && match.given === 0) continue;
    if (best === null || match.score > best.match.score) best = { at, match };
  }
  return best;
}

/** Fills what a workbook shows over several rows into each of them; what spans columns stays in the first. */
function spread(sheet: Sheet): (string | null)[][] {
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

function tableRows(
  { sheet, rows }: { sheet: Sheet; rows: (string | null)[][] },
  headings: readonly Heading[],
  lastOfHead: number,
): FoundRow[] {
  const naming = headings.findIndex(({ column }) => column?.cell === 'name');
  const goesOn = new Set(
    sheet.merges
      .filter(({ left, right }) => naming >= 0 && left <= naming && naming <= right)
      .flatMap(({ top, bottom }) => Array.from({ length: bottom - top }, (_, more) => top + 1 + more)),
  );
  const titles = new Set(sheet.merges.filter(({ left, right }) => right > left).map(({ top }) => top));
  return rows
    .map((row, at) => ({ row, at }))
    .slice(lastOfHead + 1)
    .map(({ row, at }): FoundRow => {
      const cells = row.flatMap((text, place): FoundCell[] =>
        filled(text) ? [{ ...(headings[place] ?? unnamed(place)), text: text.trim() }] : [],
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

/** Words for a column without a heading: its letters, as a workbook shows them. */
function unnamed(place: number): Heading {
  let letters = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return { column: null, heading: importReportText.unnamed(letters) };
}

/** Rows that a head has at most: what is merged over more of them is no heading. */
const longestHead = 4;

/** The rows of a head, from 0, ends included: those that its cells are merged over. */
function rowsOfHead({ merges }: Sheet, at: number): { first: number; last: number } {
  const through = merges.filter(
    ({ top, bottom }) => top <= at && at <= bottom && bottom > top && bottom - top < longestHead,
  );
  return {
    first: Math.min(at, ...through.map(({ top }) => top)),
    last: Math.max(at, ...through.map(({ bottom }) => bottom)),
  };
}

/** Headings of a head of one or several rows: below one over several columns each has a heading of its own. */
function headingsOf(
  { sheet, rows }: { sheet: Sheet; rows: (string | null)[][] },
  { columns }: LayoutTable,
  { at, match }: Head,
  last: number,
): Heading[] {
  const head = rows.slice(at, last + 1);
  const most = Math.max(...head.map((row) => row.length));
  const over = (place: number): number =>
    sheet.merges.find(({ top, left, right }) => top === at && left < place && place <= right)?.left ?? place;
  return Array.from({ length: most }, (_, place): Heading => {
    const parent = last > at ? over(place) : place;
    const texts = [head[0]?.[parent], ...head.slice(1).map((row) => row[place])].filter(filled);
    if (texts.length === 0) return unnamed(place);
    const own = match.columns[place] ?? match.columns[parent] ?? null;
    const heading = [...new Set(texts.map((text) => text.trim()))].join(': ');
    return { column: own === null ? null : (columns[own] ?? null), heading };
  });
}

/** A label of a form, the column it names, and its value as far as it was read. */
interface LabelSeen {
  label: string;
  at: number | null;
  cell: FoundCell | null;
}

/** Labels one below the other, each with its value to the right; a label that comes again begins the next form. */
function formRows(
  rows: readonly (string | null)[][],
  sheet: string,
  table: LayoutTable,
  read: Reader,
): Omit<FoundTable, 'table' | 'above'> | null {
  const most = Math.min(3, Math.max(0, ...rows.map((row) => row.length)));
  let best: { place: number; matches: HeadingMatch[]; known: number } | null = null;
  for (let place = 0; place < most; place += 1) {
    const labels = (some: readonly (string | null)[][]) => some.map((row) => read([row[place] ?? null]));
    const known = new Set(labels(rows.slice(0, lookedAt)).flatMap(({ columns }) => columns[0] ?? [])).size;
    const given = labels(rows.slice(0, lookedAt)).some((match) => match.given > 0);
    if (known >= (given ? leastGiven : leastLabels) && known > (best?.known ?? 0))
      best = { place, matches: labels(rows), known };
  }
  if (best === null) return null;
  const { place, matches } = best;
  const forms: FoundRow[] = [];
  let seen = new Set<number>();
  let last = null as LabelSeen | null;
  for (const [at, row] of rows.entries()) {
    const label = row[place];
    const texts = row.slice(place + 1).filter(filled);
    const known = matches[at]?.columns[0] ?? null;
    const text = texts.map((one) => one.trim()).join('\n');
    if (filled(label) && label !== last?.label) {
      // The title of a part has its value below, maybe after a line that explains it.
      if (texts.length > 0 || known !== null) last = { label, at: known, cell: null };
      if (texts.length === 0) continue;
    }
    if (last === null || texts.length === 0) continue;
    if (last.cell !== null) {
      last.cell.text += `\n${text}`;
      continue;
    }
    if (forms.length === 0 || (last.at !== null && seen.has(last.at))) {
      forms.push({ sheet, row: at + 1, cells: [], continues: false, isTitle: false });
      seen = new Set();
    }
    if (last.at !== null) seen.add(last.at);
    last.cell = {
      column: last.at === null ? null : (table.columns[last.at] ?? null),
      heading: last.label.trim(),
      text,
    };
    forms.at(-1)?.cells.push(last.cell);
  }
  const score = matches.reduce((sum, { score: one }) => sum + one, 0);
  const headings = rows.flatMap((row, at): Heading[] => {
    const label = row[place];
    const column = matches[at]?.columns[0] ?? null;
    return filled(label) ? [{ heading: label.trim(), column: column === null ? null : table.columns[column]! }] : [];
  });
  return { rows: forms.filter(({ cells }) => cells.some(({ column }) => column !== null)), score, headings };
}

/** The table or the forms of one sheet, read by the columns of one table of a layout; null where it holds neither. */
export function findTable(sheet: Sheet, table: LayoutTable): FoundTable | null {
  const read = headingReader(table.columns);
  const rows = spread(sheet);
  const head = headingRow(rows, read);
  const forms = formRows(rows, sheet.name, table, read);
  if (forms !== null && forms.rows.length > 0 && (head === null || forms.score / forms.rows.length > head.match.score))
    return { ...forms, table, score: forms.score / forms.rows.length, above: [] };
  if (head === null) return null;
  const { first, last } = rowsOfHead(sheet, head.at);
  const headings = headingsOf({ sheet, rows }, table, head, last);
  return {
    table,
    score: head.match.score,
    rows: tableRows({ sheet, rows }, headings, last),
    headings,
    above: sheet.rows.slice(0, first),
  };
}

/** The best table of a layout for a sheet. */
export function findIn(sheet: Sheet, layout: Layout): FoundTable | null {
  const found = layout.tables.flatMap((table) => findTable(sheet, table) ?? []);
  return found.sort((a, b) => b.score - a.score)[0] ?? null;
}
