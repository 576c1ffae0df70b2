import { linkedNodes, type ReadAnswer, type ReadNode } from './read-node.ts';

const isNode = (value: unknown): value is ReadNode =>
  typeof value === 'object' && value !== null && 'kind' in value && 'fields' in value && value.fields instanceof Map;

/** One text per content: two records that say the same are one. */
export function contentOf(value: unknown): string {
  if (isNode(value)) {
    const fields = [...value.fields].map(([field, answer]) => [field, contentOf(answer)]);
    return JSON.stringify([value.kind, fields.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]);
  }
  if (Array.isArray(value)) return JSON.stringify(value.map(contentOf));
  if (typeof value === 'object' && value !== null)
    return JSON.stringify(
      Object.entries(value)
        .map(([key, one]) => [key, contentOf(one)])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
  return JSON.stringify(value);
}

/**
 * Adds what another row says of the same record: lists grow by what is new, a single value stays.
 * @param isList whether a field has several values
 * @returns the fields that say something else
 */
export function mergeNode(into: ReadNode, more: ReadNode, isList: (field: string) => boolean): string[] {
  const other: string[] = [];
  for (const [field, answer] of more.fields) {
    const known = into.fields.get(field);
    if (known === undefined || (known.state !== 'stated' && answer.state === 'stated')) into.fields.set(field, answer);
    else if (answer.state !== 'stated' || contentOf(known) === contentOf(answer)) continue;
    else if (!isList(field)) other.push(field);
    else into.fields.set(field, joined(known, answer));
  }
  return other;
}

function joined(known: ReadAnswer, answer: ReadAnswer & { state: 'stated' }): ReadAnswer {
  if (known.state !== 'stated') return answer;
  const have = new Set(known.values.map(contentOf));
  return {
    state: 'stated',
    values: [...known.values, ...answer.values.filter((value) => !have.has(contentOf(value)))],
  };
}

/** Every record that one refers to, before it; each once. */
export function withLinked(node: ReadNode, seen: Set<ReadNode> = new Set()): ReadNode[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const linked = [...node.fields.keys()].flatMap((field) => linkedNodes(node, field).filter(isNode));
  return [...linked.flatMap((one) => withLinked(one, seen)), node];
}

export { isNode };
