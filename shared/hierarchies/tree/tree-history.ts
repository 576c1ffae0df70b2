import type { HierarchyTree } from './hierarchy-tree.ts';

/** A tree as it is, with what it was before and what was undone, each newest first. */
export interface TreeHistory {
  readonly tree: HierarchyTree;
  readonly before: readonly HierarchyTree[];
  readonly after: readonly HierarchyTree[];
}

/** Trees share what they have in common, so many of them cost little. */
const most = 200;

export const startHistory = (tree: HierarchyTree): TreeHistory => ({ tree, before: [], after: [] });

/** Goes on with a tree that an edit made; what was undone is forgotten. */
export const recordTree = (history: TreeHistory, tree: HierarchyTree): TreeHistory =>
  tree === history.tree ? history : { tree, before: [history.tree, ...history.before].slice(0, most), after: [] };

export function undoTree(history: TreeHistory): TreeHistory {
  const [tree, ...before] = history.before;
  return tree === undefined ? history : { tree, before, after: [history.tree, ...history.after] };
}

export function redoTree(history: TreeHistory): TreeHistory {
  const [tree, ...after] = history.after;
  return tree === undefined ? history : { tree, before: [history.tree, ...history.before], after };
}
