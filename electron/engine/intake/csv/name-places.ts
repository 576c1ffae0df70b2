import { valueTools } from '#engine/values/value-tools.ts';
import { isKnownHeader } from './one-value.ts';
import type { TextRecord } from './parse-text.ts';

const looked = 60;

const words = (cell: string): string[] => cell.split(/[\s-]+/).filter((word) => word !== '');
const isFirstName = (cell: string): boolean => words(cell).length > 0 && words(cell).every(valueTools().isFirstName);
/** `von Berg`, `de la Cruz`: the last word is the name. */
const isSurname = (cell: string): boolean => valueTools().isSurname(words(cell).at(-1) ?? '');

const mostly = (cells: readonly string[], is: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(is).length >= 0.6 * cells.length;

/**
 * The places of a table whose first cell is a person's name over such names: a first name over first names, a surname
 * over surnames where first names stand beside them or where there is nothing else. Such a cell names no column. Words
 * that people call columns by are none, though somebody is called so.
 */
export function namePlaces(first: readonly string[], body: readonly TextRecord[]): ReadonlySet<number> {
  const below = first.map((_cell, at) =>
    body
      .slice(0, looked)
      .map(({ fields }) => fields[at]?.trim() ?? '')
      .filter((value) => value !== ''),
  );
  // With a single record, its own cells are all there is to tell by.
  const columns = body.length === 0 ? first.map((cell) => [cell]) : below;
  const firstNames = new Set([...columns.keys()].filter((at) => mostly(columns[at]!, isFirstName)));
  const surnamesCount = firstNames.size > 0 || (first.length === 1 && body.length > 0);
  const isName = (cell: string, at: number): boolean =>
    firstNames.has(at) ? isFirstName(cell) : surnamesCount && isSurname(cell) && mostly(columns[at]!, isSurname);
  return new Set([...first.keys()].filter((at) => isName(first[at]!, at) && !isKnownHeader(first[at]!)));
}
