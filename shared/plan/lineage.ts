import { columnsIn } from './expression.ts';
import { nodesOf, type Plan } from './plan-node.ts';

/** For every output column: the source columns its value is computed from. */
export function lineageOf(plan: Plan): Map<string, string[]> {
  let lineage = new Map<string, Set<string>>();
  for (const node of nodesOf(plan)) {
    if (node.kind === 'source') lineage = new Map(node.columns.map(({ name }) => [name, new Set([name])]));
    if (node.kind === 'drop') for (const name of node.columns) lineage.delete(name);
    if (node.kind === 'change') {
      const before = new Map(lineage);
      for (const { column, value } of node.changes) {
        lineage.set(column, new Set([...columnsIn(value)].flatMap((name) => [...(before.get(name) ?? [])])));
      }
    }
  }
  return new Map([...lineage].map(([name, sources]) => [name, [...sources]]));
}
