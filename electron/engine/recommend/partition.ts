/**
 * Rows as a search sees them: how many rows each stands for, and whose it is (0: nobody's); null where rows are
 * counted, not people.
 */
export interface CodedRows {
  count: number;
  weights: Uint32Array | null;
  person: Uint32Array | null;
}

/** A column at some level of detail: row → `map[codes[row]]`, a number below `labels`. */
export interface Labelled {
  codes: Uint16Array | Uint32Array;
  map: Uint32Array;
  labels: number;
}

/** What one more column, or one more level of detail, would do. */
export interface Trial {
  /** Rows that would lie in classes below k, those before included. */
  small: number;
  /** Entropy of the column in bits, over the rows that are not in small classes before it. */
  bits: number;
}

/** Entropy in bits of a column as it reads, over all its rows. */
export function bitsOf({ codes, map, labels }: Labelled): number {
  const counts = new Float64Array(labels);
  for (let row = 0; row < codes.length; row += 1) counts[map[codes[row] ?? 0] ?? 0]! += 1;
  return counts.reduce(
    (sum, count) => (count === 0 ? sum : sum - (count / codes.length) * Math.log2(count / codes.length)),
    0,
  );
}

/** Classes times labels up to which they are counted in one array rather than in a table. */
const mostCells = 1 << 24;

/**
 * The classes of some rows while columns are added to what tells them apart. Classes only ever split, so that whatever
 * falls below k stays there and is put aside for good: the work shrinks as the search goes on. Counted like the
 * release: a row without a person adds nobody, a class never has fewer than one.
 */
export class Partition {
  /** Rows in classes below k so far. */
  small = 0;
  private classes = 1;
  private rows: Int32Array;
  private classOf: Int32Array;
  private readonly coded: CodedRows;
  private readonly k: number;

  constructor(coded: CodedRows, k: number) {
    this.coded = coded;
    this.k = k;
    this.rows = Int32Array.from({ length: coded.count }, (_, row) => row);
    const { person } = coded;
    // People are counted without a set where the rows of each stand together.
    if (person !== null) this.rows.sort((a, b) => (person[a] ?? 0) - (person[b] ?? 0));
    this.classOf = new Int32Array(coded.count);
    this.split({ codes: new Uint16Array(coded.count), map: new Uint32Array(1), labels: 1 });
  }

  /** What splitting would do; nothing changes. */
  trial(by: Labelled): Trial {
    const { sizes, rows, of } = this.regroup(by);
    let small = this.small;
    for (let at = 0; at < sizes.length; at += 1)
      if ((rows[at] ?? 0) > 0 && (sizes[at] ?? 0) < this.k) small += rows[at] ?? 0;
    const perLabel = new Float64Array(by.labels);
    let total = 0;
    for (let index = 0; index < of.length; index += 1) {
      const row = this.rows[index] ?? 0;
      const weight = this.coded.weights?.[row] ?? 1;
      const label = by.map[by.codes[row] ?? 0] ?? 0;
      perLabel[label] = (perLabel[label] ?? 0) + weight;
      total += weight;
    }
    const bits = perLabel.reduce(
      (sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log2(count / total)),
      0,
    );
    return { small, bits };
  }

  /** Splits for good. */
  split(by: Labelled): void {
    const { sizes, rows, of } = this.regroup(by);
    const renumbered = new Int32Array(sizes.length).fill(-1);
    let classes = 0;
    let live = 0;
    const keptRows = new Int32Array(of.length);
    const keptClasses = new Int32Array(of.length);
    for (let index = 0; index < of.length; index += 1) {
      const at = of[index] ?? 0;
      if ((sizes[at] ?? 0) < this.k) continue;
      if (renumbered[at] === -1) renumbered[at] = classes++;
      keptRows[live] = this.rows[index] ?? 0;
      keptClasses[live] = renumbered[at] ?? 0;
      live += 1;
    }
    for (let at = 0; at < sizes.length; at += 1)
      if ((rows[at] ?? 0) > 0 && (sizes[at] ?? 0) < this.k) this.small += rows[at] ?? 0;
    this.rows = keptRows.slice(0, live);
    this.classOf = keptClasses.slice(0, live);
    this.classes = Math.max(1, classes);
  }

  /** New class of every row that is left, and the people (or rows) and rows of each class. */
  private regroup({ codes, map, labels }: Labelled): { of: Int32Array; sizes: Int32Array; rows: Int32Array } {
    const count = this.rows.length;
    const of = new Int32Array(count);
    const dense = this.classes * labels <= mostCells;
    const table = new Map<number, number>();
    for (let index = 0; index < count; index += 1) {
      const key = (this.classOf[index] ?? 0) * labels + (map[codes[this.rows[index] ?? 0] ?? 0] ?? 0);
      if (dense) of[index] = key;
      else {
        const known = table.get(key) ?? table.size;
        if (known === table.size) table.set(key, known);
        of[index] = known;
      }
    }
    const cells = dense ? this.classes * labels : table.size;
    const rows = new Int32Array(cells);
    const { weights, person } = this.coded;
    for (let index = 0; index < count; index += 1)
      rows[of[index] ?? 0]! += weights === null ? 1 : (weights[this.rows[index] ?? 0] ?? 0);
    if (person === null) return { of, sizes: rows, rows };
    const sizes = new Int32Array(cells);
    const last = new Uint32Array(cells);
    for (let index = 0; index < count; index += 1) {
      const at = of[index] ?? 0;
      const who = person[this.rows[index] ?? 0] ?? 0;
      if (who === 0 || last[at] === who) continue;
      last[at] = who;
      sizes[at]! += 1;
    }
    for (let at = 0; at < cells; at += 1) if (sizes[at] === 0 && (rows[at] ?? 0) > 0) sizes[at] = 1;
    return { of, sizes, rows };
  }
}
