import type { PairValues } from './pair-value.ts';

/** From here on two columns say the same: one of them tells at least this share of the other. */
const SAME = 0.9;

/** Bits that any pair is worth beside its information: that two columns do not hang together is worth knowing, too. */
const ANY_PAIR = 0.01;

/** Columns by what they say: those that say the same, directly or by way of others, have one number. */
function saying(overlap: Float64Array, columns: number): Uint32Array {
  const of = Uint32Array.from({ length: columns }, (_, column) => column);
  for (let a = 0; a < columns; a += 1)
    for (let b = a + 1; b < columns; b += 1) {
      if (overlap[a * columns + b]! < SAME || of[a] === of[b]) continue;
      const [kept, gone] = [of[a]!, of[b]!];
      for (let column = 0; column < columns; column += 1) if (of[column] === gone) of[column] = kept;
    }
  return of;
}

/** Which pairs of columns tables have together by now, and what a further table would add. */
export class PairCover {
  readonly #columns: number;
  readonly #values: PairValues;
  readonly #wish: readonly number[];
  readonly #of: Uint32Array;
  readonly #covered: Uint8Array;
  /** Worth that is covered already for what two columns say, by the numbers of `saying`. */
  readonly #told: Float64Array;

  /** @param wish weight per column, above 0 */
  constructor(values: PairValues, wish: readonly number[]) {
    this.#columns = wish.length;
    this.#values = values;
    this.#wish = wish;
    this.#of = saying(values.overlap, wish.length);
    this.#covered = new Uint8Array(wish.length ** 2);
    this.#told = new Float64Array(wish.length ** 2);
  }

  #each(columns: readonly number[], visit: (a: number, b: number, pair: number) => void): void {
    for (const a of columns) for (const b of columns) if (a < b) visit(a, b, a * this.#columns + b);
  }

  /** What a pair is worth, and for which pair of sayings it counts. */
  #worth(a: number, b: number): { worth: number; told: number } {
    const pair = a * this.#columns + b;
    const [x, y] = [Math.min(this.#of[a]!, this.#of[b]!), Math.max(this.#of[a]!, this.#of[b]!)];
    // Two that say the same teach, together, where they differ.
    const bits = this.#values.information[pair]! * (x === y ? 1 - this.#values.overlap[pair]! : 1);
    return { worth: this.#wish[a]! * this.#wish[b]! * (bits + ANY_PAIR), told: x * this.#columns + y };
  }

  /** What a table would add: of pairs that say the same, the one that says most, above what is told already. */
  gain(columns: readonly number[]): number {
    const best = new Map<number, number>();
    this.#each(columns, (a, b, pair) => {
      if (this.#covered[pair] === 1) return;
      const { worth, told } = this.#worth(a, b);
      const more = worth - this.#told[told]!;
      if (more > (best.get(told) ?? 0)) best.set(told, more);
    });
    let sum = 0;
    for (const more of best.values()) sum += more;
    return sum;
  }

  take(columns: readonly number[]): void {
    this.#each(columns, (a, b, pair) => {
      this.#covered[pair] = 1;
      const { worth, told } = this.#worth(a, b);
      if (worth > this.#told[told]!) this.#told[told] = worth;
    });
  }

  pairs(): [number, number][] {
    const found: [number, number][] = [];
    for (let a = 0; a < this.#columns; a += 1)
      for (let b = a + 1; b < this.#columns; b += 1) if (this.#covered[a * this.#columns + b] === 1) found.push([a, b]);
    return found;
  }

  /** Mutual information of the covered pairs as a share of that of all. */
  information(): number {
    let [kept, all] = [0, 0];
    for (let a = 0; a < this.#columns; a += 1)
      for (let b = a + 1; b < this.#columns; b += 1) {
        const bits = this.#values.information[a * this.#columns + b]!;
        all += bits;
        if (this.#covered[a * this.#columns + b] === 1) kept += bits;
      }
    return all === 0 ? 1 : kept / all;
  }
}
