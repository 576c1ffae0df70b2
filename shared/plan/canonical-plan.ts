import type { Plan } from './plan-node.ts';

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * The text whose SHA-256 is the plan hash of caches and certificates: JSON without white space, keys in code-unit order
 * (the form of RFC 8785 for the values a plan can hold). The same plan gives the same text on every machine.
 */
export const canonicalPlan = (plan: Plan): string => canonical(plan);
