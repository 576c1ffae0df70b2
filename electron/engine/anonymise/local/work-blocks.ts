import type { Problem } from './block.ts';
import type { Blocks } from './cut-blocks.ts';
import { solveBlock, type Effort } from './solve-block.ts';

/** Blocks to be grouped; whoever has time takes the next. All arrays lie in shared memory. */
export interface BlockTask {
  problem: Problem;
  blocks: Blocks;
  effort: Effort;
  /** Filled: a number by unit, the same for units of one group and no other. */
  groupOf: Uint32Array;
  /** One number: the next block that nobody has taken. */
  next: Int32Array;
  /** How much of each block is done, in thousandths. */
  done: Int32Array;
}

/** Takes blocks until none is left. */
export function workBlocks({ problem, blocks, effort, groupOf, next, done }: BlockTask): void {
  const { order, starts } = blocks;
  for (let block = Atomics.add(next, 0, 1); block < starts.length - 1; block = Atomics.add(next, 0, 1)) {
    const from = starts[block]!;
    const ids = order.subarray(from, starts[block + 1]!);
    const groups = solveBlock(problem, ids, block, effort, (share) => {
      Atomics.store(done, block, Math.floor(999 * share));
    });
    // A block has no more groups than units: its first place keeps its groups apart from those of others.
    for (const [at, unit] of ids.entries()) groupOf[unit] = from + groups[at]!;
    Atomics.store(done, block, 1000);
  }
}
