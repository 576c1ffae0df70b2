import { Failure } from '#shared/contract/failure.ts';
import { countsText } from '#shared/text/engine/counts.ts';
import type { CodedTable } from '../coded/coded-table.ts';

/** Whose row each is, and in how many groups one person may count. */
export interface PeopleInGroups {
  /** A number for the person, one per row. */
  of: Uint32Array;
  /** From 1. */
  mostGroups: number;
}

/** One person in one group: what they may add to it. */
export interface Part {
  cell: number;
  rows: number[];
}

/** The group of each row: its place among all combinations of the columns' values, the last column turning fastest. */
export function cellsOf({ rows, columns }: CodedTable): Uint32Array {
  const cells = new Uint32Array(rows);
  for (const { codes, values } of columns)
    for (let row = 0; row < rows; row += 1) cells[row] = cells[row]! * values.length + codes[row]!;
  return cells;
}

/**
 * What each person adds, in no more groups than are allowed: those of the person's first rows. Which they are depends
 * on that person's rows alone.
 * @throws Failure RECIPE_INVALID where the bound is no whole number from 1
 */
export function partsOf(cells: Uint32Array, people: PeopleInGroups | undefined): Part[] {
  if (people === undefined) return Array.from(cells, (cell, row) => ({ cell, rows: [row] }));
  const { of, mostGroups } = people;
  if (!(Number.isSafeInteger(mostGroups) && mostGroups >= 1))
    throw new Failure('RECIPE_INVALID', countsText.mostGroups);
  const byPerson = new Map<number, Map<number, Part>>();
  cells.forEach((cell, row) => {
    const groups = byPerson.get(of[row]!) ?? new Map<number, Part>();
    byPerson.set(of[row]!, groups);
    const part = groups.get(cell);
    if (part !== undefined) part.rows.push(row);
    else if (groups.size < mostGroups) groups.set(cell, { cell, rows: [row] });
  });
  return [...byPerson.values()].flatMap((groups) => [...groups.values()]);
}
