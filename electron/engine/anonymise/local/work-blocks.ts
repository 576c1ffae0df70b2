import type { Problem, Units } from './block.ts';
import type { Blocks } from './cut-blocks.ts';
import { solveBlock, type Effort } from './solve-block.ts';
import { solveTrees } from './solve-trees.ts';
import type { TreeProblem } from './tree-block.ts';

/** Blocks to be grouped; whoever has time takes the next. All arrays lie in shared memory. */
export interface BlockTask {
  problem: Problem | TreeProblem;
  blocks: Blocks;
  effort: Effort;
  /** Filled: a number by row, from `first` on, the same for rows of one group alone; `noGroup` where it is left. */
  groupOf: Uint32Array;
  first: number;
  /** Share of each block that stays without a group; 0 where models are asked. */
  leave: number;
}

export const noGroup = 0xff_ff_ff_ff;

/** What workers tell each other. */
export interface BlockState {
  /** One number: the next block that nobody has taken. */
  next: Int32Array;
  /** How much of each block is done, in thousandths. */
  done: Int32Array;
}

export const unitsOfProblem = (problem: BlockTask['problem']): Units =>
  'kinds' in problem ? problem.kinds.units : problem.units;

/** Rows before each block: as it has no more groups than rows, this keeps its groups apart from those of others. */
function rowsBefore({ problem, blocks: { order, starts } }: BlockTask): Uint32Array {
  const { start } = unitsOfProblem(problem);
  if (start === undefined) return starts;
  const before = new Uint32Array(starts.length);
  for (let block = 1; block < starts.length; block += 1) {
    before[block] = before[block - 1]!;
    for (let at = starts[block - 1]!; at < starts[block]!; at += 1)
      before[block]! += start[order[at]! + 1]! - start[order[at]!]!;
  }
  return before;
}

/** Takes blocks until none is left. */
export function workBlocks(task: BlockTask, { next, done }: BlockState): void {
  const { problem, blocks, effort, groupOf, first, leave } = task;
  const { order, starts } = blocks;
  const before = rowsBefore(task);
  for (let block = Atomics.add(next, 0, 1); block < starts.length - 1; block = Atomics.add(next, 0, 1)) {
    const ids = order.subarray(starts[block], starts[block + 1]);
    const onShare = (share: number): void => void Atomics.store(done, block, Math.floor(999 * share));
    const base = first + before[block]!;
    const give = (row: number, group: number): void => void (groupOf[row] = group < 0 ? noGroup : base + group);
    if ('kinds' in problem) solveTrees(problem, ids, block, effort, give, onShare);
    else solveBlock(problem, ids, { block, effort, leave }, give, onShare);
    Atomics.store(done, block, 1000);
  }
}
