/**
 * The JSON values that stand one after the other on a line, commas or spaces between them; null where anything else
 * does, or only one. They are not parsed.
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
    } else if (depth === 0 && !/[\s,]/.test(sign)) return null;
  }
  return depth === 0 && values.length > 1 ? values : null;
}
