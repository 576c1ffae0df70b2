import type { CodedColumn } from '../coded/coded-table.ts';
import { BoxQueue, type Box } from './box-queue.ts';
import { boundByParts } from './bound-by-parts.ts';
import { climb } from './climb.ts';
import type { SearchColumn } from './column-levels.ts';
import { Evaluations } from './evaluations.ts';
import { Groupings } from './groupings.ts';
import { Judge, type Rule } from './judge.ts';
import { KnownFailures } from './known-failures.ts';
import { Pace } from './pace.ts';
import { Population, type PopulationRows } from './population.ts';
import { utilities, type UtilityId } from './utility/utilities.ts';
import type { Utility } from './utility/utility.ts';

export interface LatticeInput {
  columns: readonly SearchColumn[];
  /** Protected columns, which rules about values are asked of. */
  guarded: readonly CodedColumn[];
  rows: number;
  rules: readonly Rule[];
  /** Whose people rules may ask for, with codes in every column; absent where none does. */
  population?: PopulationRows | undefined;
  utility: UtilityId;
  /** Rows that may be suppressed. */
  mostHidden: number;
  /** Seconds after which the best so far is given; Infinity: it goes on until nothing better can be. */
  seconds?: number;
  signal?: AbortSignal | undefined;
  onProgress?: ((state: { checked: number; best: number; bound: number }) => void) | undefined;
}

export interface LatticeResult {
  /** The best that was found, one per column; null where none was. */
  levels: Uint8Array | null;
  score: number;
  /** Proven: nothing that holds scores below it. */
  bound: number;
  /** Nothing better is left: the levels are the optimum, or where there are none, there is no choice that holds. */
  proven: boolean;
  /** Choices of levels that were looked at, of how many there are. */
  checked: number;
  nodes: number;
  hiddenRows: number;
  /** For each row 1 where it is suppressed; of no use where `levels` is null. */
  hidden: Uint8Array;
}

/** From so many choices on good ones are looked for by neighbourhood before any is proven to be the best. */
const many = 200_000;
/** Share of the time after which this is over; before it, that after which parts of the columns are. */
const climbing = 0.75;
const parting = 0.3;
const usualSeconds = 20;

/** Bytes that boxes not taken up yet may fill. */
const roomForBoxes = 256 * 2 ** 20;

const slack = 1e-12;

/**
 * The least lossy full-domain generalisation with suppression of rows under which all rules hold, proven: boxes of
 * choices are taken up by ascending bound, and what is known to fail cuts off everything finer at once. Along a path
 * upwards the border of what holds is found by halving. Where time or room end first: the best so far, and a proven
 * bound.
 * @throws Failure JOB_CANCELLED
 */
export async function searchLattice(input: LatticeInput): Promise<LatticeResult> {
  return new LatticeSearch(input).run();
}

class LatticeSearch {
  readonly #input: LatticeInput;
  readonly #groupings: Groupings;
  readonly #judge: Judge;
  readonly #utility: Utility;
  readonly #evaluations: Evaluations;
  readonly #failures = new KnownFailures();
  readonly #queue: BoxQueue;
  readonly #pace: Pace;
  readonly #nodes: number;
  /** Bound of the box in hand. */
  #bound = -Infinity;
  /** What nothing scores below, whatever the boxes say. */
  #floor = -Infinity;

