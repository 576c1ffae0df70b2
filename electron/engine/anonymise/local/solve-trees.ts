import { growOnTrees } from './grow-on-trees.ts';
import { moveOnTrees, placeOnTrees } from './move-on-trees.ts';
import { seededRandom } from './seeded-random.ts';
import type { Effort } from './solve-block.ts';
import { gatherTrees, type TreeProblem } from './tree-block.ts';

const rounds = { quick: 4, long: 12 };

/** Groups of one block of kinds, numbered from 0; `give` is told of each row of theirs. */
export function solveTrees(
  problem: TreeProblem,
  ids: Uint32Array,
  block: number,
  effort: Effort,
  give: (row: number, group: number) => void,
  onShare: (share: number) => void,
): void {
  const random = seededRandom(problem.seed + Math.imul(block, 0x9e_37_79_b1));
  const groups = growOnTrees(gatherTrees(problem, ids), problem.k, random, (share) => onShare(share / 3));
  placeOnTrees(groups);
  moveOnTrees(groups, rounds[effort], (share) => onShare((1 + 2 * share) / 3));
  const { start, rows } = problem.kinds.units;
  const next = Uint32Array.from(ids, (kind) => start[kind]!);
  for (const [group, parts] of groups.parts.entries())
    for (const { kind: at, units } of parts)
      for (let left = units; left > 0; left -= 1)
        do give(rows[next[at]!++]!, group);
        while (next[at]! < start[ids[at]! + 1]! && problem.kinds.heads[next[at]!] === 0);
}
