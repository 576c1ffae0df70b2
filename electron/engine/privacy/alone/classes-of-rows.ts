/**
 * Rows put into classes of equal cells, without the rows that are alone: those that further columns can still tell apart.
 * Class `i` is `rows[starts[i] … starts[i + 1])`.
 */
export interface RowClasses {
  rows: Uint32Array;
  starts: Uint32Array;
}

/** Who a row is about: one number per person, −1 for a row of nobody known. Null: every row is a person. */
export type WhoseRow = Int32Array | null;

/** What one more column makes of classes. */
export interface Refined {
  classes: RowClasses;
  /** Rows that are alone now and were not before. */
  alone: Uint32Array;
}

/** Memory that refining uses again and again. */
export class Refiner {
  readonly #total: number;
  readonly #who: WhoseRow;
  readonly #counts: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #alone: Uint32Array;
  readonly #touched: Uint32Array;

  /** @param values more than any code of the columns that are to be refined by */
  constructor(total: number, values: number, who: WhoseRow) {
    this.#total = total;
    this.#who = who;
    this.#counts = new Uint32Array(values);
    this.#touched = new Uint32Array(Math.min(values, total));
    this.#rows = new Uint32Array(total);
    this.#starts = new Uint32Array(total + 1);
    this.#alone = new Uint32Array(total);
  }

  /** All rows in one class: what nobody can tell apart. */
  whole(): RowClasses {
    return {
      rows: Uint32Array.from({ length: this.#total }, (_, row) => row),
      starts: Uint32Array.of(0, this.#total),
    };
  }

  /** Splits every class by one more column. */
  refine({ rows, starts }: RowClasses, codes: Uint16Array | Uint32Array): Refined {
    let [kept, groups, single] = [0, 0, 0];
    for (let group = 0; group + 1 < starts.length; group += 1) {
      const [from, to] = [starts[group]!, starts[group + 1]!];
      const different = this.#countCodes(rows, from, to, codes);
      let at = kept;
      for (let index = 0; index < different; index += 1) {
        const code = this.#touched[index]!;
        const size = this.#counts[code]!;
        this.#counts[code] = at;
        at += size;
      }
      for (let index = from; index < to; index += 1) {
        const row = rows[index]!;
        this.#rows[this.#counts[codes[row]!]!++] = row;
      }
      // Each count is now the end of its code's rows; those of one person only are taken out on the way.
      let start = kept;
      for (let index = 0; index < different; index += 1) {
        const code = this.#touched[index]!;
        const end = this.#counts[code]!;
        this.#counts[code] = 0;
        if (this.#onePerson(start, end))
          for (let row = start; row < end; row += 1) this.#alone[single++] = this.#rows[row]!;
        else {
          this.#starts[groups++] = kept;
          this.#rows.copyWithin(kept, start, end);
          kept += end - start;
        }
        start = end;
      }
    }
    this.#starts[groups] = kept;
    return {
      classes: { rows: this.#rows.slice(0, kept), starts: this.#starts.slice(0, groups + 1) },
      alone: this.#alone.slice(0, single),
    };
  }

  /** Counts the codes of a class; the different ones stand in `touched`, in the order in which they appear. */
  #countCodes(rows: Uint32Array, from: number, to: number, codes: Uint16Array | Uint32Array): number {
    let different = 0;
    for (let index = from; index < to; index += 1) {
      const code = codes[rows[index]!]!;
      if (this.#counts[code]!++ === 0) this.#touched[different++] = code;
    }
    return different;
  }

  #onePerson(from: number, to: number): boolean {
    const who = this.#who;
    if (who === null) return to - from === 1;
    let first = -1;
    for (let index = from; index < to; index += 1) {
      const person = who[this.#rows[index]!]!;
      if (person < 0) continue;
      if (first >= 0 && person !== first) return false;
      first = person;
    }
    return true;
  }
}

/** Array length that holds every code of the columns. */
export const codesOf = (columns: readonly { values: readonly unknown[] }[]): number =>
  columns.reduce((most, { values }) => Math.max(most, values.length), 1);
