/** What a predicate asks of one column: a value, by its code. */
export interface Term {
  at: number;
  code: number;
}

/** Bytes that lists of rows may take; what is not kept is listed anew. */
const mostBytes = 48_000_000;

/** Rows that have a value, a bit each, listed when a value is first asked for. */
export class RowsByValue {
  readonly #words: number;
  readonly #mark: (term: Term, rows: Uint32Array) => void;
  readonly #kept = new Map<string, Uint32Array>();
  readonly #most: number;

  /** @param mark sets in `rows` the bit of each row that has the value: of row i, bit i % 32 of word i / 32 */
  constructor(rows: number, mark: (term: Term, rows: Uint32Array) => void) {
    this.#words = Math.ceil(rows / 32);
    this.#mark = mark;
    this.#most = Math.max(1, Math.floor(mostBytes / Math.max(1, this.#words * 4)));
  }

  /** The first rows, so many at most, that have all of the values. Quickest where the rarest comes first. */
  having(terms: readonly Term[], most: number): number[] {
    const found: number[] = [];
    const lists = terms.map((term) => this.#rowsOf(term));
    for (let word = 0; word < this.#words && lists.length > 0; word++) {
      let bits = lists[0]![word]!;
      for (let list = 1; list < lists.length && bits !== 0; list++) bits &= lists[list]![word]!;
      for (; bits !== 0; bits &= bits - 1) {
        found.push(word * 32 + 31 - Math.clz32(bits & -bits));
        if (found.length === most) return found;
      }
    }
    return found;
  }

  #rowsOf(term: Term): Uint32Array {
    const key = `${term.at} ${term.code}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const rows = new Uint32Array(this.#words);
    this.#mark(term, rows);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < this.#most) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(key, rows);
    return rows;
  }
}
