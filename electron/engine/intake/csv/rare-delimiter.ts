import { isKnownHeader } from './one-value.ts';
import type { TextRecord } from './parse-text.ts';

/** Signs that part fields where people found no other that their values do not hold. */
const rare = ['#', '!', '*', '&', '$', '=', '%', '/', '\\', '\u00a7', '\u00a6', '\u00fe', '\u00ac', '\u2021'];
// oxlint-disable-next-line no-control-regex
const usual = /[,;\t|^~\u0001\u001f]/;
const looked = 200;
const nearlyAll = 0.98;
const fewestLines = 3;

const areNames = (cells: readonly string[]): boolean =>
  new Set(cells).size === cells.length &&
  cells.every((cell) => /^"?[\p{L}_][\p{L}\p{N}_ .()-]{0,40}"?$/u.test(cell)) &&
  cells.filter((cell) => isKnownHeader(cell)).length >= 0.5 * cells.length;

/** Whether the first record reads like names of columns. */
export const namesFirst = ({ records, columns }: { records: readonly TextRecord[]; columns: number }): boolean =>
  records.length > 1 &&
  records[0]!.fields.length === columns &&
  areNames(records[0]!.fields.map((cell) => cell.trim()));

/**
 * A sign that hardly anybody parts fields with, where it is plain that somebody did: it cuts nearly every line into as
 * many fields as the first, three or more, and the first holds names and none of the usual delimiters. Pure.
 */
export function rareDelimiter(text: string): string | null {
  const lines = text
    .split(/\r\n|\n|\r/, looked)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '""'));
  const [first] = text.split(/\r\n|\n|\r/, 1);
  if (first === undefined || lines.length < fewestLines || usual.test(first)) return null;
  return (
    rare.find((sign) => {
      const names = first.split(sign);
      if (names.length < 3 || !areNames(names.map((name) => name.trim()))) return false;
      return lines.filter((line) => line.split(sign).length === names.length).length >= nearlyAll * lines.length;
    }) ?? null
  );
}
