import type { CodedColumn } from '../coded/coded-table.ts';
import { ColumnLevels, type SearchColumn } from './column-levels.ts';
import { isBelow } from './known-failures.ts';
import { fieldsFor, Grouper, type Field, type PackedRows } from './packed-rows.ts';

/** The classes that the rows fall into at certain levels. */
export interface Classes {
  /** One per column of the search. */
  levels: Uint8Array;
  size: number;
  /** Rows of each class. */
  rows: Uint32Array;
  /** Rows that are alike in class and protected values; the classes themselves where nothing is protected. */
  pairs: PackedRows;
  /** Class of each pair; null where pairs are classes. */
  of: Uint32Array | null;
  /** A pair of each class, which its labels are read from. */
  first: Uint32Array | null;
}

interface Kept {
  levels: Uint8Array;
  pairs: PackedRows;
  /** Turn in which others were last made from it. */
  used: number;
}

/** Groupings that are kept to make coarser ones from; and one is worth it that is by so much smaller than its source. */
const mostKept = 400;
const smaller = 0.7;

/**
 * The rows as classes, whatever the levels: rows that are alike are put together once, and the classes of a node are
 * made from those of the smallest finer node that is kept (roll-up; LeFevre, DeWitt, Ramakrishnan 2005).
 */
export class Groupings {
  readonly columns: readonly ColumnLevels[];
  readonly fields: readonly Field[];
  /** Fields of the protected columns, in the pairs' words. */
  readonly guarded: readonly Field[];
  readonly total: number;
  /** Pair of each row at the finest levels. */
  readonly pairOfRow: Uint32Array;
  /** Words of a row before those of the protected columns. */
  readonly keyWords: number;
  readonly #grouper = new Grouper();
  readonly #kept: Kept[];
  #scratch: Uint32Array[] = [];
  #groupOf: Uint32Array;
  #first: Uint32Array;
  /** Pairs that may be kept, and how many still may. */
  readonly #most: number;
  #room: number;
  #turn = 0;

  /** @param guarded protected columns, whose values are counted in every class */
  constructor(columns: readonly SearchColumn[], guarded: readonly CodedColumn[], rows: number) {
    this.columns = columns.map((column) => new ColumnLevels(column));
    this.total = rows;
    const keys = fieldsFor(this.columns.map(({ cards, least }) => cards[least]!));
    const values = fieldsFor(guarded.map((column) => column.values.length));
    this.fields = keys.fields;
    this.guarded = values.fields.map((field) => ({ ...field, word: field.word + keys.words }));
    this.keyWords = keys.words;
    const words = Array.from(
      { length: keys.words + (guarded.length === 0 ? 0 : values.words) },
      () => new Uint32Array(rows),
    );
    for (const [at, { column, least }] of columns.entries())
      pack(words, keys.fields[at]!, column.codes, this.columns[at]!.dense(least));
    for (const [at, column] of guarded.entries()) pack(words, this.guarded[at]!, column.codes, null);
    this.pairOfRow = new Uint32Array(rows);
    this.#groupOf = this.pairOfRow;
    this.#first = new Uint32Array(rows);
    const base = this.#gather(words, rows, null);
    const size = Math.max(base.size, 1);
    this.#kept = [{ levels: Uint8Array.from(columns, ({ least }) => least), pairs: base, used: Infinity }];
    this.#groupOf = new Uint32Array(size);
    this.#first = new Uint32Array(size);
    this.#scratch = words.map(() => new Uint32Array(size));
    this.#most = Math.max(2_000_000, size);
    this.#room = this.#most;
  }

  /** Rows that differ in nothing at the finest levels count once. */
  get distinct(): number {
    return this.#kept[0]!.pairs.size;
  }

