import { gatherBlock, type Problem } from './block.ts';
import { exchangeUnits } from './exchange-units.ts';
import { growGroups } from './grow-groups.ts';
import { seededRandom } from './seeded-random.ts';

export type Effort = 'quick' | 'long';

/** Groups of one block of units, numbered from 0; `give` is told of each row of theirs, −1 where it is left. */
export function solveBlock(
  problem: Problem,
  ids: Uint32Array,
  { block, effort, leave }: { block: number; effort: Effort; leave: number },
  give: (row: number, group: number) => void,
  onShare: (share: number) => void,
): void {
  const random = seededRandom(problem.seed + Math.imul(block, 0x9e_37_79_b1));
  const gathered = gatherBlock(problem, ids);
  const long = effort === 'long';
  const { k, tries } = problem;
  const groups = growGroups(gathered, {
    k,
    random,
    leave,
    onShare: (share) => onShare(long ? share / 50 : share),
  });
  if (long) exchangeUnits(gathered, groups, { k, random, tries: tries * ids.length, onShare });
  const { of } = groups;
  const { start, rows } = problem.units;
  for (const [at, unit] of ids.entries())
    if (start === undefined || rows === undefined) give(unit, of[at]!);
    else for (let row = start[unit]!; row < start[unit + 1]!; row += 1) give(rows[row]!, of[at]!);
}
