import type { Evaluation, Evaluations } from './evaluations.ts';
import type { Pace } from './pace.ts';

/** Fresh starts without a better end before it gives up. */
const patience = 40;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

interface Range {
  least: number;
  most: number;
}

/** The levels with some of them moved; null where one would leave its range. */
function moved(
  levels: Uint8Array,
  ranges: readonly Range[],
  moves: readonly [column: number, by: number][],
): Uint8Array | null {
  const next = levels.slice();
  for (const [column, by] of moves) {
    const level = next[column]! + by;
    if (level < ranges[column]!.least || level > ranges[column]!.most) return null;
    next[column] = level;
  }
  return next;
}

/** One column up or down, or one up and another down. */
function* neighbours(columns: number): Generator<[number, number][]> {
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

/**
 * Looks for a good choice of levels where there are too many to look at: goes to better neighbours while there are any,
 * then on from the best with a few columns moved by chance (iterated local search, Lourenço, Martin, Stützle 2003).
 * Proves nothing; what it finds is remembered by `evaluations`.
 * @param from levels that hold
 * @param seconds of `pace` until which it may go on
 */
export async function climb(
  evaluations: Evaluations,
  ranges: readonly Range[],
  { from, seconds, pace, seed = 1 }: { from: Uint8Array; seconds: number; pace: Pace; seed?: number },
): Promise<void> {
  const random = chance(seed);
  const next = (below: number): number => Math.floor(random.next().value * below);
  const isOver = (): boolean => pace.seconds >= seconds;
  const descend = async (start: Evaluation): Promise<Evaluation> => {
    let here = start;
    for (let better = true; better && !isOver();) {
      better = false;
      for (const moves of neighbours(ranges.length)) {
        const levels = moved(here.levels, ranges, moves);
        if (levels === null) continue;
        const there = evaluations.at(levels);
        await pace.step();
        if (there.score < here.score - 1e-12) {
          here = there;
          better = true;
          break;
        }
        if (isOver()) break;
      }
    }
    return here;
  };
  let best = await descend(evaluations.at(from));
  for (let tries = 0; tries < patience && !isOver(); tries += 1) {
    const moves = Array.from({ length: 2 + next(3) }, (): [number, number] => [next(ranges.length), next(2) * 4 - 2]);
    const levels = moved(
      best.levels,
      ranges,
      moves.map(([column, by]) => [column, by / 2]),
    );
    await pace.step();
    if (levels === null) continue;
    let start = evaluations.at(levels);
    // Up until it holds, column by column.
    for (let column = next(ranges.length), steps = 0; !start.holds && steps < 4 * ranges.length; steps += 1) {
      column = (column + 1) % ranges.length;
      const up = moved(start.levels, ranges, [[column, 1]]);
      if (up !== null) start = evaluations.at(up);
    }
    if (!start.holds) continue;
    const end = await descend(start);
    if (end.score < best.score - 1e-12) {
      best = end;
      tries = -1;
    }
  }
}
