import { createHash, type Hash } from 'node:crypto';

/**
 * Sums up the texts of a sheet, row by row: written and read alike, the file holds what it was given. An empty cell is
 * nothing.
 */
export class SheetDigest {
  readonly #hash: Hash = createHash('sha256');

  add(cells: readonly (string | null)[], columns: number): void {
    this.#hash.update(JSON.stringify(Array.from({ length: columns }, (_, index) => cells[index] ?? '')));
  }

  hex(): string {
    return this.#hash.copy().digest('hex');
  }
}
