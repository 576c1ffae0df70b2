import { overlap } from './overlap.ts';
import { Partition, type CodedRows } from './partition.ts';
import {
  dropped,
  entry,
  finer,
  isDropped,
  isSameStand,
  labelled,
  standOf,
  tellsNothing,
  type CodedColumn,
  type Stand,
} from './stands.ts';
import type { Ladder } from './step-spec.ts';

/**
 * How much the purpose wants a column, and which of its needs the column serves: of several that serve the same one
 * each further counts for less.
 */
export interface Wish {
  weight: number;
  need: string;
}

export interface TableInput {
  rows: CodedRows;
  k: number;
  /** Rows that may lie in classes below k. */
  allowed: number;
  /** Where every column stands at first; the result is never coarser. */
  start: Map<CodedColumn, Stand>;
  wishOf(ladder: Ladder): Wish;
  /** A column that must not be added beside one that is kept, and that one. */
  rival(ladder: Ladder, kept: readonly Ladder[]): Ladder | undefined;
  /** Columns that the table may have. */
  most: number;
  /** Columns that do not become finer than they stand there, or do not come in; absent: any may. */
  frozen?: ReadonlyMap<Ladder, Stand> | undefined;
  breathe: () => Promise<void>;
}

/** A step that was taken. */
export interface Taken {
  column: CodedColumn;
  stand: Stand;
  /** Where the column stood. */
  before: Stand;
}

interface Move {
  column: CodedColumn;
  stand: Stand;
  score: number;
  /** Splits made when the score was measured. */
  at: number;
}

/** Each further column for the same need counts for this much of the one before. */
const further = 0.6;
/**
 * What a move costs beside the rows it loses, as a share of the rows that may be lost: else the first free move would
 * always win.
 */
const toll = 0.1;

/** Bits up to which a column may come in without counting for less. */
const roomy = 2.5;

/** What entropy is worth: the first bit most. */
const worth = (bits: number): number => bits / (bits + 1);

/**
 * Makes a table finer step by step, one column, one bound, one value or one level at a time, always by what tells most
 * for the rows it costs, until no single further step keeps the lost rows within the limit. Greedy, so not the best of
 * all tables; but none that is one step finer would do.
 */
export class TableSearch {
  readonly stands = new Map<CodedColumn, Stand>();
  readonly partition: Partition;
  /** Every step that made the table finer, in turn. */
  readonly taken: Taken[] = [];
  /** Whether a finer table may be taken although few enough rows are lost by it. */
  mayTake: ((stands: Map<CodedColumn, Stand>) => Promise<boolean>) | undefined;
  private readonly input: TableInput;
  private frozen: ReadonlyMap<Ladder, Stand>;
  private readonly bits = new Map<CodedColumn, number>();
  private readonly value = new Map<CodedColumn, number>();
  private splits = 0;

  constructor(input: TableInput) {
    this.input = input;
    this.frozen = input.frozen ?? new Map<Ladder, Stand>();
    this.partition = new Partition(input.rows, input.k);
    for (const [column, stand] of input.start) this.place(column, stand);
  }

  kept(): CodedColumn[] {
    return [...this.stands].filter(([column, stand]) => !isDropped(column.ladder, stand)).map(([column]) => column);
  }

  /** Where every column stood after so many of the steps that were taken. */
  after(steps: number): Map<CodedColumn, Stand> {
    const stands = new Map(this.input.start);
    for (const { column, stand } of this.taken.slice(0, steps)) stands.set(column, stand);
    return stands;
  }

  /** A search that begins where this one stood after so many steps, each of which may be judged anew. */
  from(steps: number): TableSearch {
    return new TableSearch({ ...this.input, start: this.after(steps) });
  }

  /** From now on every column may become finer, or come in. */
  thaw(): void {
    this.frozen = new Map();
  }

  /** Every stand that a column may take next without too many rows lying in small classes. */
  next(column: CodedColumn): Stand[] {
    const stand = this.stands.get(column) ?? dropped(column.ladder);
    return this.movesFrom(column, stand)
      .map(({ stand: to }) => to)
      .filter((to) => this.partition.trial(labelled(column, to)).small <= this.input.allowed);
  }

  /** Rows in classes below k with a column at its coarsest, beside what is kept. */
  smallWith(column: CodedColumn): number {
    return this.partition.trial(labelled(column, entry(column))).small;
  }

