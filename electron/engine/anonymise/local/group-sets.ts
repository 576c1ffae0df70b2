import type { CodedColumn } from '../coded/coded-table.ts';

/** Rows by group: those of group g are `order[start[g]] … order[start[g + 1] - 1]`, as they stand in the table. */
export interface RowsByGroup {
  start: Uint32Array;
  order: Uint32Array;
}

export function rowsByGroup(groupOf: Uint32Array, groups: number): RowsByGroup {
  const start = new Uint32Array(groups + 1);
  for (const group of groupOf) start[group]! += 1;
  for (let group = 0, sum = 0; group <= groups; group += 1) {
    sum += start[group]!;
    start[group] = sum;
  }
  const order = new Uint32Array(groupOf.length);
  for (let row = groupOf.length - 1; row >= 0; row -= 1) order[--start[groupOf[row]!]!] = row;
  return { start, order };
}

/** The different codes of each group, rising. */
export function groupSets(codes: CodedColumn['codes'], groupOf: Uint32Array, groups: number): Uint32Array[] {
  const { start, order } = rowsByGroup(groupOf, groups);
  return Array.from({ length: groups }, (_, group) =>
    Uint32Array.from(new Set(order.subarray(start[group], start[group + 1]).map((row) => codes[row]!))).toSorted(),
  );
}

/** Sorts in place; most sets are of a few codes. */
function rise(codes: number[]): void {
  if (codes.length > 16) codes.sort((one, other) => one - other);
  else
    for (let at = 1; at < codes.length; at += 1) {
      const code = codes[at]!;
      let to = at;
      for (; to > 0 && codes[to - 1]! > code; to -= 1) codes[to] = codes[to - 1]!;
      codes[to] = code;
    }
}

/** Numbers sets of codes in the order in which they are first met. */
class SetNumbers {
  readonly sets: number[][] = [];
  readonly #values: number;
  /** From a set, by its number here, to the one that has a further code: by that code. */
  readonly #longer = new Map<number, number>();
  /** The number of the set at the end of a way; −1 where none ends. */
  readonly #numbers: number[] = [-1];

  /** @param values how many codes there are */
  constructor(values: number) {
    this.#values = values;
  }

  /** @param set rising */
  numberOf(set: readonly number[]): number {
    let way = 0;
    for (const code of set) {
      const key = way * this.#values + code;
      let next = this.#longer.get(key);
      if (next === undefined) {
        next = this.#numbers.push(-1) - 1;
        this.#longer.set(key, next);
      }
      way = next;
    }
    if (this.#numbers[way] === -1) this.#numbers[way] = this.sets.push([...set]) - 1;
    return this.#numbers[way]!;
  }
}

/**
 * The different sets of codes that groups have, rising, numbered as they are first met: many groups share one.
 * @param values how many codes there are
 */
export function numberSets(
  codes: CodedColumn['codes'],
  values: number,
  { start, order }: RowsByGroup,
): { of: Uint32Array; sets: number[][] } {
  // The group in which a code was last met, plus one.
  const met = new Uint32Array(values);
  const numbers = new SetNumbers(values);
  const of = new Uint32Array(start.length - 1);
  const own: number[] = [];
  for (let group = 0; group < of.length; group += 1) {
    own.length = 0;
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const code = codes[order[at]!]!;
      if (met[code] === group + 1) continue;
      met[code] = group + 1;
      own.push(code);
    }
    rise(own);
    of[group] = numbers.numberOf(own);
  }
  return { of, sets: numbers.sets };
}
