const mostLeaves = 200;

function collect(value: unknown, into: string[]): void {
  if (into.length >= mostLeaves || value === null) return;
  if (typeof value === 'string') into.push(value);
  else if (typeof value === 'number') into.push(String(value));
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      into.push(key);
      collect(item, into);
    }
}

/** The single values of a cell: those of its JSON, or of its list; the cell itself where it is neither. */
export function textLeaves(cell: string): string[] {
  const text = cell.trim();
  if (/^[[{"]/.test(text) && /[\]}"]$/.test(text)) {
    try {
      const leaves: string[] = [];
      collect(JSON.parse(text), leaves);
      return leaves.map((leaf) => leaf.trim()).filter(Boolean);
    } catch {
      // Looks like JSON and is none: a text like any other.
    }
  }
  return text.length > 200 ? [text] : text.split(/\s*[;|\n]\s*/).filter(Boolean);
}
