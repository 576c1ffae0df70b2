import { Failure } from '#shared/contract/failure.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { decodeHead, detectEncoding } from '#engine/intake/csv/detect-encoding.ts';
import { parseText, type TextRecord } from '#engine/intake/csv/parse-text.ts';

/** A hierarchy as it stands in a file: `rows[i]` is a value and what it becomes, level by level upwards. */
export interface HierarchyRows {
  file: string;
  /** All of the same length, at least two; every first field once. */
  rows: string[][];
}

const refuse = (sentence: string): never => {
  throw new Failure('FILE_DAMAGED', sentence);
};

/**
 * Reads a hierarchy in ARX's form: a line per value, `;` between the fields, no header. Lines that say the same twice
 * count once.
 * @throws Failure FILE_EMPTY; FILE_DAMAGED with file, line and level where a line is ragged or has a hole, where a value
 *   or a label has two different labels above it, and where a label lies above itself
 */
export function parseHierarchy(bytes: Buffer, file: string): HierarchyRows {
  const content = decodeHead(bytes, detectEncoding(bytes).encoding);
  const dialect = { delimiter: ';', quote: '"', escape: '"' };
  const records = parseText(content, dialect, { complete: true, limit: Infinity });
  if (records.length === 0) throw new Failure('FILE_EMPTY', text.empty(file));
  requireShape(records, file);
  requireFunction(records, file);
  requireNoCycle(records, file);
  const seen = new Set<string>();
  const rows = records.flatMap(({ fields }) => {
    if (seen.has(fields[0]!)) return [];
    seen.add(fields[0]!);
    return [fields];
  });
  return { file, rows };
}

function requireShape(records: readonly TextRecord[], file: string): void {
  const wanted = records[0]!.fields.length;
  for (const { fields, line, sound } of records) {
    if (!sound) refuse(text.unsound(file, line));
    if (fields.length !== wanted) refuse(text.ragged(file, line, fields.length, wanted));
    const hole = fields.findIndex((field, level) => level > 0 && field.trim() === '');
    if (hole > 0) refuse(text.hole(file, line, hole));
  }
  if (wanted < 2) refuse(text.oneField(file));
}

/** Each level is a function of the one before: a label is looked up with its level, since two levels may share it. */
function requireFunction(records: readonly TextRecord[], file: string): void {
  const levels = records[0]!.fields.length;
  for (let level = 0; level < levels - 1; level += 1) {
    const above = new Map<string, { label: string; line: number }>();
    for (const { fields, line } of records) {
      const known = above.get(fields[level]!);
      if (known === undefined) above.set(fields[level]!, { label: fields[level + 1]!, line });
      else if (known.label !== fields[level + 1])
        refuse(level === 0 ? text.twice(file, line, known.line) : text.twoParents(file, line, known.line, level));
    }
  }
}

/** No label comes to lie above itself by way of another, in one line or by several. */
function requireNoCycle(records: readonly TextRecord[], file: string): void {
  const above = new Map<string, Map<string, { line: number; level: number }>>();
  for (const { fields, line } of records)
    for (let level = 1; level < fields.length; level += 1) {
      if (fields[level] === fields[level - 1]) continue;
      const next = above.get(fields[level - 1]!) ?? new Map<string, { line: number; level: number }>();
      if (!next.has(fields[level]!)) next.set(fields[level]!, { line, level });
      above.set(fields[level - 1]!, next);
    }
  const left = new Set<string>();
  const onPath = new Set<string>();
  for (const start of above.keys()) {
    const path: { label: string; rest: IterableIterator<[string, { line: number; level: number }]> }[] = [];
    const enter = (label: string): void => {
      onPath.add(label);
      path.push({ label, rest: (above.get(label) ?? new Map<string, { line: number; level: number }>()).entries() });
    };
    if (!left.has(start)) enter(start);
    while (path.length > 0) {
      const { label, rest } = path.at(-1)!;
      const next = rest.next();
      if (next.done === true) {
        onPath.delete(label);
        left.add(label);
        path.pop();
        continue;
      }
      const [to, where] = next.value;
      if (onPath.has(to)) refuse(text.cycle(file, where.line, where.level));
      if (!left.has(to)) enter(to);
    }
  }
}
