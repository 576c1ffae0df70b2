import type { AttackedHalf } from './attack-input.ts';
import { inTurn, someBelow } from './chance.ts';
import type { NearestClasses } from './nearest-classes.ts';
import type { ReleasedColumn } from './released-classes.ts';
import { noTally, type AttackTally } from './tally.ts';

/** Adds up votes for the values of a column, without a walk over all values for each person. */
class Votes {
  readonly #column: ReleasedColumn;
  readonly #weight: Float64Array;
  readonly #touched: number[] = [];
  /** The most common value: the guess of somebody who looks at nothing else. */
  readonly common: number;

  constructor(column: ReleasedColumn) {
    this.#column = column;
    this.#weight = new Float64Array(column.expected.length);
    this.common = column.expected.reduce((best, weight, code, all) => (weight > all[best]! ? code : best), 0);
  }

  /** A class votes for every value its cell stands for, by how common each is in the release. */
  add(group: number, rows: number): void {
    const { cover, labels, expected, expectedIn } = this.#column;
    const label = labels[group]!;
    for (let at = cover.from[label]!; at < cover.from[label + 1]!; at++) {
      const code = cover.codes[at]!;
      if (this.#weight[code] === 0) this.#touched.push(code);
      this.#weight[code]! += (rows * expected[code]!) / expectedIn[label]!;
    }
  }

  /** The value with the most votes, of equal ones the more common; forgets the votes. */
  winner(): number {
    const { expected } = this.#column;
    let best = this.common;
    let most = 0;
    for (const code of this.#touched) {
      const weight = this.#weight[code]!;
      if (weight > most || (weight === most && expected[code]! > expected[best]!)) [best, most] = [code, weight];
      this.#weight[code] = 0;
    }
    this.#touched.length = 0;
    return best;
  }
}

/**
 * Guesses each column of a person from all others that are known: the classes nearest to the person over those vote, each row one
 * vote. One pass finds them for all columns: a class that is nearest without a column is no further over all of them
 * than the nearest one and the most that a cell costs.
 */
export async function inferColumns(half: AttackedHalf): Promise<AttackTally[]> {
  const { classes, nearest, known, members, strangers, targets, chance, pause } = half;
  // With no other column known there is nothing but the naive guess.
  const others = (at: number): number => known.length - (known.includes(at) ? 1 : 0);
  const guessed = [...classes.columns.keys()].filter((at) => others(at) > 0);
  const votes = classes.columns.map((column) => new Votes(column));
  const none = (): number[] => classes.columns.map(() => 0);
  const hits = { main: none(), control: none(), baseline: none() };
  const guess = (place: number, row: number, side: 'main' | 'control'): void => {
    // Classes that are nearest without some column.
    const least = nearest.look(place);
    const close = nearest.between(least, least + nearest.other);
    for (const at of guessed) {
      voteNearest(nearest, close, known.includes(at) ? at : null, votes[at]!);
      const truth = classes.columns[at]!.person.codes[row]!;
      if (votes[at]!.winner() === truth) hits[side][at]!++;
      if (side === 'main' && votes[at]!.common === truth) hits.baseline[at]!++;
    }
  };
  const sides = [
    { side: 'main' as const, rows: members },
    { side: 'control' as const, rows: strangers },
  ];
  const tried = { main: 0, control: 0 };
  if (classes.rows > 0 && guessed.length > 0)
    for (const { side, rows } of sides)
      for (const together of inTurn(someBelow(rows.length, targets.inference, chance), nearest.atOnce)) {
        nearest.seek(together.map((at) => ({ row: rows[at]!, known })));
        for (const [place, at] of together.entries()) {
          guess(place, rows[at]!, side);
          tried[side]++;
        }
        await pause();
      }
  return guessed.map((at) => ({
    ...noTally({ attack: 'inference', size: others(at), column: classes.columns[at]!.name, judged: true }),
    main: hits.main[at]!,
    mainTargets: tried.main,
    control: hits.control[at]!,
    controlTargets: tried.control,
    baseline: hits.baseline[at]!,
    baselineTargets: tried.main,
  }));
}

/** Lets the classes vote that are nearest over all known columns but one. @param at its place; null: over all of them */
function voteNearest(nearest: NearestClasses, close: Uint32Array, at: number | null, votes: Votes): void {
  const { classes } = nearest;
  const far = (group: number): number => nearest.far(group) - (at === null ? 0 : nearest.cost(at, group));
  let least = Infinity;
  for (const group of close) least = Math.min(least, far(group));
  for (const group of close) if (far(group) === least) votes.add(group, classes.size[group]!);
}
