import type { Groupings } from './groupings.ts';
import type { Judge } from './judge.ts';
import type { Utility } from './utility/utility.ts';

/** What is known of one choice of levels. */
export interface Evaluation {
  levels: Uint8Array;
  /** Firm rules alone suppress no more rows than may be: where they do, finer levels fail as well. */
  firm: boolean;
  /** All rules suppress no more. */
  holds: boolean;
  hiddenRows: number;
  /** Infinity where it does not hold. */
  score: number;
  /** What no coarser choice can score below, as far as its classes tell. */
  boundAbove: number;
}

/** Looks at choices of levels, each once, and remembers the best that holds. */
export class Evaluations {
  best: Evaluation | null = null;
  readonly #known = new Map<number | string, Evaluation>();
  readonly #input: { groupings: Groupings; judge: Judge; utility: Utility; mostHidden: number };
  readonly #isSmall: boolean;

  constructor(input: { groupings: Groupings; judge: Judge; utility: Utility; mostHidden: number }) {
    this.#input = input;
    this.#isSmall = input.groupings.columns.reduce((product, { most }) => product * (most + 1), 1) < 2 ** 53;
  }

  /** Choices looked at so far. */
  get checked(): number {
    return this.#known.size;
  }

  get leastScore(): number {
    return this.best?.score ?? Infinity;
  }

  known(levels: Uint8Array): Evaluation | undefined {
    return this.#known.get(this.#keyOf(levels));
  }

  at(levels: Uint8Array): Evaluation {
    const key = this.#keyOf(levels);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { groupings, judge, utility, mostHidden } = this.#input;
    const classes = groupings.at(levels);
    const judged = judge.judge(classes, mostHidden);
    const { firmRows, hiddenRows } = judged;
    const holds = firmRows <= mostHidden && hiddenRows <= mostHidden;
    const found: Evaluation = {
      levels,
      firm: firmRows <= mostHidden,
      holds,
      hiddenRows,
      score: holds ? utility.score(judged) : Infinity,
      boundAbove: utility.boundAbove(classes),
    };
    this.#known.set(key, found);
    if (found.holds && found.score < this.leastScore - 1e-12) this.best = found;
    return found;
  }

  #keyOf(levels: Uint8Array): number | string {
    if (!this.#isSmall) return levels.join(' ');
    let key = 0;
    for (const [at, { most }] of this.#input.groupings.columns.entries()) key = key * (most + 1) + levels[at]!;
    return key;
  }
}
