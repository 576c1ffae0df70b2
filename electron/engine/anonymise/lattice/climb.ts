import { below, seededRandom, type Random } from '../local/seeded-random.ts';
import type { Evaluation, Evaluations } from './evaluations.ts';
import type { KnownFailures } from './known-failures.ts';
import type { Pace } from './pace.ts';

/** Moves of a round for each column, and rounds without a better end before it gives up. */
const movesEach = 150;
const patience = 2;
/** By what share of the score in hand a worse one may be taken, on average, when a round begins and when it ends. */
const [warm, cold] = [0.02, 0.001];
/** Share of the moves that take one column up and another down. */
const both = 0.7;

const slack = 1e-12;

interface Range {
  least: number;
  most: number;
}

type Moves = readonly (readonly [column: number, by: number])[];

export interface ClimbInput {
  evaluations: Evaluations;
  /** Levels at which firm rules fail; what is found of them is added. */
  failures: KnownFailures;
  /** What no choice of these levels scores below, without a look at a row. */
  bound: (levels: Uint8Array) => number;
  ranges: readonly Range[];
  /** Levels that hold. */
  from: Uint8Array;
  /** Of `pace`, until which it may go on. */
  seconds: number;
  pace: Pace;
  seed?: number;
}

/** One column down or up, or one up and another down. */
function* neighbours(columns: number): Generator<Moves> {
  for (let column = 0; column < columns; column += 1) yield [[column, -1]];
  for (let column = 0; column < columns; column += 1) yield [[column, 1]];
  for (let up = 0; up < columns; up += 1)
    for (let down = 0; down < columns; down += 1)
      if (up !== down)
        yield [
          [up, 1],
          [down, -1],
        ];
}

/** A neighbour by chance; of a single column, its own way up and down is one that cancels out. */
function drawMoves(columns: number, random: Random): Moves {
  const column = below(random, columns);
  const by = random() < 0.5 ? 1 : -1;
  return random() < both
    ? [
        [column, by],
        [below(random, columns), -by],
      ]
    : [[column, by]];
}

class Climb {
  readonly #input: ClimbInput;
  readonly #random: Random;

  constructor(input: ClimbInput) {
    this.#input = input;
    this.#random = seededRandom(input.seed ?? 1);
  }

  get #isOver(): boolean {
    return this.#input.pace.seconds >= this.#input.seconds;
  }

  async run(): Promise<void> {
    const { evaluations, from } = this.#input;
    let best = await this.#descend(evaluations.at(from));
    for (let tries = 0; tries < patience && !this.#isOver; tries += 1) {
      await this.#round(best);
      const end = await this.#descend(evaluations.best ?? best);
      if (end.score < best.score - slack) [best, tries] = [end, -1];
    }
  }

  /** Goes to better neighbours while there are any. */
  async #descend(start: Evaluation): Promise<Evaluation> {
    let here = start;
    for (let better = true; better && !this.#isOver;) {
      better = false;
      for (const moves of neighbours(here.levels.length)) {
        const there = this.#look(here, moves, here.score - slack);
        await this.#input.pace.step();
        if (there !== null) {
          here = there;
          better = true;
          break;
        }
        if (this.#isOver) break;
      }
    }
    return here;
  }

  /** Walks by chance, worse ways too, ever more seldom. */
  async #round(start: Evaluation): Promise<void> {
    const { pace, seconds } = this.#input;
    const columns = start.levels.length;
    const [all, begun] = [movesEach * columns, pace.seconds];
    let here = start;
    for (let move = 0; move < all && !this.#isOver; move += 1) {
      const done = Math.max(move / all, (pace.seconds - begun) / (seconds - begun));
      const warmth = warm * (cold / warm) ** done;
      // Drawn first: what surely scores above it need not be looked at.
      const limit = here.score * (1 - warmth * Math.log(1 - this.#random()));
      here = this.#look(here, drawMoves(columns, this.#random), limit) ?? here;
      await pace.step();
    }
  }

  /** The neighbour, where it holds and scores below the limit; where it surely does not, no row is looked at. */
  #look({ levels }: Evaluation, moves: Moves, limit: number): Evaluation | null {
    const { evaluations, failures, bound, ranges } = this.#input;
    const next = levels.slice();
    for (const [column, by] of moves) {
      const level = next[column]! + by;
      if (level < ranges[column]!.least || level > ranges[column]!.most) return null;
      next[column] = level;
    }
    if (bound(next) >= limit || failures.has(next)) return null;
    const there = evaluations.at(next);
    if (!there.firm) failures.add(next);
    return there.holds && there.score < limit ? there : null;
  }
}

/**
 * Looks for a good choice of levels where there are too many to look at: to better neighbours first, then in rounds
 * from the best so far by simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) among choices that hold. Proves
 * nothing; what it finds is remembered by `evaluations`.
 */
export const climb = (input: ClimbInput): Promise<void> => new Climb(input).run();
