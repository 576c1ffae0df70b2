import type { CodedTable } from '../coded/coded-table.ts';
import type { Problem } from './block.ts';
import { checkReachable } from './check-reachable.ts';
import { cutBlocks, firstRow } from './cut-blocks.ts';
import { measureGroups, type GroupCost } from './measure-groups.ts';
import { numberGroups } from './number-groups.ts';
import { sharedModel, type ProtectedColumn } from './protected-column.ts';
import { runBlocks, type Watch } from './run-blocks.ts';
import { seededRandom, upTo } from './seeded-random.ts';
import { sharedCodes, sharedWords } from './shared-memory.ts';
import type { Effort } from './solve-block.ts';
import { unitsOf } from './units.ts';
import { noGroup } from './work-blocks.ts';

export interface GroupRowsOptions extends Watch {
  /** Fewest rows of a group; fewest people, where `people` is told. */
  k: number;
  /** The person of each row, numbered from 1; 0 where nobody is named: such a row counts for nothing. */
  people?: Uint32Array | undefined;
  /** How much each column matters beside the others; 1 where absent. What is measured does not go by it. */
  weights?: readonly number[] | undefined;
  /** What every group must keep to besides. */
  protect?: readonly ProtectedColumn[] | undefined;
  /** Whole number; the same seed and input give the same groups on every machine. */
  seed: number;
  /** `long` exchanges rows between groups, a fixed number of times, for what that saves. */
  effort?: Effort | undefined;
  /** So many units at most are grouped at once; as many as are quick where absent. */
  atOnce?: number | undefined;
}

export interface GroupedRows extends GroupCost {
  /** From 0, one per row. */
  groupOf: Uint32Array;
  groups: number;
}

/** Units of a block: what is grouped at once takes time with its square. */
const blockUnits = { quick: 3000, long: 12_000 };
/** Exchanges looked at where much effort is asked, for a unit and in all. */
const [triesEach, triesInAll] = [2000, 400_000_000];
/** A table of so few units is one block. */
const oneBlock = 12_000;

/** Of blocks that are followed by another pass, this share stays without a group. */
const leave = 0.3;
const passes = 4;

/** Counts of values by group that may be held while units are exchanged. */
const mostCounts = 64_000_000;

/** So many units at most have few enough groups and shared values. */
function unitsThatFit({ columns, k }: Problem): number {
  for (const units of [12_000, 6000, 3000, 1500]) {
    const values = columns.reduce((sum, { domain }) => sum + Math.min(domain, units / 2), 0);
    if ((units / k) * values <= mostCounts) return units;
  }
  return 0;
}

/**
 * Makes groups block by block. The last groups of a block have little to choose from; so what would be in them is left,
 * and cut into blocks anew together with what other blocks have left.
 * @returns a number for the group of each row
 */
async function groupInPasses(
  problem: Problem,
  { effort, atOnce, rows }: { effort: Effort; atOnce: number | undefined; rows: number },
  { signal, onProgress }: Watch,
): Promise<Uint32Array> {
  const found = sharedWords(rows).fill(noGroup);
  const { count } = problem.units;
  const most = atOnce ?? (count <= oneBlock ? count : blockUnits[effort]);
  const fits = effort === 'long' ? Math.max(500, unitsThatFit(problem)) : most;
  const random = seededRandom(problem.seed);
  let left = upTo(count);
  for (let pass = 1; left.length > 0; pass += 1) {
    const blocks = await cutBlocks(problem, left, Math.min(most, fits), random, signal);
    const last = blocks.starts.length === 2 || pass === passes || effort === 'long' || problem.models.length > 0;
    const task = { problem, blocks, effort, groupOf: found, first: (pass - 1) * rows, leave: last ? 0 : leave };
    const before = 1 - left.length / count;
    await runBlocks(task, { signal, onProgress: (share) => onProgress?.(before + (share * left.length) / count) });
    left = left.filter((unit) => found[firstRow(problem.units, unit)] === noGroup);
  }
  return found;
}

/**
 * Parts all rows into groups of at least k, over all columns, so that the rows of a group differ in as few values as
 * possible; whoever publishes of each group the set of its values makes the rows of a group look alike, and loses none.
 * A person's rows are never parted.
 * @throws Failure TARGET_MISSED where there are fewer than k people, or all rows together miss a model; JOB_CANCELLED
 */
export async function groupRows(table: CodedTable, options: GroupRowsOptions): Promise<GroupedRows> {
  const { k, people, weights, protect = [], seed, signal, onProgress, effort = 'quick', atOnce } = options;
  const { rows, columns } = table;
  if (rows === 0) return { groupOf: new Uint32Array(), groups: 0, ncp: 0, exact: 1 };
  const problem: Problem = {
    columns: columns.map(({ codes, values }, at) => ({
      codes: sharedCodes(codes, values.length),
      domain: values.length,
      weight: (weights?.[at] ?? 1) / Math.max(1, values.length - 1),
    })),
    units: unitsOf(rows, people),
    models: protect.map((one) => sharedModel(one)),
    k,
    seed,
    tries: Math.min(triesEach, Math.floor(triesInAll / rows)),
  };
  checkReachable(problem.units, problem.models, k, people !== undefined);
  const found = await groupInPasses(problem, { effort, atOnce, rows }, { signal, onProgress });
  const { of: groupOf, count: groups } = numberGroups(found);
  return { groupOf, groups, ...(await measureGroups(table, groupOf, groups, signal)) };
}