  /**
   * Takes step after step until none is left.
   * @param added columns that may be added, beside those that are kept and may become finer
   * @param first only adds columns, until so many are kept: a table of one very fine column is of little use
   */
  async improve(added: readonly CodedColumn[], first = 0): Promise<void> {
    for (const column of added) if (!this.stands.has(column)) this.stands.set(column, dropped(column.ladder));
    if (this.kept().length < first)
      await this.step(first, (column, stand) => (isDropped(column.ladder, stand) ? this.movesFrom(column, stand) : []));
    await this.step(Number.POSITIVE_INFINITY, (column, stand) => this.movesFrom(column, stand));
  }

  private async step(most: number, movesFrom: (column: CodedColumn, stand: Stand) => Move[]): Promise<void> {
    const moves = [...this.stands].flatMap(([column, stand]) => movesFrom(column, stand));
    for (const move of moves) move.score = this.score(move);
    while (moves.length > 0 && this.kept().length < most) {
      await this.input.breathe();
      moves.sort(
        (a, b) => a.score - b.score || b.column.ladder.column.physical.localeCompare(a.column.ladder.column.physical),
      );
      const best = moves.at(-1);
      if (best === undefined) return;
      if (best.at < this.splits) {
        best.at = this.splits;
        best.score = this.score(best);
        if (best.score >= 0) continue;
      }
      // What is too much now stays too much: classes only split.
      moves.pop();
      if (best.score < 0 || this.isBlocked(best.column)) continue;
      if (this.mayTake !== undefined && !(await this.mayTake(new Map([...this.stands, [best.column, best.stand]]))))
        continue;
      const before = this.stands.get(best.column) ?? dropped(best.column.ladder);
      this.taken.push({ column: best.column, stand: best.stand, before });
      this.place(best.column, best.stand);
      const others = moves.filter(({ column }) => column !== best.column);
      const next = movesFrom(best.column, best.stand);
      for (const move of next) move.score = this.score(move);
      moves.splice(0, moves.length, ...others, ...next);
    }
  }

  private movesFrom(column: CodedColumn, stand: Stand): Move[] {
    const next = isDropped(column.ladder, stand)
      ? tellsNothing(column)
        ? []
        : [entry(column)]
      : finer(column.ladder, stand);
    return next.map((to) => ({ column, stand: to, score: 0, at: this.splits }));
  }

  /** Beside a rival that is kept, or to a full table, a column is not added; one that is kept may become finer. */
  private isBlocked(column: CodedColumn): boolean {
    const stand = this.stands.get(column);
    const frozen = this.frozen.get(column.ladder);
    if (frozen !== undefined && stand !== undefined && isSameStand(frozen, stand)) return true;
    if (stand !== undefined && !isDropped(column.ladder, stand)) return false;
    const kept = this.kept();
    return (
      kept.length >= this.input.most ||
      this.input.rival(
        column.ladder,
        kept.map(({ ladder }) => ladder),
      ) !== undefined
    );
  }

  /** What a move tells for what it costs; below 0 where it costs too much. */
  private score({ column, stand }: Move): number {
    const { small, bits } = this.partition.trial(labelled(column, stand));
    if (small > this.input.allowed) return -1;
    const before = this.bits.get(column);
    const value = this.value.get(column) ?? this.valueOf(column);
    // A column that comes in with very many values leaves no room for others.
    const gain =
      value * (before === undefined ? worth(bits) * Math.min(1, roomy / bits) ** 2 : worth(bits) - worth(before));
    return Math.max(0, gain) / ((small - this.partition.small) / Math.max(1, this.input.allowed) + toll);
  }

  /** What a column is worth to the purpose beside what is kept. */
  private valueOf(column: CodedColumn): number {
    const wish = this.input.wishOf(column.ladder);
    const kept = this.kept();
    const same = kept.filter(({ ladder }) => this.input.wishOf(ladder).need === wish.need).length;
    const finest = labelled(column, standOf(column.ladder, 0));
    const told = Math.max(
      0,
      ...kept.map((other) => overlap(finest, labelled(other, standOf(other.ladder, 0)), column.codes.length)),
    );
    return wish.weight * further ** same * (1 - told);
  }

  private place(column: CodedColumn, stand: Stand): void {
    if (!isDropped(column.ladder, stand)) {
      if (!this.value.has(column)) this.value.set(column, this.valueOf(column));
      const by = labelled(column, stand);
      this.bits.set(column, this.partition.trial(by).bits);
      this.partition.split(by);
      this.splits += 1;
    }
    this.stands.set(column, stand);
  }
}
