import { matchedAtOnce, MatchRows, mostMatched } from './match-rows.ts';
import type { NearestClasses, Sought } from './nearest-classes.ts';
import type { ReleasedClasses } from './released-classes.ts';

/** Classes whose cells stand for one value each: a distance is the number of columns that differ. */
export class NearestExact implements NearestClasses {
  readonly other = 1;
  readonly cells = 4e10;
  readonly atOnce = matchedAtOnce;
  readonly classes: ReleasedClasses;
  readonly #match: MatchRows;
  /** For each person sought, by column, the label that stands for what they have. */
  #wanted: number[][] = [];
  #place = 0;
  #differing: Uint8Array = new Uint8Array();

  /** @param classes of not more columns than can be matched, each with a label for each code */
  constructor(classes: ReleasedClasses) {
    this.classes = classes;
    this.#match = new MatchRows(
      classes.columns.map(({ labels, cover }) => ({ labels, values: cover.from.length })),
      classes.size.length,
    );
  }

  seek(sought: readonly Sought[]): void {
    const { columns } = this.classes;
    this.#wanted = sought.map(({ row }) => columns.map(({ labelOf, person: { codes } }) => labelOf![codes[row]!]!));
    this.#match.count(
      sought.map(({ known }, place) => ({ columns: known, wanted: known.map((at) => this.#wanted[place]![at]!) })),
    );
  }

  look(place: number): number {
    this.#place = place;
    this.#differing = this.#match.differing(place);
    return this.#match.least(place);
  }

  far(group: number): number {
    return this.#differing[group]!;
  }

  between(low: number, high: number): Uint32Array {
    return this.#match.between(this.#place, low, Math.min(mostMatched, high));
  }

  above(level: number): number {
    for (let next = level + 1; next <= this.classes.columns.length; next++)
      if (this.between(next, next).length > 0) return next;
    return Infinity;
  }

  cost(at: number, group: number): number {
    return this.classes.columns[at]!.labels[group] === this.#wanted[this.#place]![at] ? 0 : 1;
  }
}
