import type { TextRecord } from './parse-text.ts';

/**
 * Names of which one holds the end of a quoted name, or its beginning, without a space beside it (`URL"Comments`): the
 * delimiter there was forgotten.
 */
export const partedByQuotes = (cells: readonly string[], quote: string): string[] =>
  cells.flatMap((cell) => {
    const parts =
      quote === ''
        ? [cell]
        : cell
            .trim()
            .split(quote)
            .filter((part) => part !== '');
    return parts.length > 1 && parts.every((part) => /^\p{L}.*\S$/u.test(part))
      ? parts
      : [cell.replaceAll(quote, '').trim()];
  });

/**
 * Names from a first line with a stray quote in it, which costs no more than itself: cut at every delimiter, the line
 * gives as many different names as the rows have fields. Null for every other record.
 * @param columns fields of most other records
 */
export function namesDespiteQuote(
  record: TextRecord,
  { delimiter, quote }: { delimiter: string; quote: string },
  columns: number,
): TextRecord | null {
  if (record.sound || quote === '' || columns < 2) return null;
  const cells = record.fields[0]!.split(delimiter);
  const whole = cells.map((cell) => cell.replaceAll(quote, '').trim());
  const names = whole.length === columns - 1 ? partedByQuotes(cells, quote) : whole;
  if (names.length !== columns || names.includes('') || new Set(names).size < columns) return null;
  return { ...record, fields: names, quoted: names.map(() => false), sound: true };
}

/**
 * Blank names that no row has a field for: at the end, where the line of names ends in a delimiter and the others do
 * not, or anywhere, where there are as many of them as the rows have fields less.
 */
export function surplusNames([first, ...body]: readonly TextRecord[]): number {
  const names = first!.fields.map((name) => name.trim());
  const shortBy = (few: number): number => body.filter(({ fields }) => fields.length === names.length - few).length;
  const enough = (few: number): boolean => few > 0 && shortBy(few) > 0 && shortBy(few) >= 0.5 * body.length;
  let atEnd = 0;
  while (atEnd < names.length - 1 && names[names.length - 1 - atEnd] === '') atEnd += 1;
  const anywhere = names.filter((name) => name === '').length;
  return enough(atEnd) ? atEnd : anywhere < names.length && enough(anywhere) ? anywhere : 0;
}

/** The names without so many blank ones: those at the end where they are enough, else all. */
export function withoutSurplus(names: readonly string[], surplus: number): readonly string[] {
  if (surplus === 0) return names;
  const end = names.length - surplus;
  return names.slice(end).every((name) => name.trim() === '')
    ? names.slice(0, end)
    : names.filter((name) => name.trim() !== '');
}

/** Nearly every field: a value may lack its space where somebody typed it. */
const nearlyAll = 0.98;

/**
 * Whether a space follows every delimiter, as people write lists (`a, b, c`): it is part of the delimiter then. All names
 * have it, and nearly all cells that are not quoted, in two columns at least.
 */
export function spaceFollows(records: readonly TextRecord[], { delimiter }: { delimiter: string }): boolean {
  if (delimiter === ' ' || records.length < 2) return false;
  const bare = ({ fields, quoted, sound }: TextRecord): string[] =>
    sound ? fields.filter((_, at) => at > 0 && !quoted[at]) : [];
  const [first, ...body] = records;
  const names = bare(first!);
  const cells = body.flatMap(bare);
  return (
    names.length > 0 &&
    names.every((name) => /^ \S/.test(name)) &&
    cells.length > 0 &&
    cells.filter((cell) => cell.startsWith(' ')).length >= nearlyAll * cells.length
  );
}
