import { children, type Expression } from './expression.ts';
import { nodesOf, type ColumnChange, type Plan } from './plan-node.ts';

/**
 * A value says nothing of what is only asked whether it is there, nor, where a date is moved, of what decides by how many
 * days.
 */
const toldOf = (expression: Expression): Expression[] => {
  if (expression.kind !== 'call') return children(expression);
  if (expression.name === 'is-null') return [];
  return expression.name === 'add-days' ? expression.args.slice(0, 1) : expression.args;
};

function columnsTold(expression: Expression, found: Set<string>): void {
  if (expression.kind === 'column') found.add(expression.name);
  for (const part of toldOf(expression)) columnsTold(part, found);
}

/** Source columns that a change's new value can tell something of, by the names that hold before it. */
function toldBy({ read, value, fails }: ColumnChange): string[] {
  const found = new Set<string>();
  for (const expression of [read, value, fails]) if (expression !== undefined) columnsTold(expression, found);
  return [...found];
}

/** For every output column: the source columns its value tells something of. */
export function lineageOf(plan: Plan): Map<string, string[]> {
  let lineage = new Map<string, Set<string>>();
  for (const node of nodesOf(plan)) {
    if (node.kind === 'source') lineage = new Map(node.columns.map(({ name }) => [name, new Set([name])]));
    if (node.kind === 'drop') for (const name of node.columns) lineage.delete(name);
    if (node.kind === 'change') {
      const before = new Map(lineage);
      for (const change of node.changes)
        lineage.set(change.column, new Set(toldBy(change).flatMap((name) => [...(before.get(name) ?? [])])));
    }
  }
  return new Map([...lineage].map(([name, sources]) => [name, [...sources]]));
}
