import { chain, columnsOf, columnsRead, nodesOf, type Plan } from '../plan-node.ts';

/** Leaves out changes of columns that nothing needs afterwards, because they are dropped. */
export function pruneUnusedChanges(plan: Plan): Plan {
  const needed = new Set(columnsOf(plan));
  const kept: Plan[] = [];
  for (const node of nodesOf(plan).reverse()) {
    if (node.kind === 'keep-large-classes' || node.kind === 'keep-rows' || node.kind === 'whole-table')
      for (const name of node.columns) needed.add(name);
    if (node.kind !== 'change') {
      kept.push(node);
      continue;
    }
    const changes = node.changes.filter(({ column }) => needed.has(column));
    if (changes.length === 0) continue;
    for (const change of changes) for (const name of columnsRead(change)) needed.add(name);
    kept.push({ ...node, changes });
  }
  return chain(kept.reverse());
}
