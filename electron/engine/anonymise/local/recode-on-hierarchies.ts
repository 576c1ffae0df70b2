import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { checkReachable } from './check-reachable.ts';
import type { Problem } from './block.ts';
import { cutBlocks } from './cut-blocks.ts';
import type { GroupRowsOptions } from './group-rows.ts';
import { kindsOf, protectedKeys } from './kinds.ts';
import { sharedModel } from './protected-column.ts';
import { publishLabels, type Published } from './publish-labels.ts';
import { runBlocks } from './run-blocks.ts';
import { seededRandom, upTo } from './seeded-random.ts';
import { sharedCodes } from './shared-memory.ts';
import type { TreeProblem } from './tree-block.ts';
import { treeColumn, treeOrder, type HierarchyColumn } from './tree-columns.ts';
import { join, type TreeColumn } from './tree-join.ts';
import { unitsOf } from './units.ts';

/** Kinds of a block: what is grouped at once takes time with its square, and tables of what nodes have above them. */
const blockKinds = { quick: [1500, 1000, 600, 400], long: [8000, 5000, 2500, 1500, 1000, 600, 400] };
/** Pairs of nodes that a block may have. */
const pairs = 8_000_000;

/** The largest block whose tables fit: it has at most as many nodes as the hierarchies, and few for each kind. */
function blockSize(trees: readonly TreeColumn[], sizes: readonly number[]): number {
  const fits = (size: number): boolean =>
    trees.reduce((sum, { level }) => sum + Math.min(level.length, 2 * size) ** 2, 0) <= pairs;
  return sizes.find(fits) ?? sizes.at(-1)!;
}

/** What two different values cost, on average over the data's values. */
function meanRise(tree: TreeColumn, seed: number): number {
  const leaves = tree.above[0]!;
  const random = seededRandom(seed);
  const tries = 2000;
  let [sum, pairsMet] = [0, 0];
  for (let turn = 0; turn < tries; turn += 1) {
    const one = leaves[Math.floor(random() * leaves.length)]!;
    const other = leaves[Math.floor(random() * leaves.length)]!;
    if (one === other) continue;
    sum += tree.cost[join(tree, one, other)]!;
    pairsMet += 1;
  }
  return sum / Math.max(1, pairsMet);
}

export type RecodedOnHierarchies = Published;

/**
 * Gives every row, in every column, a label of the column's hierarchy, as low as its group allows: no row is left out,
 * none becomes unknown, and the rows that then look alike are k at least.
 * @throws Failure RECIPE_INVALID where a hierarchy does not end in one label; TARGET_MISSED, JOB_CANCELLED as groupRows
 */
export async function recodeOnHierarchies(
  columns: readonly HierarchyColumn[],
  options: Omit<GroupRowsOptions, 'weights' | 'atOnce'>,
): Promise<RecodedOnHierarchies> {
  const { k, people, protect = [], seed, signal, onProgress, effort = 'quick' } = options;
  const rows = columns[0]?.codes.length ?? 0;
  const trees = columns.map(({ hierarchy }) => treeColumn(hierarchy));
  if (rows === 0) return publishLabels(columns, trees, new Uint32Array(), signal);
  const units = unitsOf(rows, people);
  const models = protect.map((one) => sharedModel(one));
  checkReachable(units, models, k, people !== undefined);
  const keys =
    models.length === 0
      ? undefined
      : protectedKeys(
          rows,
          models.map(({ codes }) => codes),
        );
  const kinds = await kindsOf(
    columns.map(({ codes }, at) => ({ codes, tree: trees[at]! })),
    units,
    rows,
    keys,
    signal,
  );
  const problem: TreeProblem = { trees, kinds, models, k, seed };
  const flat: Problem = {
    columns: columns.map(({ codes, hierarchy }, at) => cutColumn(codes, hierarchy, trees[at]!, seed)),
    units: kinds.units,
    models,
    k,
    seed,
    tries: 0,
  };
  const blocks = await cutBlocks(
    flat,
    upTo(kinds.units.count),
    blockSize(trees, blockKinds[effort]),
    seededRandom(seed),
    signal,
  );
  const groupOf = new Uint32Array(new SharedArrayBuffer(4 * rows));
  await runBlocks({ problem, blocks, effort, groupOf, first: 0, leave: 0 }, { signal, onProgress });
  return publishLabels(columns, trees, groupOf, signal);
}

function cutColumn(
  codes: HierarchyColumn['codes'],
  { levels }: CodedHierarchy,
  tree: TreeColumn,
  seed: number,
): Problem['columns'][number] {
  const place = treeOrder(tree);
  const domain = levels[0]!.of.length;
  return { codes: sharedCodes(codes, domain, place), domain, weight: meanRise(tree, seed) };
}
