/** Where a column's code lies among the words of a row: `word`, and there from bit `shift` on under `mask`. */
export interface Field {
  word: number;
  shift: number;
  mask: number;
}

/**
 * Packs codes into words of 32 bits; no field lies across two of them.
 * @param cards codes of each column; every one from 0 to below its card
 */
export function fieldsFor(cards: readonly number[]): { fields: Field[]; words: number } {
  let word = 0;
  let shift = 0;
  const fields = cards.map((card) => {
    const bits = Math.max(1, 32 - Math.clz32(Math.max(card - 1, 1)));
    if (shift + bits > 32) {
      word += 1;
      shift = 0;
    }
    const field = { word, shift, mask: bits === 32 ? -1 : (1 << bits) - 1 };
    shift += bits;
    return field;
  });
  return { fields, words: word + 1 };
}

/** Rows of packed codes, or groups of equal ones: `rows[i]` is how many rows the i-th stands for. */
export interface PackedRows {
  size: number;
  words: readonly Uint32Array[];
  rows: Uint32Array;
}

/** The code of a column in the i-th row. */
export const codeAt = (words: readonly Uint32Array[], { word, shift, mask }: Field, at: number): number =>
  (words[word]![at]! >>> shift) & mask;

/** Puts equal rows together, with an open-addressing hash that is used again and again. */
export class Grouper {
  #table = new Int32Array(1024);

  /** @returns the place of each row's group; groups in the order in which they are first met, `first` their first row */
  group(words: readonly Uint32Array[], size: number, groupOf: Uint32Array, first: Uint32Array): number {
    let bits = 10;
    while (2 ** bits < size * 2) bits += 1;
    if (this.#table.length < 2 ** bits) this.#table = new Int32Array(2 ** bits);
    this.#table.fill(0, 0, 2 ** bits);
    if (words.length === 1) return one(this.#table, 32 - bits, words[0]!, size, groupOf, first);
    if (words.length === 2) return two(this.#table, 32 - bits, words[0]!, words[1]!, size, groupOf, first);
    return many(this.#table, 32 - bits, words, size, groupOf, first);
  }
}

type Table = Int32Array;

function one(
  table: Table,
  down: number,
  low: Uint32Array,
  size: number,
  groupOf: Uint32Array,
  first: Uint32Array,
): number {
  const last = 2 ** (32 - down) - 1;
  let groups = 0;
  for (let row = 0; row < size; row += 1) {
    const key = low[row]!;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> down;
    let known = table[slot]!;
    while (known !== 0 && low[first[known - 1]!] !== key) {
      slot = (slot + 1) & last;
      known = table[slot]!;
    }
    if (known === 0) {
      first[groups] = row;
      groups += 1;
      known = groups;
      table[slot] = known;
    }
    groupOf[row] = known - 1;
  }
  return groups;
}

function two(
  table: Table,
  down: number,
  low: Uint32Array,
  high: Uint32Array,
  size: number,
  groupOf: Uint32Array,
  first: Uint32Array,
): number {
  const last = 2 ** (32 - down) - 1;
  let groups = 0;
  for (let row = 0; row < size; row += 1) {
    const [a, b] = [low[row]!, high[row]!];
    let mixed = Math.imul(a ^ (a >>> 15), 0x9e3779b1) ^ Math.imul(b ^ (b >>> 13), 0x85ebca6b);
    mixed ^= mixed >>> 16;
    let slot = Math.imul(mixed, 0xc2b2ae35) >>> down;
    let known = table[slot]!;
    while (known !== 0 && (low[first[known - 1]!] !== a || high[first[known - 1]!] !== b)) {
      slot = (slot + 1) & last;
      known = table[slot]!;
    }
    if (known === 0) {
      first[groups] = row;
      groups += 1;
      known = groups;
      table[slot] = known;
    }
    groupOf[row] = known - 1;
  }
  return groups;
}

function many(
  table: Table,
  down: number,
  words: readonly Uint32Array[],
  size: number,
  groupOf: Uint32Array,
  first: Uint32Array,
): number {
  const last = 2 ** (32 - down) - 1;
  const differs = (row: number, other: number): boolean => {
    for (const word of words) if (word[row] !== word[other]) return true;
    return false;
  };
  let groups = 0;
  for (let row = 0; row < size; row += 1) {
    let mixed = 0;
    for (const word of words) {
      mixed = Math.imul(mixed ^ word[row]!, 0x9e3779b1);
      mixed ^= mixed >>> 15;
    }
    let slot = Math.imul(mixed, 0xc2b2ae35) >>> down;
    let known = table[slot]!;
    while (known !== 0 && differs(row, first[known - 1]!)) {
      slot = (slot + 1) & last;
      known = table[slot]!;
    }
    if (known === 0) {
      first[groups] = row;
      groups += 1;
      known = groups;
      table[slot] = known;
    }
    groupOf[row] = known - 1;
  }
  return groups;
}
