import { gatherBlock, type Problem } from './block.ts';
import { growGroups } from './grow-groups.ts';
import { seededRandom } from './seeded-random.ts';

export type Effort = 'quick' | 'long';

/** Groups of one block, numbered from 0: one per unit of `ids`. */
export function solveBlock(
  problem: Problem,
  ids: Uint32Array,
  block: number,
  effort: Effort,
  onShare: (share: number) => void,
): Int32Array {
  const random = seededRandom(problem.seed + Math.imul(block, 0x9e_37_79_b1));
  const gathered = gatherBlock(problem, ids);
  void effort;
  return growGroups(gathered, problem.k, random, onShare).of;
}
