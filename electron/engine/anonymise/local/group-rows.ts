import type { CodedTable } from '../coded/coded-table.ts';
import type { Problem } from './block.ts';
import { checkReachable } from './check-reachable.ts';
import { cutBlocks } from './cut-blocks.ts';
import { measureGroups, type GroupCost } from './measure-groups.ts';
import { numberGroups } from './number-groups.ts';
import { sharedModel, type ProtectedColumn } from './protected-column.ts';
import { runBlocks, type Watch } from './run-blocks.ts';
import { seededRandom } from './seeded-random.ts';
import { sharedCodes, sharedWords } from './shared-memory.ts';
import type { Effort } from './solve-block.ts';
import { unitsOf } from './units.ts';

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
  const { count } = problem.units;
  const most = atOnce ?? (count <= oneBlock ? count : blockUnits[effort]);
  const blocks = await cutBlocks(problem, most, seededRandom(seed), signal);
  const found = sharedWords(rows);
  await runBlocks({ problem, blocks, effort, groupOf: found }, { signal, onProgress });
  const { of: groupOf, count: groups } = numberGroups(found);
  return { groupOf, groups, ...(await measureGroups(table, groupOf, groups, signal)) };
}
