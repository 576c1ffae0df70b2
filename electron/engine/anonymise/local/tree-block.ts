import type { GroupModel } from './protected-column.ts';
import type { CountedBlock } from './group-counts.ts';
import type { Kinds } from './kinds.ts';
import { join, type TreeColumn } from './tree-join.ts';

/** What recoding on hierarchies is made from; arrays lie in shared memory. */
export interface TreeProblem {
  trees: TreeColumn[];
  kinds: Kinds;
  models: GroupModel[];
  k: number;
  seed: number;
}

/** Nodes of a block in one column, numbered from 0, with what any two have above them. */
interface BlockTree {
  nodes: number;
  cost: Float64Array;
  /** Lowest node above two: `joined[one * nodes + other]`, and its cost. */
  joined: Uint16Array | Uint32Array;
  joinedCost: Float32Array;
}

/** Kinds that are grouped among themselves. */
export interface TreeBlock {
  kinds: number;
  width: number;
  trees: BlockTree[];
  /** Node of kind t in column j: `node[t * width + j]`. */
  node: Uint32Array;
  /** Units by kind. */
  size: Uint32Array;
  /** One unit of each kind. */
  counting: CountedBlock;
}

/** The nodes of some kinds and all above them. */
function blockTree(tree: TreeColumn, used: Uint32Array): { block: BlockTree; numbers: Map<number, number> } {
  const numbers = new Map<number, number>();
  for (const node of used) {
    if (numbers.has(node)) continue;
    for (let level = tree.level[node]!; level < tree.above.length; level += 1) {
      const above = tree.above[level]![tree.value[node]!]!;
      if (!numbers.has(above)) numbers.set(above, numbers.size);
    }
  }
  const known = [...numbers.keys()];
  const nodes = known.length;
  const block: BlockTree = {
    nodes,
    cost: Float64Array.from(known, (node) => tree.cost[node]!),
    joined: nodes <= 65_536 ? new Uint16Array(nodes * nodes) : new Uint32Array(nodes * nodes),
    joinedCost: new Float32Array(nodes * nodes),
  };
  for (let one = 0; one < nodes; one += 1)
    for (let other = one; other < nodes; other += 1) {
      const above = numbers.get(join(tree, known[one]!, known[other]!))!;
      for (const place of [one * nodes + other, other * nodes + one]) {
        block.joined[place] = above;
        block.joinedCost[place] = block.cost[above]!;
      }
    }
  return { block, numbers };
}

/** Rows of the first unit of each kind, with the protected values of each. */
function oneOfEach({ kinds, models }: TreeProblem, ids: Uint32Array): CountedBlock {
  const { start, rows, counts } = kinds.units;
  const unitRows = [...ids].map((kind) => {
    let end = start[kind]! + 1;
    while (end < start[kind + 1]! && kinds.heads[end] === 0) end += 1;
    return rows.subarray(start[kind], end);
  });
  const rowStart = new Uint32Array(ids.length + 1);
  for (const [at, own] of unitRows.entries()) rowStart[at + 1] = rowStart[at]! + own.length;
  return {
    rowStart,
    rows: Uint32Array.from(unitRows, (own) => own.length),
    counts: Uint8Array.from(ids, (kind) => counts[kind]!),
    models: models.map((model) => {
      const codes = new Uint32Array(rowStart.at(-1)!);
      for (const [at, own] of unitRows.entries())
        for (const [more, row] of own.entries()) codes[rowStart[at]! + more] = model.codes[row]!;
      return { ...model, codes };
    }),
  };
}

/** Takes the kinds `ids` out of a problem. */
export function gatherTrees(problem: TreeProblem, ids: Uint32Array): TreeBlock {
  const { trees, kinds } = problem;
  const width = trees.length;
  const node = new Uint32Array(ids.length * width);
  const blockTrees = trees.map((tree, column) => {
    const used = Uint32Array.from(ids, (kind) => kinds.nodes[column]![kind]!);
    const { block, numbers } = blockTree(tree, used);
    for (const [at, own] of used.entries()) node[at * width + column] = numbers.get(own)!;
    return block;
  });
  return {
    kinds: ids.length,
    width,
    trees: blockTrees,
    node,
    size: Uint32Array.from(ids, (kind) => kinds.size[kind]!),
    counting: oneOfEach(problem, ids),
  };
}
