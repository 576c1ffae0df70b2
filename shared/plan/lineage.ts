import { columnsRead, nodesOf, type Plan } from './plan-node.ts';

/** For every output column: the source columns its value is computed from. */
export function lineageOf(plan: Plan): Map<string, string[]> {
  let lineage = new Map<string, Set<string>>();
  for (const node of nodesOf(plan)) {
    if (node.kind === 'source') lineage = new Map(node.columns.map(({ name }) => [name, new Set([name])]));
    if (node.kind === 'drop') for (const name of node.columns) lineage.delete(name);
    if (node.kind === 'change') {
      const before = new Map(lineage);
      for (const change of node.changes)
        lineage.set(change.column, new Set(columnsRead(change).flatMap((name) => [...(before.get(name) ?? [])])));
    }
  }
  return new Map([...lineage].map(([name, sources]) => [name, [...sources]]));
}
