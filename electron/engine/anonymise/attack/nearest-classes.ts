import { packLabels, type PackedLabels } from './packed-labels.ts';
import type { ReleasedClasses, ReleasedColumn } from './released-classes.ts';

/** What a cell costs that does not stand for a person's value. Whole numbers, so that equal distances are equal. */
export const otherValue = 5000;

/** A cell of several values costs the more, the more of them: a thousand times their natural logarithm, up to this. */
const widest = 4000;

/** What the cells of a column cost for one person. */
interface ColumnCost {
  /** The one label that costs nothing, where no cell stands for several values. */
  label: number;
  /** For each label, where one does; else null. */
  byLabel: Uint32Array | null;
}

/**
 * Distances between a person and the classes of a release: over the columns that are known, a cell that does not stand
 * for the person's value costs `otherValue`, one that stands for it and others a little, so that of two that fit the
 * narrower one is nearer. Where all cells are exact this is the Hamming distance.
 */
export class NearestClasses {
  /** For each class, after `measure`. */
  readonly distance: Uint32Array;
  readonly classes: ReleasedClasses;
  readonly #costs: ColumnCost[];
  /** For each label of a column what it costs where it fits. */
  readonly #fitting: (Uint32Array | null)[];
  readonly #packed: PackedLabels | null;

  constructor(classes: ReleasedClasses) {
    this.classes = classes;
    this.distance = new Uint32Array(classes.size.length);
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
    this.#packed = this.#fitting.every((fitting) => fitting === null)
      ? packLabels(
          classes.columns.map(({ labels }) => labels),
          classes.columns.map(({ cover }) => cover.from.length),
        )
      : null;
  }

  /**
   * Fills `distance` for a person.
   * @param row their place in the people's table
   * @param known places of the columns that are known of them
   * @returns the least distance; Infinity where there is no class
   */
  measure(row: number, known: readonly number[]): number {
    const { columns } = this.classes;
    for (const at of known) this.#lookUp(columns[at]!, at, row);
    if (this.#packed !== null)
      return this.#packed.mismatches(
        known,
        known.map((at) => this.#costs[at]!.label),
        this.distance,
        otherValue,
      );
    this.distance.fill(0);
    for (const at of known) this.#add(columns[at]!, this.#costs[at]!);
    let least = Infinity;
    for (const distance of this.distance) if (distance < least) least = distance;
    return least;
  }

  /** What a class's cell of a column costs the person measured last. */
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
    const { distance } = this;
    if (byLabel === null) {
      for (let group = 0; group < distance.length; group++) if (labels[group] !== label) distance[group]! += otherValue;
      return;
    }
    for (let group = 0; group < distance.length; group++) distance[group]! += byLabel[labels[group]!]!;
  }
}
