import type { CodedColumn } from '../coded/coded-table.ts';

/** Rows in classes: those of class c are `order[starts[c]] … order[starts[c + 1] − 1]`. */
export interface Classes {
  order: Uint32Array;
  starts: Uint32Array;
}

/** Who k counts: a number per row for its person, or null where every row is a person. */
export type People = Uint32Array | null;

/** All rows in one class, those of one person together: the classes made from it keep that order. */
export function oneClass(rows: number, people: People): Classes {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  if (people !== null) order.sort((a, b) => people[a]! - people[b]! || a - b);
  return { order, starts: Uint32Array.of(0, rows) };
}

/** Splits classes by a column; what is kept between two splits, so that none is made anew. */
export class Splitter {
  readonly #people: People;
  readonly #k: number;
  readonly #rows: Uint32Array;
  readonly #heads: Uint32Array;
  readonly #last: Int32Array;
  readonly #seen: Uint32Array;
  readonly #tally: Float64Array;
  #found = 0;

  /** @param values most values of any column that is split by */
  constructor(k: number, values: number, people: People) {
    this.#k = k;
    this.#people = people;
    this.#rows = new Uint32Array(values);
    this.#heads = new Uint32Array(values);
    this.#last = new Int32Array(values);
    this.#seen = new Uint32Array(values);
    this.#tally = new Float64Array(values);
  }

  /** Rows and people per value within one class; the values found are the first `#found` of `#seen`. */
  #count({ order, starts }: Classes, at: number, codes: CodedColumn['codes']): void {
    const [rows, heads, last, seen, people] = [this.#rows, this.#heads, this.#last, this.#seen, this.#people];
    let found = 0;
    for (let index = starts[at]!; index < starts[at + 1]!; index += 1) {
      const row = order[index]!;
      const code = codes[row]!;
      if (rows[code] === 0) {
        seen[found++] = code;
        last[code] = -1;
      }
      rows[code]! += 1;
      if (people === null) heads[code]! += 1;
      else if (last[code] !== people[row]) {
        heads[code]! += 1;
        last[code] = people[row]!;
      }
    }
    this.#found = found;
  }

  #clear(): void {
    const [rows, heads, seen] = [this.#rows, this.#heads, this.#seen];
    for (let index = 0; index < this.#found; index += 1) rows[seen[index]!] = heads[seen[index]!] = 0;
  }

  /** Rows that fall into classes of fewer than k when a column splits each class; counts no further than `limit`. */
  lost(classes: Classes, { codes }: CodedColumn, limit: number): number {
    if (this.#people === null) return this.#lostRows(classes, codes, limit);
    let lost = 0;
    for (let at = 0; at + 1 < classes.starts.length && lost <= limit; at += 1) {
      this.#count(classes, at, codes);
      for (let index = 0; index < this.#found; index += 1) {
        const code = this.#seen[index]!;
        if (this.#heads[code]! < this.#k) lost += this.#rows[code]!;
      }
      this.#clear();
    }
    return lost;
  }

  /**
   * The same where every row is a person, in one pass: a row is lost until its value has been found k times. `tally` is
   * the class times k + 1 plus the rows found, so that nothing has to be cleared between classes.
   */
  #lostRows({ order, starts }: Classes, codes: CodedColumn['codes'], limit: number): number {
    const [tally, k] = [this.#tally.fill(-1), this.#k];
    let lost = 0;
    for (let at = 0; at + 1 < starts.length && lost <= limit; at += 1) {
      const base = at * (k + 1);
      const end = starts[at + 1]!;
      for (let index = starts[at]!; index < end; index += 1) {
        const code = codes[order[index]!]!;
        const found = Math.max(tally[code]!, base);
        if (found - base === k) continue;
        tally[code] = found + 1;
        if (found - base < k - 1) lost += 1;
        else lost -= k - 1;
      }
    }
    return lost;
  }

  /** The classes of k or more that come of it, values in the order in which they are found; other rows are left out. */
  split(classes: Classes, { codes }: CodedColumn): Classes {
    const [rows, heads, last, seen] = [this.#rows, this.#heads, this.#last, this.#seen];
    const order = new Uint32Array(classes.order.length);
    const starts: number[] = [0];
    let length = 0;
    for (let at = 0; at + 1 < classes.starts.length; at += 1) {
      this.#count(classes, at, codes);
      // From here `last` is where the next row with that value goes, −1 for those that are left out.
      for (let index = 0; index < this.#found; index += 1) {
        const code = seen[index]!;
        if (heads[code]! < this.#k) last[code] = -1;
        else {
          last[code] = length;
          length += rows[code]!;
          starts.push(length);
        }
      }
      for (let index = classes.starts[at]!; index < classes.starts[at + 1]!; index += 1) {
        const row = classes.order[index]!;
        const code = codes[row]!;
        if (last[code]! >= 0) order[last[code]!++] = row;
      }
      this.#clear();
    }
    return { order: order.subarray(0, length), starts: Uint32Array.from(starts) };
  }
}
