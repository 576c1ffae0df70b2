import type { Expression } from './expression.ts';
import { chain, columnsRead, nodesOf, type ColumnChange, type Plan } from './plan-node.ts';

/** Hexadecimal digits of a token. */
export const tokenLength = 24;

const keyPrefix = 'token: ';

/** Name of the key that the tokens of a domain come from. */
export const tokenKey = (domain: string): string => `${keyPrefix}${domain}`;

function tokenOf({ value, read }: ColumnChange): { domain: string; of: Expression } | null {
  if (read !== undefined || value.kind !== 'call' || value.name !== 'token') return null;
  const [key, of] = value.args;
  if (key?.kind !== 'text' || of === undefined) return null;
  return { domain: key.value.slice(keyPrefix.length), of };
}

/**
 * The plan with what tokens are made of in their place, and the domain of each such column (display name). A token that a
 * later step reads or changes stays: what that makes of it leads back to nobody.
 */
export function behindTokens(plan: Plan): { plan: Plan; domains: Map<string, string> } {
  const domains = new Map<string, string>();
  const usedLater = new Set<string>();
  const nodes = nodesOf(plan)
    .toReversed()
    .map((node): Plan => {
      if (node.kind !== 'change') return node;
      const changes = node.changes.map((change) => {
        const token = usedLater.has(change.column) ? null : tokenOf(change);
        if (token === null) return change;
        domains.set(change.column, token.domain);
        return { ...change, value: token.of };
      });
      for (const change of node.changes)
        for (const name of [change.column, ...columnsRead(change)]) usedLater.add(name);
      return { ...node, changes };
    });
  return { plan: chain(nodes.toReversed()), domains };
}
