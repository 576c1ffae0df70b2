import type { NearestClasses, Sought } from './nearest-classes.ts';
import type { ReleasedClasses, ReleasedColumn } from './released-classes.ts';

/** What a cell costs that does not stand for a person's value. Whole numbers, so that equal distances are equal. */
const otherValue = 5000;

/** A cell of several values costs the more, the more of them: a thousand times their natural logarithm, up to this. */
const widest = 4000;

/** What the cells of a column cost for one person. */
interface ColumnCost {
  /** The one label that costs nothing, where no cell stands for several values. */
  label: number;
  /** For each label, where one does; else null. */
  byLabel: Uint32Array | null;
}

/** Classes of whose cells some stand for several values: a distance is the sum of what they cost. */
export class NearestSets implements NearestClasses {
  readonly other = otherValue;
  readonly cells = 4e9;
  readonly atOnce = 2;
  readonly classes: ReleasedClasses;
  #sought: readonly Sought[] = [];
  readonly #distance: Uint32Array;
  readonly #costs: ColumnCost[];
  /** For each label of a column what it costs where it fits. */
  readonly #fitting: (Uint32Array | null)[];

  constructor(classes: ReleasedClasses) {
    this.classes = classes;
    this.#distance = new Uint32Array(classes.size.length);
    this.#fitting = classes.columns.map(({ labelOf, cover: { from } }) =>
      labelOf !== null
        ? null
        : Uint32Array.from({ length: from.length - 1 }, (_, label) =>
            Math.min(widest, Math.round(1000 * Math.log(Math.max(1, from[label + 1]! - from[label]!)))),
          ),
    );
    this.#costs = classes.columns.map(({ labelOf, cover: { from } }) => ({
      label: 0,
      byLabel: labelOf !== null ? null : new Uint32Array(from.length - 1),
    }));
  }

  seek(sought: readonly Sought[]): void {
    this.#sought = sought;
  }

  look(place: number): number {
    const { row, known } = this.#sought[place]!;
    const { columns } = this.classes;
    this.#distance.fill(0);
    for (const at of known) {
      this.#lookUp(columns[at]!, at, row);
      this.#add(columns[at]!, this.#costs[at]!);
    }
    let least = Infinity;
    for (const distance of this.#distance) if (distance < least) least = distance;
    return least;
  }

  far(group: number): number {
    return this.#distance[group]!;
  }

  between(low: number, high: number): Uint32Array {
    const found: number[] = [];
    const distance = this.#distance;
    for (let group = 0; group < distance.length; group++) {
      const far = distance[group]!;
      if (far >= low && far <= high) found.push(group);
    }
    return Uint32Array.from(found);
  }

  above(level: number): number {
    let next = Infinity;
    for (const far of this.#distance) if (far > level && far < next) next = far;
    return next;
  }

  cost(at: number, group: number): number {
    const label = this.classes.columns[at]!.labels[group]!;
    const cost = this.#costs[at]!;
    return cost.byLabel === null ? (label === cost.label ? 0 : otherValue) : cost.byLabel[label]!;
  }

  #lookUp({ person, labelOf, holders: { from, labels } }: ReleasedColumn, at: number, row: number): void {
    const cost = this.#costs[at]!;
    const code = person.codes[row]!;
    if (labelOf !== null) {
      cost.label = labelOf[code]!;
      return;
    }
    const byLabel = cost.byLabel!;
    const fitting = this.#fitting[at]!;
    byLabel.fill(otherValue);
    for (let each = from[code]!; each < from[code + 1]!; each++) byLabel[labels[each]!] = fitting[labels[each]!]!;
  }

  #add({ labels }: ReleasedColumn, { label, byLabel }: ColumnCost): void {
    const distance = this.#distance;
    if (byLabel === null) {
      for (let group = 0; group < distance.length; group++) if (labels[group] !== label) distance[group]! += otherValue;
      return;
    }
    for (let group = 0; group < distance.length; group++) distance[group]! += byLabel[labels[group]!]!;
  }
}
