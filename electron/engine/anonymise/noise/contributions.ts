import { Failure } from '#shared/contract/failure.ts';
import { noiseText } from '#shared/text/engine/noise.ts';

/** Whose row each is, and how many rows of one person are used at most. */
export interface Contributions {
  /** A number for the person, one per row. */
  of: Uint32Array;
  /** From 1. One person changes a table by so many rows at most; noise grows with it. */
  most: number;
}

/**
 * The rows that are used: of each person the first so many, so that adding or removing a person adds or removes no more
 * than those. Which rows of a person are used depends on that person's rows alone.
 * @param people absent: every row is a person of its own, and all are used
 * @throws Failure RECIPE_INVALID where the bound is no whole number from 1
 */
export function boundedRows(rows: number, people: Contributions | undefined): Uint32Array {
  if (people === undefined) return Uint32Array.from({ length: rows }, (_, row) => row);
  if (!(Number.isSafeInteger(people.most) && people.most >= 1)) throw new Failure('RECIPE_INVALID', noiseText.most);
  const seen = new Map<number, number>();
  const kept = new Uint32Array(rows);
  let length = 0;
  for (let row = 0; row < rows; row += 1) {
    const before = seen.get(people.of[row]!) ?? 0;
    if (before >= people.most) continue;
    seen.set(people.of[row]!, before + 1);
    kept[length++] = row;
  }
  return kept.slice(0, length);
}
