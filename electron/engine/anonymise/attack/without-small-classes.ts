import type { CodedTable } from '../coded/coded-table.ts';
import { groupRows } from './group-rows.ts';

/** Only these rows of a table, their values as they were. @param rows places */
export function pickRows({ columns }: CodedTable, rows: Uint32Array): CodedTable {
  const picked = columns.map((column) => {
    const codes = column.codes instanceof Uint16Array ? new Uint16Array(rows.length) : new Uint32Array(rows.length);
    for (let at = 0; at < rows.length; at++) codes[at] = column.codes[rows[at]!]!;
    return { ...column, codes };
  });
  return { rows: rows.length, columns: picked };
}

/**
 * The rows of classes that have at least k rows, or k people where persons are numbered; the others are left out. A
 * class is what agrees in the named columns.
 * @param rows places, ascending @param persons a number for each row of the table
 */
export function withoutSmallClasses(
  { columns }: CodedTable,
  rows: Uint32Array,
  { k, by, persons }: { k: number; by: readonly string[]; persons?: Uint32Array | undefined },
): Uint32Array {
  const keys = columns.filter(({ name }) => by.includes(name)).map(({ codes }) => codes);
  const { groupOf, size } = groupRows(keys, rows);
  if (persons === undefined) return rows.filter((_, at) => size[groupOf[at]!]! >= k);
  // Each person once in each class: pairs of class and person, grouped again.
  const classOf = new Uint32Array(columns[0]?.codes.length ?? 0);
  rows.forEach((row, at) => (classOf[row] = groupOf[at]!));
  const pairs = groupRows([classOf, persons], rows);
  const people = new Uint32Array(size.length);
  for (const row of pairs.first) people[classOf[row]!]!++;
  return rows.filter((_, at) => people[groupOf[at]!]! >= k);
}
