/** Beyond so many results a chain of tests would be slower than a search in a list. */
const mostTests = 64;

/**
 * DuckDB SQL: the text that belongs to a value, or `otherwise`. One IN test per result: measured 3 to 40 times faster than a MAP, which also is
 * copied for every row. @param literal writes a text literal
 */
export function lookup(value: string, entries: [from: string, to: string][], otherwise: string, literal: (text: string) => string): string {
  if (entries.length === 0) return otherwise;
  const groups = new Map<string | null, string[]>();
  for (const [from, to] of entries) {
    const result = from === to ? null : to;
    const group = groups.get(result);
    if (group === undefined) groups.set(result, [from]);
    else group.push(from);
  }
  if (groups.size > mostTests) {
    const list = (texts: string[]): string => `[${texts.map(literal).join(', ')}]`;
    return `coalesce(${list(entries.map(([, to]) => to))}[list_position(${list(entries.map(([from]) => from))}, ${value})], ${otherwise})`;
  }
  const tests = [...groups].map(([result, values]) => `WHEN ${value} IN (${values.map(literal).join(', ')}) THEN ${result === null ? value : literal(result)}`);
  return `(CASE ${tests.join(' ')} ELSE ${otherwise} END)`;
}
