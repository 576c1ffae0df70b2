import type { CodedTable } from '../coded/coded-table.ts';
import { oneClass, Splitter, type Classes, type People } from './classes.ts';

/** A table over the kept rows: who is in which class, and how many people each class has left. */
interface Held {
  columns: readonly number[];
  /** Class of each row; −1 where it was left out before the table came. */
  classOf: Int32Array;
  classes: Classes;
  /** People left per class. */
  heads: Uint32Array;
  /** Where rows are not people: per row its person within its class, and per such person the rows left. */
  unitOf: Uint32Array | null;
  unitRows: Uint32Array | null;
}

/**
 * Several tables about the same rows. What one of them leaves out, all leave out: so columns that two tables share have
 * the same counts in both, and no difference between the two points at the few who are missing.
 */
export class SameRows {
  readonly #table: CodedTable;
  readonly #people: People;
  readonly #nobody: number;
  readonly #k: number;
  readonly #out: Uint8Array;
  readonly #held: Held[] = [];
  readonly #splitter: Splitter;
  readonly #all: Uint32Array;
  #left = 0;

  /** @param nobody the number in `people` of rows that name nobody: they count for no further person */
  constructor(table: CodedTable, k: number, people: People, nobody = -1) {
    this.#nobody = nobody;
    this.#table = table;
    this.#k = k;
    this.#people = people;
    this.#out = new Uint8Array(table.rows);
    this.#all = oneClass(table.rows, people).order;
    this.#splitter = new Splitter(1, Math.max(1, ...table.columns.map(({ values }) => values.length)), people);
  }

  /** Rows that are left out by now. */
  get leftOut(): number {
    return this.#left;
  }

  /** Which rows are left out, one flag per row. */
  get flags(): Uint8Array {
    return this.#out;
  }

  #hold(columns: readonly number[]): Held {
    const order = this.#all.filter((row) => this.#out[row] === 0);
    let classes: Classes = { order, starts: Uint32Array.of(0, order.length) };
    for (const column of columns) classes = this.#splitter.split(classes, this.#table.columns[column]!);
    const count = classes.starts.length - 1;
    const classOf = new Int32Array(this.#table.rows).fill(-1);
    const heads = new Uint32Array(count);
    const people = this.#people;
    const unitOf = people === null ? null : new Uint32Array(this.#table.rows);
    const unitRows: number[] = [];
    for (let at = 0; at < count; at += 1)
      for (let index = classes.starts[at]!; index < classes.starts[at + 1]!; index += 1) {
        const row = classes.order[index]!;
        classOf[row] = at;
        if (people === null || unitOf === null) {
          heads[at]! += 1;
          continue;
        }
        if (people[row] === this.#nobody) continue;
        // Rows of one person lie together within a class.
        const same = index > classes.starts[at]! && people[classes.order[index - 1]!] === people[row];
        if (!same) {
          heads[at]! += 1;
          unitRows.push(0);
        }
        unitOf[row] = unitRows.length - 1;
        unitRows[unitRows.length - 1]! += 1;
      }
    return { columns, classOf, classes, heads, unitOf, unitRows: people === null ? null : Uint32Array.from(unitRows) };
  }

  /** Rows of small classes go, and with them what that makes small elsewhere, until none is. Null above the limit. */
  #settle(held: readonly Held[], limit: number): number[] | null {
    const gone: number[] = [];
    const waiting: [Held, number][] = [];
    const fresh = held.at(-1)!;
    for (let at = 0; at < fresh.heads.length; at += 1) if (fresh.heads[at]! < this.#k) waiting.push([fresh, at]);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [{ classes }, at] = next;
      for (let index = classes.starts[at]!; index < classes.starts[at + 1]!; index += 1) {
        const row = classes.order[index]!;
        if (this.#out[row] === 1) continue;
        this.#out[row] = 1;
        gone.push(row);
        for (const one of held) if (this.#drop(one, row, -1)) waiting.push([one, one.classOf[row]!]);
      }
      if (this.#left + gone.length > limit) {
        this.#restore(held, gone);
        return null;
      }
    }
    return gone;
  }

  /** Takes a row out of its class, or puts it back. @returns has the class just become too small? */
  #drop({ classOf, heads, unitOf, unitRows }: Held, row: number, by: 1 | -1): boolean {
    const at = classOf[row]!;
    if (this.#people?.[row] === this.#nobody) return false;
    if (unitOf !== null && unitRows !== null) {
      const unit = unitOf[row]!;
      const before = unitRows[unit]!;
      unitRows[unit] = before + by;
      if (Math.min(before, before + by) > 0) return false;
    }
    heads[at]! += by;
    return by < 0 && heads[at] === this.#k - 1;
  }

  #restore(held: readonly Held[], gone: readonly number[]): void {
    for (const row of gone) {
      this.#out[row] = 0;
      for (const one of held) this.#drop(one, row, 1);
    }
  }

  /**
   * Rows that would be left out with a further table, all in all.
   * @returns null where there would be more than `limit`
   */
  tried(columns: readonly number[], limit: number): number | null {
    const held = [...this.#held, this.#hold(columns)];
    const gone = this.#settle(held, limit);
    if (gone === null) return null;
    this.#restore(held, gone);
    return this.#left + gone.length;
  }

  /** Takes a further table in. @returns false, and nothing is changed, where more than `limit` rows would go */
  add(columns: readonly number[], limit: number): boolean {
    const held = [...this.#held, this.#hold(columns)];
    const gone = this.#settle(held, limit);
    if (gone === null) return false;
    this.#left += gone.length;
    this.#held.push(held.at(-1)!);
    return true;
  }
}
