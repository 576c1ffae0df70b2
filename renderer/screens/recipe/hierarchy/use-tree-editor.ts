import { useMemo, useState } from 'react';
import {
  addLevel,
  groupNodes,
  mergeNodes,
  moveNodes,
  placeValues,
  removeLevel,
  removeNodes,
  renameNode,
  type Edited,
  type TreeRefusal,
} from '#shared/hierarchies/tree/edit-tree.ts';
import {
  childrenOf,
  heightOf,
  labelsAt,
  type HierarchyTree,
  type TreeNode,
} from '#shared/hierarchies/tree/hierarchy-tree.ts';
import {
  recordTree,
  redoTree,
  startHistory,
  undoTree,
  type TreeHistory,
} from '#shared/hierarchies/tree/tree-history.ts';
import { hierarchyText as text } from '#shared/text/window/hierarchy.ts';
import { keyOf, visibleNodes, type VisibleNode } from './visible-nodes.ts';

interface EditorState {
  history: TreeHistory;
  active: TreeNode | null;
  marked: readonly TreeNode[];
  cut: readonly TreeNode[];
  opened: ReadonlySet<string>;
  renaming: TreeNode | null;
  refusal: TreeRefusal | null;
  search: string;
}

/** The tree under a person's hands, and all that can be done to it. */
export interface TreeEditor extends Omit<EditorState, 'history'> {
  tree: HierarchyTree;
  children: ReadonlyMap<string, readonly string[]>[];
  lines: VisibleNode[];
  /** What an act is about: what is marked, else the active node. */
  chosen: readonly TreeNode[];
  canUndo: boolean;
  canRedo: boolean;
  set(change: Partial<EditorState>): void;
  open(node: TreeNode, opened: boolean): void;
  mark(node: TreeNode): void;
  undo(): void;
  redo(): void;
  /** Begins anew from other rows, as one change. */
  replace(tree: HierarchyTree): void;
  rename(node: TreeNode, name: string): void;
  group(): void;
  merge(): void;
  remove(): void;
  cutChosen(): void;
  paste(): void;
  addLevel(level: number): void;
  removeLevel(level: number): void;
  place(values: readonly string[]): void;
  /** The label of level 1 that values would be put under; null: none is chosen. */
  placeUnder: string | null;
}

const opensAtFirst = (tree: HierarchyTree): ReadonlySet<string> => {
  const top = labelsAt(tree, heightOf(tree));
  return new Set(top.length === 1 ? top.map((label) => keyOf({ level: heightOf(tree), label })) : []);
};

const begin = (tree: HierarchyTree): EditorState => {
  const [label] = tree.above[0]!.size === 0 ? [] : labelsAt(tree, heightOf(tree));
  return {
    history: startHistory(tree),
    active: label === undefined ? null : { level: heightOf(tree), label },
    marked: [],
    cut: [],
    opened: opensAtFirst(tree),
    renaming: null,
    refusal: null,
    search: '',
  };
};

const exists = (tree: HierarchyTree, { level, label }: TreeNode): boolean =>
  level < heightOf(tree) ? tree.above[level]!.has(label) : labelsAt(tree, level).includes(label);

/** A name that the level does not have. */
function freshName(tree: HierarchyTree, level: number): string {
  const there = new Set(labelsAt(tree, level));
  let at = 1;
  while (there.has(text.newGroup(at))) at += 1;
  return text.newGroup(at);
}

/** The state after an edit: what is gone is no longer active, marked or cut. */
function afterEdit(now: EditorState, edited: Edited, then: Partial<EditorState>): EditorState {
  if (!edited.ok) return { ...now, refusal: edited.refusal };
  const { tree } = edited;
  const next = { ...now, marked: [], cut: [], refusal: null, ...then, history: recordTree(now.history, tree) };
  return { ...next, active: next.active !== null && exists(tree, next.active) ? next.active : begin(tree).active };
}

function afterStep(now: EditorState, history: TreeHistory): EditorState {
  const { tree } = history;
  const active = now.active !== null && exists(tree, now.active) ? now.active : begin(tree).active;
  return { ...now, history, active, marked: [], cut: [], renaming: null, refusal: null };
}

/** Where cut nodes go by the node that is chosen: under it, or beside it. */
function pasteTarget(tree: HierarchyTree, cut: readonly TreeNode[], active: TreeNode): TreeNode {
  const level = cut[0]?.level ?? 0;
  if (active.level !== level || level >= heightOf(tree)) return active;
  return { level: level + 1, label: tree.above[level]!.get(active.label)! };
}

