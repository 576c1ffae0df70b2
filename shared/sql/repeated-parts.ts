import { children, type Expression } from '#shared/plan/expression.ts';
import type { ColumnChange } from '#shared/plan/plan-node.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/**
 * Functions worth computing once for a row. Only those that answer every text, if with NULL, and of source columns
 * alone: computed ahead of a condition that guards them they must not fail.
 */
const shareable: readonly string[] = ['blank-to-null', 'parse-number', 'parse-date'];

/** What makes two parts the same. */
export const partKey = (part: Expression): string => JSON.stringify(part);

const isShareable = (part: Expression): part is Call =>
  part.kind === 'call' &&
  shareable.includes(part.name) &&
  (part.args[0]?.kind === 'column' || (part.args[0] !== undefined && isShareable(part.args[0]))) &&
  part.args.slice(1).every(({ kind }) => kind === 'text');

/**
 * Parts that the changes of one node would compute more than once, each by itself because engines do not look for
 * repeats inside a CASE. In layers: a part may use those of the layers before it.
 */
export function repeatedParts(changes: readonly ColumnChange[]): Call[][] {
  const found = new Map<string, { part: Call; depth: number; uses: number }>();
  const visit = (expression: Expression): number => {
    const depth = Math.max(0, ...children(expression).map(visit));
    if (!isShareable(expression)) return depth;
    const entry = found.get(partKey(expression)) ?? { part: expression, depth, uses: 0 };
    entry.uses += 1;
    found.set(partKey(expression), entry);
    return depth + 1;
  };
  for (const { read, value, fails } of changes)
    for (const expression of [read, value, fails]) if (expression !== undefined) visit(expression);
  // A function's own SQL repeats its argument, so what a parse function reads counts as repeated.
  const parsed = new Set(
    [...found.values()].flatMap(({ part }) => (part.args[0]?.kind === 'call' ? [partKey(part.args[0])] : [])),
  );
  const wanted = [...found].filter(([key, { uses }]) => uses > 1 || parsed.has(key)).map(([, entry]) => entry);
  const layers = [...new Set(wanted.map(({ depth }) => depth))].sort((a, b) => a - b);
  return layers.map((layer) => wanted.filter(({ depth }) => depth === layer).map(({ part }) => part));
}
