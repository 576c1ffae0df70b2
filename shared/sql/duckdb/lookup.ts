/** Up to so many entries a search in a list is quick (0.2 s per million rows) and small. */
const listEntries = 200;
/** Beyond so many results a chain of tests would be slower than the list. */
const mostTests = 64;

/**
 * DuckDB SQL: the text that belongs to a value, or `otherwise`. DuckDB turns IN into a join with its own hash table:
 * quicker for long lists (2,000 entries: 0.3 s instead of 2.8 s per million rows), but a hundred columns with one each
 * would need a gigabyte.
 * @param literal writes a text literal
 */
export function lookup(
  value: string,
  entries: [from: string, to: string][],
  otherwise: string,
  literal: (text: string) => string,
): string {
  if (entries.length === 0) return otherwise;
  const groups = new Map<string | null, string[]>();
  for (const [from, to] of entries) {
    const result = from === to ? null : to;
    const group = groups.get(result);
    if (group === undefined) groups.set(result, [from]);
    else group.push(from);
  }
  if (entries.length <= listEntries || groups.size > mostTests) {
    const list = (texts: string[]): string => `[${texts.map(literal).join(', ')}]`;
    return (
      `coalesce(${list(entries.map(([, to]) => to))}[list_position(${list(entries.map(([from]) => from))}, ${value}` +
      `)], ${otherwise})`
    );
  }
  const tests = [...groups].map(
    ([result, values]) =>
      `WHEN ${value} IN (${values.map(literal).join(', ')}) THEN ${result === null ? value : literal(result)}`,
  );
  return `(CASE ${tests.join(' ')} ELSE ${otherwise} END)`;
}
