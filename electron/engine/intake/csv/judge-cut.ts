import { scoreHeader } from './detect-header.ts';
import { isKnownHeader, oneValue } from './one-value.ts';
import type { TextRecord } from './parse-text.ts';

/** A way to cut a text, to be judged: all its records, blank lines left out. */
export interface Cut {
  delimiter: string;
  columns: number;
  records: readonly TextRecord[];
  /** Lines that are known to stand before the table, where the first of them is not cut at all. */
  above?: number;
}

/** These stand inside phone numbers, names, addresses and times; nobody chooses them for a table without need. */
const weak = new Set([' ', ':']);
const looked = 200;
/** Share of the lines that are one value each from which the cut is taken to go through values. */
const most = 0.6;
const nearlyAll = 0.9;
const mostPreamble = 20;

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;
const isTyped = (cell: string): boolean => /^[-+]?\d+(?:[.,]\d+)*%?$/.test(cell.trim());

/** Whether the first of these records names the columns: something must speak for it. */
function namesColumns(records: readonly TextRecord[]): boolean {
  const [first, ...body] = records;
  if (!first || body.length === 0) return false;
  const cells = first.fields.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (new Set(cells).size < cells.length || share(cells, isTyped) > 0.5) return false;
  return scoreHeader(records.slice(0, looked)).lead > 0.5 || share(cells, isKnownHeader) >= 0.5;
}

/**
 * Whether a delimiter cuts between values and not through them. A column of telephone numbers, names, addresses, times
 * or network addresses is cut as evenly as a table by the sign inside them, and what they are is lost then. A header
 * line with fewer fields than the rows below speaks against the cut, and so do lines that are one value each; quoted
 * fields and a line of names speak for it. Pure.
 */
export function cutsBetweenValues({ delimiter, columns, records, above: before = 0 }: Cut): boolean {
  if (columns < 2 || records.some(({ quoted, fields }) => fields.length > 1 && quoted.some(Boolean))) return true;
  let above = 0;
  while (above < Math.min(mostPreamble, records.length) && records[above]!.fields.length === 1) above += 1;
  if (above > 0) above = Math.max(above, before);
  const rest = records.slice(above);
  const lines = rest.slice(0, looked).map(({ fields }) => fields.join(delimiter));
  if (delimiter === '\t' || lines.length === 0) return true;
  const first = rest[0]!;
  const body = lines.length > 1 ? lines.slice(1) : lines;
  const found = body.map(oneValue);
  const values = share(found, (kind) => kind !== null);
  const cells = first.fields.map((cell) => cell.trim());
  // The vocabulary of all headers takes a while to build: it is asked only where it decides.
  const allNames = (): boolean =>
    cells.length === columns &&
    new Set(cells).size === columns &&
    cells.every((cell) => isKnownHeader(cell) && oneValue(cell) === null);
  if (!weak.has(delimiter)) {
    if (above === 0)
      return !(
        delimiter === ',' &&
        share(lines, (line) => /^[^,]*, /.test(line)) >= most &&
        share(lines, (line) => ['address', 'name'].includes(oneValue(line) ?? '')) >= nearlyAll
      );
    // Half of the names known, in as many fields as the rows have: no line of values begins so.
    const mostlyNames =
      columns >= 3 &&
      cells.length === columns &&
      new Set(cells).size === columns &&
      share(cells, (cell) => isKnownHeader(cell) && oneValue(cell) === null) >= 0.5;
    if (allNames() || mostlyNames || (values < most && namesColumns(rest))) return true;
    const prose = delimiter === ',' && share(lines, (line) => line.includes(', ')) >= most;
    return !(values >= most || prose || isKnownHeader(records[above - 1]!.fields[0]!));
  }
  const named = allNames();
  const below = named && rest.length > 1 ? rest.slice(1) : rest;
  const typed = Array.from(
    { length: columns },
    (_unused, at) => share(below.slice(0, looked), ({ fields }) => isTyped(fields[at] ?? '')) >= nearlyAll,
  ).filter(Boolean).length;
  // Only a word list or a loose form makes names and streets of lines; a line of names above numbers outweighs it.
  const loose = share(found, (kind) => kind === 'name' || kind === 'address') >= values;
  if (values >= most && !(loose && named && typed > 0)) return false;
  if (above === 0 && first.fields.length < columns) return false;
  // `Hauptstraße 1` holds a word that columns are called by and is a value all the same.
  const head = oneValue(lines[0]!);
  const mayName = head === null || (head === 'name' && cells.every(isKnownHeader));
  if (mayName && namesColumns(rest)) return true;
  if (above > 0) return false;
  return delimiter === ' ' ? typed >= 0.5 * columns : columns >= 4 && typed > 0;
}

/** Delimiters of tables, of which the one in the header line counts where rows are uneven. */
const usual = [',', ';', '\t', '|'];

/**
 * The delimiter that a header line itself gives, where no delimiter cuts the rows evenly: rows that are too short or
 * too long are then set aside, instead of leaving as whole records in one column. Null where the first line is no line
 * of names.
 * @param cut gives the records under a delimiter
 */
export function delimiterOfHeader(cut: (delimiter: string) => readonly TextRecord[]): string | null {
  for (const delimiter of usual) {
    const [first, ...body] = cut(delimiter);
    if (!first || body.length === 0 || first.fields.length < 2) continue;
    const names = first.fields.map((field) => field.trim());
    const filled = names.filter((name) => name !== '');
    const reads =
      filled.length >= 2 &&
      new Set(filled).size === filled.length &&
      filled.every((name) => /^[\p{L}_"'][\p{L}\p{N}_ .()/"'-]{0,40}$/u.test(name));
    const known = share(filled, isKnownHeader);
    const rows = share(body, ({ fields }) => fields.length >= 2);
    if (reads && rows >= 0.5 && (known >= 0.5 || (filled.length >= 3 && !names.some((name) => name.includes(' ')))))
      return delimiter;
  }
  return null;
}
