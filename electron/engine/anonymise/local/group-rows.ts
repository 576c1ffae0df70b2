import { Failure } from '#shared/contract/failure.ts';
import { localText } from '#shared/text/engine/local-recoding.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import type { Problem } from './block.ts';
import { cutBlocks } from './cut-blocks.ts';
import { measureGroups, type GroupCost } from './measure-groups.ts';
import { groupModel, missedBy, type GroupModel, type ProtectedColumn } from './protected-column.ts';
import { runBlocks, type Watch } from './run-blocks.ts';
import { seededRandom } from './seeded-random.ts';
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
}

export interface GroupedRows extends GroupCost {
  /** From 0, one per row. */
  groupOf: Uint32Array;
  groups: number;
}

/** Units of a block: what is grouped at once takes time with its square. */
const blockUnits = { quick: 3000, long: 12_000 };
/** A table of so few units is one block. */
const oneBlock = 12_000;

function share<T extends Uint8Array | Uint16Array | Uint32Array>(made: T, from: ArrayLike<number>): T {
  made.set(from);
  return made;
}

/** The narrowest codes, in memory that workers see, too. */
function sharedCodes(codes: ArrayLike<number>, domain: number): Problem['columns'][number]['codes'] {
  const { length } = codes;
  if (domain <= 256) return share(new Uint8Array(new SharedArrayBuffer(length)), codes);
  if (domain <= 65_536) return share(new Uint16Array(new SharedArrayBuffer(2 * length)), codes);
  return share(new Uint32Array(new SharedArrayBuffer(4 * length)), codes);
}

/** @throws Failure TARGET_MISSED where all rows together do not hold, so that no grouping can */
function checkReachable({ units, models, k }: Problem, byPeople: boolean): void {
  const people = units.counts === undefined ? units.count : units.counts.reduce((sum, one) => sum + one, 0);
  if (people < k) throw new Failure('TARGET_MISSED', localText.tooFew(k, people, byPeople));
  for (const model of models)
    if (missedBy(model, shareCounts(model), 0, model.codes.length) > 0)
      throw new Failure('TARGET_MISSED', localText.unreachable);
}

const shareCounts = ({ codes, values }: GroupModel): Uint32Array => {
  const counts = new Uint32Array(values);
  for (const code of codes) counts[code]! += 1;
  return counts;
};

/** Numbers groups from 0 in the order in which their first rows stand. */
function numberGroups(
  rows: number,
  { start, rows: list }: Problem['units'],
  groupOf: Uint32Array,
): [Uint32Array, number] {
  const ofRow = new Uint32Array(rows);
  if (start === undefined || list === undefined) ofRow.set(groupOf);
  else
    for (let unit = 0; unit < groupOf.length; unit += 1)
      for (let at = start[unit]!; at < start[unit + 1]!; at += 1) ofRow[list[at]!] = groupOf[unit]!;
  const known = new Uint32Array(groupOf.length);
  let groups = 0;
  for (let row = 0; row < rows; row += 1) {
    const group = ofRow[row]!;
    if (known[group] === 0) known[group] = ++groups;
    ofRow[row] = known[group]! - 1;
  }
  return [ofRow, groups];
}

/**
 * Parts all rows into groups of at least k, over all columns, so that the rows of a group differ in as few values as
 * possible; whoever publishes of each group the set of its values makes the rows of a group look alike, and loses none.
 * A person's rows are never parted.
 * @throws Failure TARGET_MISSED where there are fewer than k people, or all rows together miss a model; JOB_CANCELLED
 */
export async function groupRows(table: CodedTable, options: GroupRowsOptions): Promise<GroupedRows> {
  const { k, people, weights, protect = [], seed, signal, onProgress, effort = 'quick' } = options;
  const { rows, columns } = table;
  if (rows === 0) return { groupOf: new Uint32Array(), groups: 0, ncp: 0, exact: 1 };
  const problem: Problem = {
    columns: columns.map(({ codes, values }, at) => ({
      codes: sharedCodes(codes, values.length),
      domain: values.length,
      weight: (weights?.[at] ?? 1) / Math.max(1, values.length - 1),
    })),
    units: unitsOf(rows, people),
    models: protect.map((one) => {
      const model = groupModel(one);
      return { ...model, codes: share(new Uint32Array(new SharedArrayBuffer(4 * rows)), model.codes) };
    }),
    k,
    seed,
  };
  checkReachable(problem, people !== undefined);
  const { count } = problem.units;
  const most = count <= oneBlock ? count : blockUnits[effort];
  const blocks = await cutBlocks(problem, most, seededRandom(seed), signal);
  const task = {
    problem,
    blocks,
    effort,
    groupOf: new Uint32Array(new SharedArrayBuffer(4 * count)),
    next: new Int32Array(new SharedArrayBuffer(4)),
    done: new Int32Array(new SharedArrayBuffer(4 * (blocks.starts.length - 1))),
  };
  await runBlocks(task, { signal, onProgress });
  const [groupOf, groups] = numberGroups(rows, problem.units, task.groupOf);
  return { groupOf, groups, ...(await measureGroups(table, groupOf, groups, signal)) };
}
