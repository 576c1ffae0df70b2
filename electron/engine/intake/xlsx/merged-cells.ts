import type { Merge } from '#shared/register/sheets/sheet.ts';
import type { Side } from './sheet-sides.ts';

/**
 * Gives every cell of a merged area the value that is shown in it: the file stores it in the first cell alone. Areas over
 * the names are none of the rows'; one that goes across all that stands in its row is a heading between rows, and left.
 * Rows have to be given in their order.
 */
export class MergedCells {
  readonly #areas: Merge[];
  readonly #side: Side;
  #next = 0;
  #open: { area: Merge; value: string | null }[] = [];
  /** Cells that were filled, and areas that lie over rows and were left. */
  cells = 0;
  headings = 0;

  /** @param firstRow line of the first row that is no name */
  constructor(areas: readonly Merge[], firstRow: number, side: Side) {
    const { left, right } = side;
    this.#areas = areas
      .filter((area) => area.top + 1 >= firstRow && area.right >= left && area.left <= (right ?? Infinity))
      .toSorted((a, b) => a.top - b.top);
    this.#side = side;
  }

  /** @param cells of a row within the side @returns them with what merged areas show in them */
  fill(line: number, cells: readonly (string | null)[]): (string | null)[] {
    const row = line - 1;
    this.#open = this.#open.filter(({ area }) => area.bottom >= row);
    for (; this.#next < this.#areas.length && this.#areas[this.#next]!.top <= row; this.#next += 1) {
      const area = this.#areas[this.#next]!;
      const value = area.top === row ? (cells[area.left - this.#side.left] ?? null) : null;
      if (value !== null && this.#isHeading(area, cells)) this.headings += 1;
      else if (value !== null) this.#open.push({ area, value });
    }
    if (this.#open.length === 0) return [...cells];
    const out = [...cells];
    for (const { area, value } of this.#open)
      for (let column = area.left; column <= Math.min(area.right, this.#side.right ?? area.right); column += 1) {
        const at = column - this.#side.left;
        if (at < 0 || (out[at] ?? null) !== null) continue;
        out[at] = value;
        this.cells += 1;
      }
    return Array.from(out, (cell) => cell ?? null);
  }

  #isHeading(area: Merge, cells: readonly (string | null)[]): boolean {
    const within = (at: number): boolean => at + this.#side.left >= area.left && at + this.#side.left <= area.right;
    return area.right > area.left && cells.every((cell, at) => cell === null || within(at));
  }
}
