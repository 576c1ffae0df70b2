/** Places 0 … length − 1 that are taken one by one; counting and finding free ones takes log(length) steps (Fenwick 1994). */
export class FreePlaces {
  readonly #tree: Int32Array;
  readonly #top: number;

  constructor(length: number) {
    this.#tree = new Int32Array(length + 1);
    for (let at = 1; at <= length; at += 1) this.#tree[at] = at & -at;
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, length)));
  }

  /** A place that is free is so no more. */
  take(place: number): void {
    for (let at = place + 1; at < this.#tree.length; at += at & -at) this.#tree[at]! -= 1;
  }

  /** How many of the first `end` places are free. */
  before(end: number): number {
    let sum = 0;
    for (let at = end; at > 0; at -= at & -at) sum += this.#tree[at]!;
    return sum;
  }

  /** The free place that has `count` free ones before it. */
  nth(count: number): number {
    let [at, left] = [0, count];
    for (let step = this.#top; step > 0; step /= 2)
      if (at + step < this.#tree.length && this.#tree[at + step]! <= left) {
        at += step;
        left -= this.#tree[at]!;
      }
    return at;
  }
}
