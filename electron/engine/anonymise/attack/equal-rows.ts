import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { groupRows } from './group-rows.ts';

export interface EqualRows {
  /** Rows that are alone over all columns of their own table. */
  unique: number;
  /** Rows that equal exactly one row of the other table in the compared columns. */
  one: number;
  /** Rows that equal none. */
  none: number;
}

const textOf = (value: string | null): string => value ?? '';

/** The codes of both columns in one array, the same for the same text; nothing and an empty text are the same. */
function together(here: CodedColumn, there: CodedColumn): Uint32Array {
  const known = new Map<string, number>();
  const coded = ({ values }: CodedColumn): Uint32Array =>
    Uint32Array.from(values, (value) => {
      const text = textOf(value);
      const code = known.get(text) ?? known.size;
      known.set(text, code);
      return code;
    });
  const [a, b] = [coded(here), coded(there)];
  const all = new Uint32Array(here.codes.length + there.codes.length);
  for (let row = 0; row < here.codes.length; row++) all[row] = a[here.codes[row]!]!;
  for (let row = 0; row < there.codes.length; row++) all[here.codes.length + row] = b[there.codes[row]!]!;
  return all;
}

/**
 * Compares the rows of a released file with those of a source by what they read.
 * @param compared names of columns that both have; none: nothing is equal
 */
export function equalRows(file: CodedTable, source: CodedTable, compared: readonly string[]): EqualRows {
  const everything = (rows: number): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => row);
  const alone = groupRows(
    file.columns.map(({ codes }) => codes),
    everything(file.rows),
  ).size.filter((size) => size === 1).length;
  if (compared.length === 0) return { unique: alone, one: 0, none: file.rows };
  const of = ({ columns }: CodedTable, name: string): CodedColumn => columns.find((column) => column.name === name)!;
  const both = compared.map((name) => together(of(file, name), of(source, name)));
  const { groupOf, size } = groupRows(both, everything(file.rows + source.rows));
  const here = new Uint32Array(size.length);
  for (let row = 0; row < file.rows; row++) here[groupOf[row]!]!++;
  let [one, none] = [0, 0];
  for (let group = 0; group < size.length; group++) {
    const there = size[group]! - here[group]!;
    if (there === 1) one += here[group]!;
    else if (there === 0) none += here[group]!;
  }
  return { unique: alone, one, none };
}
