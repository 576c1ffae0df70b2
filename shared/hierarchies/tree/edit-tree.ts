import { findCycle } from './find-fault.ts';
import { heightOf, labelsAt, type HierarchyTree, type TreeNode } from './hierarchy-tree.ts';

/** Most levels above the values that a recipe step takes. */
const mostLevels = 49;

/** Why an edit cannot be made; the tree stays as it is. */
export type TreeRefusal =
  | 'empty-label'
  /** The level has the label already. */
  | 'duplicate'
  /** The nodes would have to lie under two different labels. */
  | 'two-parents'
  /** A label would lie above itself. */
  | 'cycle'
  /** Not the level right above, or nodes of several levels. */
  | 'wrong-level'
  /** Values are those of the column: they have no other name. */
  | 'fixed-value'
  | 'last-level'
  | 'too-many-levels'
  | 'nothing-left'
  /** No such node. */
  | 'unknown';

export type Edited = { ok: true; tree: HierarchyTree } | { ok: false; refusal: TreeRefusal };

type Maps = ReadonlyMap<string, string>[];

const refuse = (refusal: TreeRefusal): Edited => ({ ok: false, refusal });

const holds = (tree: HierarchyTree, { level, label }: TreeNode): boolean =>
  level < heightOf(tree)
    ? level >= 0 && tree.above[level]!.has(label)
    : level === heightOf(tree) && labelsAt(tree, level).includes(label);

/** The level that all nodes are of; null where they are of several, or there are none. */
const levelOf = (nodes: readonly TreeNode[]): number | null =>
  nodes.length > 0 && nodes.every(({ level }) => level === nodes[0]!.level) ? nodes[0]!.level : null;

/** Labels that nothing lies under any more go, from the finest level up. */
function withoutEmpty(above: Maps): Maps {
  const kept: Maps = [];
  for (const [level, map] of above.entries()) {
    const used = level === 0 ? null : new Set(kept[level - 1]!.values());
    kept.push(used === null || used.size === map.size ? map : new Map([...map].filter(([label]) => used.has(label))));
  }
  return kept;
}

function finish(edited: Maps): Edited {
  const above = withoutEmpty(edited);
  function* steps() {
    for (const [level, map] of above.entries())
      for (const [below, label] of map) yield { below, above: label, row: 0, level: level + 1 };
  }
  return findCycle(steps()) === null ? { ok: true, tree: { above } } : refuse('cycle');
}

const withLevel = (above: Maps, level: number, map: ReadonlyMap<string, string>): Maps =>
  above.map((old, at) => (at === level ? map : old));

/** Calls labels of a level by other names; several may get the same one. */
function relabel({ above }: HierarchyTree, level: number, names: ReadonlyMap<string, string>): Maps {
  const named = (label: string): string => names.get(label) ?? label;
  return above.map((map, at) =>
    at === level - 1
      ? new Map([...map].map(([below, label]) => [below, named(label)]))
      : at === level
        ? new Map([...map].map(([label, parent]) => [named(label), parent]))
        : map,
  );
}

/** Gives a label another name. */
export function renameNode(tree: HierarchyTree, node: TreeNode, name: string): Edited {
  const label = name.trim();
  if (node.level === 0) return refuse('fixed-value');
  if (!holds(tree, node)) return refuse('unknown');
  if (label === '') return refuse('empty-label');
  if (label === node.label) return { ok: true, tree };
  if (holds(tree, { level: node.level, label })) return refuse('duplicate');
  return finish(relabel(tree, node.level, new Map([[node.label, label]])));
}

/** Puts nodes of one level, with all that lies under them, under a label of the next level. */
export function moveNodes(tree: HierarchyTree, nodes: readonly TreeNode[], under: TreeNode): Edited {
  const level = levelOf(nodes);
  if (level === null || under.level !== level + 1) return refuse('wrong-level');
  if (!holds(tree, under) || !nodes.every((node) => holds(tree, node))) return refuse('unknown');
  const map = new Map(tree.above[level]);
  for (const { label } of nodes) map.set(label, under.label);
  return finish(withLevel([...tree.above], level, map));
}

/** The one label two levels up, or a refusal where there are several; undefined at the top. */
function sharedAbove(tree: HierarchyTree, level: number, labels: readonly string[]): string | undefined | null {
  if (level >= heightOf(tree)) return undefined;
  const found = new Set(labels.map((label) => tree.above[level]!.get(label)!));
  return found.size === 1 ? [...found][0]! : null;
}