  at(levels: Uint8Array): Classes {
    const source = this.#source(levels);
    const pairs = source.levels.every((level, at) => level === levels[at])
      ? source.pairs
      : this.#rollUp(source, levels);
    if (this.guarded.length === 0) return { levels, size: pairs.size, rows: pairs.rows, pairs, of: null, first: null };
    const size = this.#grouper.group(pairs.words.slice(0, this.keyWords), pairs.size, this.#groupOf, this.#first);
    const of = this.#groupOf.slice(0, pairs.size);
    const rows = new Uint32Array(size);
    for (let pair = 0; pair < pairs.size; pair += 1) rows[of[pair]!]! += pairs.rows[pair]!;
    return { levels, size, rows, pairs, of, first: this.#first.slice(0, size) };
  }

  /** The same classes with the class of every pair at the finest levels, which `pairOfRow` leads to. */
  whole(levels: Uint8Array): Classes & { of: Uint32Array } {
    const base = this.#kept[0]!;
    const words = this.#lifted(base, levels).map((word) => word.slice(0, base.pairs.size));
    const size = this.#grouper.group(words.slice(0, this.keyWords), base.pairs.size, this.#groupOf, this.#first);
    const of = this.#groupOf.slice(0, base.pairs.size);
    const rows = new Uint32Array(size);
    for (let pair = 0; pair < of.length; pair += 1) rows[of[pair]!]! += base.pairs.rows[pair]!;
    const pairs = { size: base.pairs.size, words, rows: base.pairs.rows };
    return { levels, size, rows, pairs, of, first: this.#first.slice(0, size) };
  }

  #source(levels: Uint8Array): Kept {
    let best = this.#kept[0]!;
    for (const kept of this.#kept) if (kept.pairs.size < best.pairs.size && isBelow(kept.levels, levels)) best = kept;
    if (best.used !== Infinity) best.used = this.#turn++;
    return best;
  }

  #rollUp(source: Kept, levels: Uint8Array): PackedRows {
    const pairs = this.#gather(this.#lifted(source, levels), source.pairs.size, source.pairs.rows);
    if (pairs.size < source.pairs.size * smaller && this.#makeRoom(pairs.size)) {
      this.#room -= pairs.size;
      this.#kept.push({ levels, pairs, used: this.#turn++ });
    }
    return pairs;
  }

  /** Gives up what was longest of no use, never the finest. @returns whether so many pairs may be kept */
  #makeRoom(size: number): boolean {
    if (size > this.#most / 3) return false;
    while (this.#kept.length >= mostKept || this.#room < size) {
      let oldest = 1;
      for (let at = 2; at < this.#kept.length; at += 1)
        if (this.#kept[at]!.used < this.#kept[oldest]!.used) oldest = at;
      const [gone] = this.#kept.splice(oldest, 1);
      this.#room += gone!.pairs.size;
    }
    return true;
  }

  /** The words of a grouping with every field taken up to the levels; those that change are scratch. */
  #lifted({ levels: from, pairs }: Kept, levels: Uint8Array): Uint32Array[] {
    const words = [...pairs.words];
    for (const [at, { word, shift, mask }] of this.fields.entries()) {
      if (from[at] === levels[at]) continue;
      const up = this.columns[at]!.up(from[at]!, levels[at]!);
      const [source, target] = [words[word]!, this.#scratch[word]!];
      const others = ~(mask << shift);
      for (let row = 0; row < pairs.size; row += 1) {
        const value = source[row]!;
        target[row] = (value & others) | (up[(value >>> shift) & mask]! << shift);
      }
      words[word] = target;
    }
    return words;
  }

  /** Equal rows together. @param rows how many each stands for; null: one */
  #gather(words: readonly Uint32Array[], size: number, rows: Uint32Array | null): PackedRows {
    const groups = this.#grouper.group(words, size, this.#groupOf, this.#first);
    const sums = new Uint32Array(groups);
    if (rows === null) for (let row = 0; row < size; row += 1) sums[this.#groupOf[row]!]! += 1;
    else for (let row = 0; row < size; row += 1) sums[this.#groupOf[row]!]! += rows[row]!;
    const gathered = words.map((word) => {
      const out = new Uint32Array(groups);
      for (let group = 0; group < groups; group += 1) out[group] = word[this.#first[group]!]!;
      return out;
    });
    return { size: groups, words: gathered, rows: sums };
  }
}

/** Writes a column's codes into its field of every row. @param dense what each code becomes; null: itself */
function pack(
  words: readonly Uint32Array[],
  { word, shift }: Field,
  codes: CodedColumn['codes'],
  dense: Uint32Array | null,
): void {
  const target = words[word]!;
  if (dense === null) for (let row = 0; row < codes.length; row += 1) target[row]! |= codes[row]! << shift;
  else for (let row = 0; row < codes.length; row += 1) target[row]! |= dense[codes[row]!]! << shift;
}
