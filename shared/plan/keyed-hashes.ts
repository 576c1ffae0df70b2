import { children, type Expression } from './expression.ts';
import { chain, columnsRead, nodesOf, type ColumnChange, type Plan } from './plan-node.ts';

/** Functions of a key (its name is their first argument) and a value. */
const ciphers: readonly string[] = ['encrypt-format'];
const under: readonly string[] = ['keyed-hash', 'token', ...ciphers];

const keysIn = (expression: Expression, of: readonly string[]): string[] => [
  ...(expression.kind === 'call' && of.includes(expression.name) && expression.args[0]?.kind === 'text'
    ? [expression.args[0].value]
    : []),
  ...children(expression).flatMap((child) => keysIn(child, of)),
];

const namesIn = (plan: Plan, of: readonly string[]): string[] => [
  ...new Set(
    nodesOf(plan).flatMap((node) =>
      node.kind === 'change'
        ? node.changes.flatMap(({ read, value }) => [
            ...(read === undefined ? [] : keysIn(read, of)),
            ...keysIn(value, of),
          ])
        : [],
    ),
  ),
];

/** Names of the keys that a plan's steps use, without repeats. */
export const keyNamesOf = (plan: Plan): string[] => namesIn(plan, under);

/** Of these the ones that texts are enciphered under. */
export const ciphersIn = (plan: Plan): string[] => namesIn(plan, ciphers);

function hashOf({ value, read }: ColumnChange): { key: string; of: Expression } | null {
  if (read !== undefined || value.kind !== 'call' || value.name !== 'keyed-hash') return null;
  const [key, of] = value.args;
  return key?.kind === 'text' && of !== undefined ? { key: key.value, of } : null;
}

/**
 * Leaves the hashing of columns to whoever writes them: a column whose last change is a keyed hash gets what is to be
 * hashed instead, which tells rows apart just as well and is a fraction of the work and the room. A hash that a later
 * step reads stays.
 * @returns the plan without those hashes, and the key name of each column (display name) still to be hashed
 */
export function deferKeyedHashes(plan: Plan): { plan: Plan; hashed: Map<string, string> } {
  const hashed = new Map<string, string>();
  const usedLater = new Set<string>();
  const nodes = nodesOf(plan)
    .reverse()
    .map((node): Plan => {
      if (node.kind !== 'change') return node;
      const changes = node.changes.map((change) => {
        const hash = usedLater.has(change.column) ? null : hashOf(change);
        if (hash === null) return change;
        hashed.set(change.column, hash.key);
        return { ...change, value: hash.of };
      });
      for (const change of node.changes)
        for (const name of [change.column, ...columnsRead(change)]) usedLater.add(name);
      return { ...node, changes };
    });
  return { plan: chain(nodes.reverse()), hashed };
}
