import { breathe } from '#engine/jobs/cancelled.ts';
import { below, type RandomBits } from '#engine/anonymise/noise/random-bits.ts';

const pauseAfter = 20_000;
/** Parts that a share is counted in. */
const PARTS = 1_000_000;

export interface DrawAgain {
  /** What stands in each row, as a number from 0. */
  kinds: Uint32Array;
  /** For each kind a row that has it. */
  rowOf: Uint32Array;
  /** Chance (0…1) that a row stays as it is. */
  keep: number;
  /** From the rows, so that a kind is drawn as often as it occurs, or from the kinds, each as likely. */
  draw: 'frequencies' | 'evenly';
  /** A number per row for its person, 0 for nobody: rows of one person that say the same are drawn together. */
  people?: Uint32Array | undefined;
  bits: RandomBits;
  signal?: AbortSignal | undefined;
}

/**
 * The post-randomisation method (PRAM; Gouweleeuw, Kooiman, Willenborg, de Wolf 1998): a row stays with probability `keep`
 * and else gets a kind that is drawn. Drawn by frequency the matrix P = keep · I + (1 − keep) · 1πᵀ is invariant: πP = π, so
 * that every kind is as frequent as before in expectation.
 * @returns for every row the row whose cells it gets
 * @throws Failure JOB_CANCELLED
 */
export async function drawAgain(input: DrawAgain): Promise<Uint32Array> {
  const { kinds, rowOf, keep, draw, people, bits, signal } = input;
  const from = new Uint32Array(kinds.length);
  const kept = Math.round(keep * PARTS);
  const together = new Map<number, number>();
  const drawn = (row: number): number => {
    if (below(bits, PARTS) < kept) return row;
    return draw === 'evenly' ? rowOf[below(bits, rowOf.length)]! : below(bits, kinds.length);
  };
  for (let row = 0; row < kinds.length; row += 1) {
    if (row % pauseAfter === 0) await breathe(signal);
    const person = people?.[row] ?? 0;
    if (person === 0) {
      from[row] = drawn(row);
      continue;
    }
    const same = person * rowOf.length + kinds[row]!;
    const other = together.get(same) ?? drawn(row);
    together.set(same, other);
    from[row] = other;
  }
  return from;
}
