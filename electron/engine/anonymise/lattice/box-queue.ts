/** Every choice of levels from `low` to `high`, both included, column by column. */
export interface Box {
  low: Uint8Array;
  high: Uint8Array;
  /** What none of them can score below. */
  bound: number;
}

/** Boxes by ascending bound; of equal bounds the one put in first. Three numbers and two bytes a column for each. */
export class BoxQueue {
  readonly #columns: number;
  #bounds = new Float64Array(1024);
  #places = new Float64Array(1024);
  #levels: Uint8Array;
  #free: number[] = [];
  #made = 0;
  #turn = 0;
  #turns = new Float64Array(1024);
  #size = 0;

  constructor(columns: number) {
    this.#columns = columns;
    this.#levels = new Uint8Array(1024 * 2 * columns);
  }

  get size(): number {
    return this.#size;
  }

  /** What the boxes take. */
  get bytes(): number {
    return this.#size * (3 * Float64Array.BYTES_PER_ELEMENT + 2 * this.#columns);
  }

  /** The least bound there is; Infinity where none is left. */
  get least(): number {
    return this.#size === 0 ? Infinity : this.#bounds[0]!;
  }

  push({ low, high, bound }: Box): void {
    const place = this.#free.pop() ?? this.#made++;
    const width = 2 * this.#columns;
    if ((place + 1) * width > this.#levels.length) this.#levels = grown(this.#levels, Uint8Array);
    this.#levels.set(low, place * width);
    this.#levels.set(high, place * width + this.#columns);
    if (this.#size === this.#bounds.length) {
      this.#bounds = grown(this.#bounds, Float64Array);
      this.#places = grown(this.#places, Float64Array);
      this.#turns = grown(this.#turns, Float64Array);
    }
    this.#put(this.#size, bound, place, this.#turn++);
    this.#size += 1;
    this.#rise(this.#size - 1);
  }

  /** Takes out the first one. Throws where there is none. */
  pop(): Box {
    if (this.#size === 0) throw new Error('No box is left.');
    const [bound, place] = [this.#bounds[0]!, this.#places[0]!];
    const from = place * 2 * this.#columns;
    const low = this.#levels.slice(from, from + this.#columns);
    const high = this.#levels.slice(from + this.#columns, from + 2 * this.#columns);
    this.#free.push(place);
    this.#size -= 1;
    const last = this.#size;
    this.#put(0, this.#bounds[last]!, this.#places[last]!, this.#turns[last]!);
    this.#sink(0);
    return { low, high, bound };
  }

  #put(at: number, bound: number, place: number, turn: number): void {
    this.#bounds[at] = bound;
    this.#places[at] = place;
    this.#turns[at] = turn;
  }

  #before(a: number, b: number): boolean {
    const difference = this.#bounds[a]! - this.#bounds[b]!;
    return difference < 0 || (difference === 0 && this.#turns[a]! < this.#turns[b]!);
  }

  #swap(a: number, b: number): void {
    const [bound, place, turn] = [this.#bounds[a]!, this.#places[a]!, this.#turns[a]!];
    this.#put(a, this.#bounds[b]!, this.#places[b]!, this.#turns[b]!);
    this.#put(b, bound, place, turn);
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.#before(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(from: number): void {
    for (let at = from; ;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < this.#size && this.#before(below, least)) least = below;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }
}

function grown<Kind extends Uint8Array | Float64Array>(array: Kind, kind: new (length: number) => Kind): Kind {
  const larger = new kind(array.length * 2);
  larger.set(array);
  return larger;
}
