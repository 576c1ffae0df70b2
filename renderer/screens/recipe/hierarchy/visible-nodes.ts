import { fold } from '#shared/domain/fold.ts';
import { heightOf, labelsAt, type HierarchyTree, type TreeNode } from '#shared/hierarchies/tree/hierarchy-tree.ts';

/** A node as a line of the tree. */
export interface VisibleNode extends TreeNode {
  key: string;
  /** 1 at the top. */
  depth: number;
  /** 1-based among what lies under the same label, and how many these are. */
  position: number;
  of: number;
  /** Null: a value, which nothing lies under. */
  expanded: boolean | null;
}

export const keyOf = ({ level, label }: TreeNode): string => `${level} ${label}`;

/** The nodes a search finds, and all that lies above them; null: everything. */
function foundKeys(tree: HierarchyTree, search: string): Set<string> | null {
  const wanted = fold(search.trim());
  if (wanted === '') return null;
  const found = new Set<string>();
  for (let level = 0; level <= heightOf(tree); level += 1)
    for (const label of labelsAt(tree, level)) {
      if (!fold(label).includes(wanted)) continue;
      let node: TreeNode = { level, label };
      found.add(keyOf(node));
      while (node.level < heightOf(tree)) {
        node = { level: node.level + 1, label: tree.above[node.level]!.get(node.label)! };
        found.add(keyOf(node));
      }
    }
  return found;
}

/**
 * The lines of a tree from the top down: what is opened, or all that a search finds.
 * @param children of the tree, as `childrenOf` gives them
 */
export function visibleNodes(
  tree: HierarchyTree,
  children: readonly ReadonlyMap<string, readonly string[]>[],
  opened: ReadonlySet<string>,
  search: string,
): VisibleNode[] {
  const found = foundKeys(tree, search);
  const lines: VisibleNode[] = [];
  const walk = (level: number, labels: readonly string[], depth: number): void => {
    const shown = found === null ? labels : labels.filter((label) => found.has(keyOf({ level, label })));
    for (const [at, label] of shown.entries()) {
      const key = keyOf({ level, label });
      const expanded = level === 0 ? null : opened.has(key) || found !== null;
      lines.push({ level, label, key, depth, position: at + 1, of: shown.length, expanded });
      if (expanded === true) walk(level - 1, children[level]!.get(label) ?? [], depth + 1);
    }
  };
  if (tree.above[0]!.size > 0) walk(heightOf(tree), labelsAt(tree, heightOf(tree)), 1);
  return lines;
}
