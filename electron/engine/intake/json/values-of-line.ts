/** Spaces, commas, and the sign that JSON text sequences put before each value (RFC 7464). */
// oxlint-disable-next-line no-control-regex
const betweenValues = /[\s,\u001e]/;

/**
 * The JSON values that stand one after the other on a line, commas or spaces between them; null where anything else
 * does, or only one and nothing beside it. They are not parsed.
 */
export function valuesOfLine(line: string): string[] | null {
  const values: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (sign === '"') {
      if (depth === 0) return null;
      for (at += 1; at < line.length && line[at] !== '"'; at += 1) if (line[at] === '\\') at += 1;
    } else if (sign === '{' || sign === '[') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth < 0) return null;
      if (depth === 0) values.push(line.slice(start, at + 1));
    } else if (depth === 0 && !betweenValues.test(sign)) return null;
  }
  const alone = values.length === 1 && line.trim() === values[0];
  return depth === 0 && values.length > 0 && !alone ? values : null;
}