  constructor(input: LatticeInput) {
    const { columns, guarded, rows, rules, population, utility, mostHidden, signal, onProgress } = input;
    this.#input = input;
    this.#groupings = new Groupings(columns, guarded, rows);
    this.#judge = new Judge(
      this.#groupings,
      rules,
      guarded.map(({ values }) => values.length),
      population && new Population(columns, population),
    );
    this.#utility = utilities[utility]({ columns, groupings: this.#groupings });
    this.#evaluations = new Evaluations({
      groupings: this.#groupings,
      judge: this.#judge,
      utility: this.#utility,
      mostHidden,
    });
    this.#queue = new BoxQueue(columns.length);
    this.#nodes = columns.reduce((product, { least, most }) => product * (most - least + 1), 1);
    this.#pace = new Pace(signal, () => {
      const { checked, leastScore } = this.#evaluations;
      onProgress?.({ checked, best: leastScore, bound: this.#bound });
    });
  }

  async run(): Promise<LatticeResult> {
    const { columns, seconds = Infinity } = this.#input;
    const low = Uint8Array.from(columns, ({ least }) => least);
    const high = Uint8Array.from(columns, ({ most }) => most);
    this.#queue.push({ low, high, bound: this.#utility.bound(low) });
    if (this.#nodes > many) {
      const share = seconds === Infinity ? usualSeconds : seconds;
      this.#floor = await boundByParts(this.#input, {
        seconds: share * parting,
        pace: this.#pace,
        search: searchLattice,
      });
      await this.#climb(low, high, share * climbing);
    }
    while (this.#queue.size > 0 && this.#leastPossible() < this.#evaluations.leastScore - slack) {
      if (this.#pace.seconds >= seconds || this.#queue.bytes > roomForBoxes) break;
      const box = this.#queue.pop();
      this.#bound = Math.max(box.bound, this.#floor);
      await this.#split(box);
      await this.#pace.step();
    }
    return this.#result();
  }

  async #climb(low: Uint8Array, high: Uint8Array, seconds: number): Promise<void> {
    await this.#findBorder(low, high);
    const from = this.#evaluations.best?.levels ?? high;
    if (!this.#evaluations.at(from).holds) return;
    await climb({
      evaluations: this.#evaluations,
      failures: this.#failures,
      bound: (levels) => this.#utility.bound(levels),
      ranges: this.#input.columns,
      from,
      seconds,
      pace: this.#pace,
    });
  }

  /** Takes the finest choice of a box and puts what is left of the box back, in parts that have nothing in common. */
  async #split({ low, high, bound }: Box): Promise<void> {
    let above = this.#failures.above(low);
    if (above.length === 0 && this.#evaluations.known(low) === undefined) {
      await this.#findBorder(low, high);
      above = this.#failures.above(low);
    }
    if (above.length === 0) {
      const { boundAbove } = this.#evaluations.at(low);
      const next = low.map((level) => level + 1);
      this.#pushParts({ low, high, bound: Math.max(bound, boundAbove) }, next);
      return;
    }
    // What holds is above the failure in one column at least: the failure that leaves the least is the best to go by.
    let chosen = above[0]!;
    let most = -Infinity;
    for (const failure of above) {
      const least = this.#leastPart(low, high, failure);
      if (least > most) [most, chosen] = [least, failure];
    }
    const next = chosen.map((level) => level + 1);
    this.#pushParts({ low, high, bound }, next);
  }

  /** The least bound of the parts that a failure leaves of a box. */
  #leastPart(low: Uint8Array, high: Uint8Array, failure: Uint8Array): number {
    let least = Infinity;
    for (let column = 0; column < low.length; column += 1) {
      if (failure[column]! >= high[column]!) continue;
      const before = low[column]!;
      low[column] = failure[column]! + 1;
      least = Math.min(least, this.#utility.bound(low));
      low[column] = before;
    }
    return least;
  }

  /** The choices of a box that reach `next` in some column, parted by the first column that does. */
  #pushParts({ low, high, bound }: Box, next: Uint8Array): void {
    const top = high.slice();
    for (let column = 0; column < low.length; column += 1) {
      if (next[column]! <= top[column]!) {
        const start = low.slice();
        start[column] = next[column]!;
        const least = Math.max(bound, this.#utility.bound(start));
        if (least < this.#evaluations.leastScore - slack)
          this.#queue.push({ low: start, high: top.slice(), bound: least });
        top[column] = next[column]! - 1;
      }
    }
  }

  /** Goes from `low` up to `high` by the cheapest levels and halves the way until it is known where firm rules hold. */
  async #findBorder(low: Uint8Array, high: Uint8Array): Promise<void> {
    const path = this.#pathUp(low, high);
    let [from, to] = [0, path.length - 1];
    while (from <= to) {
      const middle = (from + to) >> 1;
      const levels = path[middle]!;
      const isKnown = this.#failures.has(levels);
      if (isKnown || !this.#evaluations.at(levels).firm) {
        if (!isKnown) this.#failures.add(levels);
        from = middle + 1;
      } else to = middle - 1;
      await this.#pace.step();
    }
  }

  #pathUp(low: Uint8Array, high: Uint8Array): Uint8Array[] {
    const path = [low];
    const here = low.slice();
    for (;;) {
      let chosen = -1;
      let least = Infinity;
      for (let column = 0; column < here.length; column += 1) {
        if (here[column] === high[column]) continue;
        here[column]! += 1;
        const bound = this.#utility.bound(here);
        here[column]! -= 1;
        if (bound < least) [least, chosen] = [bound, column];
      }
      if (chosen === -1) return path;
      here[chosen]! += 1;
      path.push(here.slice());
    }
  }

  #leastPossible(): number {
    return Math.max(this.#queue.least, this.#floor);
  }

  #result(): LatticeResult {
    const { best, checked, leastScore } = this.#evaluations;
    const bound = Math.min(this.#leastPossible(), leastScore);
    const proven = bound >= leastScore - slack;
    const shared = { score: leastScore, bound: proven ? leastScore : bound, proven, checked, nodes: this.#nodes };
    if (best === null) return { ...shared, levels: null, hiddenRows: 0, hidden: new Uint8Array(0) };
    const classes = this.#groupings.whole(best.levels);
    const { hidden: ofClass } = this.#judge.judge(classes, this.#input.mostHidden);
    const { pairOfRow } = this.#groupings;
    const hidden = new Uint8Array(this.#input.rows);
    for (let row = 0; row < hidden.length; row += 1) hidden[row] = ofClass[classes.of[pairOfRow[row]!]!]!;
    return { ...shared, levels: best.levels, hiddenRows: best.hiddenRows, hidden };
  }
}
