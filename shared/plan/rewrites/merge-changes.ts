import { chain, columnsRead, nodesOf, type Plan } from '../plan-node.ts';

/** Puts neighbouring changes into one where the later one neither reads nor changes what the earlier one changed: one pass instead of two. */
export function mergeChanges(plan: Plan): Plan {
  const merged: Plan[] = [];
  for (const node of nodesOf(plan)) {
    const before = merged.at(-1);
    if (node.kind === 'change' && before?.kind === 'change') {
      const changed = new Set(before.changes.map(({ column }) => column));
      const apart = node.changes.every((change) => !changed.has(change.column) && columnsRead(change).every((name) => !changed.has(name)));
      if (apart) {
        merged[merged.length - 1] = { ...before, changes: [...before.changes, ...node.changes.map((change) => ({ step: node.step, ...change }))] };
        continue;
      }
    }
    merged.push(node);
  }
  return chain(merged);
}