/** Puts nodes of one level under a new label of the next level, which lies where theirs lay. */
export function groupNodes(tree: HierarchyTree, nodes: readonly TreeNode[], name: string): Edited {
  const label = name.trim();
  const level = levelOf(nodes);
  if (level === null || level >= heightOf(tree)) return refuse('wrong-level');
  if (!nodes.every((node) => holds(tree, node))) return refuse('unknown');
  if (label === '') return refuse('empty-label');
  if (holds(tree, { level: level + 1, label })) return refuse('duplicate');
  const map = new Map(tree.above[level]);
  const shared = sharedAbove(
    tree,
    level + 1,
    nodes.map((node) => map.get(node.label)!),
  );
  if (shared === null) return refuse('two-parents');
  for (const node of nodes) map.set(node.label, label);
  const edited = withLevel([...tree.above], level, map);
  return finish(
    shared === undefined ? edited : withLevel(edited, level + 1, new Map([...edited[level + 1]!, [label, shared]])),
  );
}

/** Makes one label of several of a level that lie under the same label. */
export function mergeNodes(tree: HierarchyTree, nodes: readonly TreeNode[], name: string): Edited {
  const label = name.trim();
  const level = levelOf(nodes);
  if (level === 0) return refuse('fixed-value');
  if (level === null || new Set(nodes.map((node) => node.label)).size < 2) return refuse('wrong-level');
  if (!nodes.every((node) => holds(tree, node))) return refuse('unknown');
  if (label === '') return refuse('empty-label');
  const merged = nodes.map((node) => node.label);
  if (!merged.includes(label) && holds(tree, { level, label })) return refuse('duplicate');
  if (sharedAbove(tree, level, merged) === null) return refuse('two-parents');
  return finish(relabel(tree, level, new Map(merged.map((old) => [old, label]))));
}

/** Takes nodes out of the hierarchy, and every value under them: these are then not covered. */
export function removeNodes(tree: HierarchyTree, nodes: readonly TreeNode[]): Edited {
  if (!nodes.every((node) => holds(tree, node))) return refuse('unknown');
  const gone = new Set(nodes.map(({ level, label }) => `${level} ${label}`));
  const values = new Map(
    [...tree.above[0]!].filter(([value]) => {
      let label = value;
      if (gone.has(`0 ${label}`)) return false;
      for (const [level, map] of tree.above.entries()) {
        label = map.get(label)!;
        if (gone.has(`${level + 1} ${label}`)) return false;
      }
      return true;
    }),
  );
  return values.size === 0 ? refuse('nothing-left') : finish(withLevel([...tree.above], 0, values));
}

/** Adds values under a label of level 1; in an empty tree the label is made, on every level. */
export function placeValues(tree: HierarchyTree, values: readonly string[], under: string): Edited {
  const label = under.trim();
  if (label === '') return refuse('empty-label');
  const isEmpty = tree.above[0]!.size === 0;
  if (!isEmpty && !holds(tree, { level: 1, label })) return refuse('unknown');
  if (values.some((value) => tree.above[0]!.has(value))) return refuse('duplicate');
  const placed = withLevel(
    [...tree.above],
    0,
    new Map([...tree.above[0]!, ...values.map((value) => [value, label] as const)]),
  );
  return finish(isEmpty ? placed.map((map, level) => (level === 0 ? map : new Map([[label, label]]))) : placed);
}

/** A level above `level` whose labels are those of `level`, each by itself: a place to put some of them together. */
export function addLevel(tree: HierarchyTree, level: number): Edited {
  if (heightOf(tree) >= mostLevels) return refuse('too-many-levels');
  if (level < 0 || level > heightOf(tree)) return refuse('unknown');
  const same = new Map(labelsAt(tree, level).map((label) => [label, label]));
  return finish([...tree.above.slice(0, level), same, ...tree.above.slice(level)]);
}

/** Takes a level out; what lay under its labels lies under the level above. */
export function removeLevel(tree: HierarchyTree, level: number): Edited {
  if (level < 1 || level > heightOf(tree)) return refuse('unknown');
  if (heightOf(tree) === 1) return refuse('last-level');
  const over = tree.above[level];
  if (over === undefined) return finish(tree.above.slice(0, -1));
  const through = new Map([...tree.above[level - 1]!].map(([below, label]) => [below, over.get(label)!]));
  return finish([...tree.above.slice(0, level - 1), through, ...tree.above.slice(level + 1)]);
}
