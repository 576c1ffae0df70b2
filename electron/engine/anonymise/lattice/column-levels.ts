import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import type { CodedColumn } from '../coded/coded-table.ts';

/** What a column of the search is made of. */
export interface SearchColumn {
  column: CodedColumn;
  /** Codes of the rows of the population, by the same values; absent where there is none. */
  population?: CodedColumn['codes'] | undefined;
  hierarchy: CodedHierarchy;
  /** Levels that may be chosen, both included. */
  least: number;
  most: number;
  /** What its loss counts beside that of the others; not negative. */
  weight: number;
}

/** The labels that occur at each level that may be chosen, numbered anew without gaps. */
export class ColumnLevels {
  readonly least: number;
  readonly most: number;
  /** Levels of the whole hierarchy above the value. */
  readonly height: number;
  /** Labels that occur, by level; nothing below `least`. */
  readonly cards: number[] = [];
  /** `labels[level][dense]`: place of the label among those of the hierarchy. */
  readonly labels: Uint32Array[] = [];
  /** `dense[level][value code]`. */
  readonly #dense: Uint32Array[] = [];
  readonly #up = new Map<number, Uint32Array>();

  constructor({ hierarchy, least, most, column }: SearchColumn) {
    this.least = least;
    this.most = most;
    this.height = hierarchy.levels.length - 1;
    for (let level = least; level <= most; level += 1) {
      const { of, labels } = hierarchy.levels[level]!;
      const place = new Int32Array(labels.length).fill(-1);
      const found: number[] = [];
      this.#dense[level] = Uint32Array.from({ length: column.values.length }, (_, code) => {
        const label = of[code]!;
        if (place[label] === -1) {
          place[label] = found.length;
          found.push(label);
        }
        return place[label]!;
      });
      this.labels[level] = Uint32Array.from(found);
      this.cards[level] = found.length;
    }
  }

  /** Dense label of each value code at a level. */
  dense(level: number): Uint32Array {
    return this.#dense[level]!;
  }

  /** Dense label at `to` of each dense label at `from`, which lies below it. */
  up(from: number, to: number): Uint32Array {
    const key = from * 256 + to;
    let map = this.#up.get(key);
    if (map === undefined) {
      map = new Uint32Array(this.cards[from]!);
      const [low, high] = [this.#dense[from]!, this.#dense[to]!];
      for (let code = 0; code < low.length; code += 1) map[low[code]!] = high[code]!;
      this.#up.set(key, map);
    }
    return map;
  }
}
