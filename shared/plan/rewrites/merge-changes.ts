import { chain, columnsRead, nodesOf, type Plan } from '../plan-node.ts';

/**
 * Puts neighbouring changes into one where the later one neither reads nor changes what the earlier one changed: one
 * pass instead of two.
 */
export function mergeChanges(plan: Plan): Plan {
  const merged: Plan[] = [];
  // The columns that the last node changes, where changes may still be added to it.
  let changed = new Set<string>();
  for (const node of nodesOf(plan)) {
    const before = merged.at(-1);
    const apart =
      node.kind === 'change' &&
      before?.kind === 'change' &&
      node.changes.every(
        (change) => !changed.has(change.column) && columnsRead(change).every((name) => !changed.has(name)),
      );
    if (apart) before.changes.push(...node.changes.map((change) => ({ step: node.step, ...change })));
    else {
      merged.push(node.kind === 'change' ? { ...node, changes: [...node.changes] } : node);
      changed = new Set();
    }
    if (node.kind === 'change') for (const { column } of node.changes) changed.add(column);
  }
  return chain(merged);
}