function underOf(tree: HierarchyTree, active: TreeNode | null): string | null {
  if (tree.above[0]!.size === 0) return freshName(tree, 1);
  if (active === null || active.level > 1) return null;
  return active.level === 1 ? active.label : (tree.above[0]!.get(active.label) ?? null);
}

type Change = (step: (now: EditorState) => EditorState) => void;

/** What changes the tree. */
function editsOf(state: EditorState, chosen: readonly TreeNode[], change: Change) {
  const { tree } = state.history;
  const edit = (edited: Edited, then: Partial<EditorState> = {}): void => change((now) => afterEdit(now, edited, then));
  return {
    replace: (next: HierarchyTree): void =>
      change((now) => ({ ...begin(next), history: recordTree(now.history, next) })),
    // Whoever leaves the field by a key leaves it once more when it goes.
    rename: ({ level, label }: TreeNode, name: string): void =>
      change((now) => {
        if (now.renaming === null) return now;
        const named = { level, label: name.trim() };
        const edited = renameNode(now.history.tree, { level, label }, name);
        const wasOpen = now.opened.has(keyOf({ level, label }));
        return afterEdit({ ...now, renaming: null }, edited, {
          active: named,
          ...(wasOpen ? { opened: new Set([...now.opened, keyOf(named)]) } : {}),
        });
      }),
    group: (): void => {
      const level = (chosen[0]?.level ?? 0) + 1;
      const made = { level, label: freshName(tree, Math.min(level, heightOf(tree))) };
      edit(groupNodes(tree, chosen, made.label), {
        active: made,
        renaming: made,
        opened: new Set([...state.opened, keyOf(made)]),
      });
    },
    merge: (): void => {
      const label = chosen[0]?.label ?? '';
      edit(mergeNodes(tree, chosen, label), { active: { level: chosen[0]?.level ?? 1, label } });
    },
    remove: (): void => edit(removeNodes(tree, chosen)),
    paste: (): void => {
      if (state.active === null || state.cut.length === 0) return;
      const target = pasteTarget(tree, state.cut, state.active);
      edit(moveNodes(tree, state.cut, target), {
        active: state.cut[0]!,
        opened: new Set([...state.opened, keyOf(target)]),
      });
    },
    addLevel: (level: number): void => edit(addLevel(tree, level)),
    removeLevel: (level: number): void => edit(removeLevel(tree, level)),
    place: (values: readonly string[]): void => {
      const under = underOf(tree, state.active);
      if (under === null) return;
      const at = { level: 1, label: under };
      edit(placeValues(tree, values, under), { active: at, opened: new Set([...state.opened, keyOf(at)]) });
    },
  };
}

/** Holds a tree with what is chosen in it; every edit is one step that undo takes back. */
export function useTreeEditor(first: HierarchyTree): TreeEditor {
  const [state, change] = useState(() => begin(first));
  const { history, opened, search, active, marked } = state;
  const { tree } = history;
  const children = useMemo(() => childrenOf(tree), [tree]);
  const lines = useMemo(() => visibleNodes(tree, children, opened, search), [tree, children, opened, search]);
  const chosen = marked.length > 0 ? marked : active === null ? [] : [active];
  return {
    ...state,
    ...editsOf(state, chosen, change),
    tree,
    children,
    lines,
    chosen,
    canUndo: history.before.length > 0,
    canRedo: history.after.length > 0,
    set: (next) => change((now) => ({ ...now, ...next })),
    open: (node, isOpen) =>
      change((now) => {
        const keys = new Set(now.opened);
        if (isOpen) keys.add(keyOf(node));
        else keys.delete(keyOf(node));
        return { ...now, opened: keys };
      }),
    mark: (node) =>
      change((now) => {
        const rest = now.marked.filter((other) => keyOf(other) !== keyOf(node));
        return { ...now, marked: rest.length < now.marked.length ? rest : [...rest, node] };
      }),
    undo: () => change((now) => afterStep(now, undoTree(now.history))),
    redo: () => change((now) => afterStep(now, redoTree(now.history))),
    cutChosen: () => change((now) => ({ ...now, cut: chosen, marked: [], refusal: null })),
    placeUnder: underOf(tree, active),
  };
}
