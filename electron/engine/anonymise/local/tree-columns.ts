import { Failure } from '#shared/contract/failure.ts';
import { localText } from '#shared/text/engine/local-recoding.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { sharedWords } from './shared-memory.ts';
import type { TreeColumn } from './tree-join.ts';

/** A column with its hierarchy: what a cell is, and what it may become. */
export interface HierarchyColumn {
  /** One per row. */
  codes: CodedColumn['codes'];
  hierarchy: CodedHierarchy;
}

/** @throws Failure RECIPE_INVALID where the last level has more labels than one: two rows might have none in common */
export function treeColumn({ column, levels, domain }: CodedHierarchy): TreeColumn {
  const top = levels.at(-1);
  if (top === undefined || top.of.some((place) => place !== top.of[0]))
    throw new Failure('RECIPE_INVALID', localText.noRoot(column));
  const nodes = levels.reduce((sum, { labels }) => sum + labels.length, 0);
  const tree: TreeColumn = {
    above: [],
    level: new Uint8Array(new SharedArrayBuffer(nodes)),
    value: sharedWords(nodes),
    cost: new Float64Array(new SharedArrayBuffer(8 * nodes)),
  };
  let first = 0;
  for (const [level, { labels, of, leaves }] of levels.entries()) {
    const above = sharedWords(of.length);
    for (const [value, place] of of.entries()) {
      above[value] = first + place;
      tree.value[first + place] = value;
    }
    for (const place of labels.keys()) {
      tree.level[first + place] = level;
      tree.cost[first + place] = (leaves[place]! - 1) / Math.max(1, domain - 1);
    }
    tree.above.push(above);
    first += labels.length;
  }
  return tree;
}

/** Values in the order of the tree: those under one node stand together. Place by value. */
export function treeOrder({ above }: TreeColumn): Uint32Array {
  const values = above[0]!.length;
  const order = Array.from({ length: values }, (_, value) => value).toSorted((one, other) => {
    for (let level = above.length - 1; level >= 0; level -= 1)
      if (above[level]![one] !== above[level]![other]) return above[level]![one]! - above[level]![other]!;
    return one - other;
  });
  const place = new Uint32Array(values);
  for (const [at, value] of order.entries()) place[value] = at;
  return place;
}
