import { Failure } from '#shared/contract/failure.ts';
import { findFault } from '#shared/hierarchies/tree/find-fault.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { decodeHead, detectEncoding } from '#engine/intake/csv/detect-encoding.ts';
import { parseText, type TextRecord } from '#engine/intake/csv/parse-text.ts';

/** A hierarchy as it stands in a file: `rows[i]` is a value and what it becomes, level by level upwards. */
export interface HierarchyRows {
  file: string;
  /** All of the same length, at least two; every first field once. */
  rows: string[][];
}

/** How fields stand in ARX's hierarchy files. */
export const arxDialect = { delimiter: ';', quote: '"', escape: '"' };

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
  const records = parseText(content, arxDialect, { complete: true, limit: Infinity });
  if (records.length === 0) throw new Failure('FILE_EMPTY', text.empty(file));
  requireShape(records, file);
  requireTree(records, file);
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
  }
  if (wanted < 2) refuse(text.oneField(file));
}

function requireTree(records: readonly TextRecord[], file: string): void {
  const fault = findFault(records.map(({ fields }) => fields));
  if (fault === null) return;
  const { line } = records[fault.row]!;
  if (fault.code === 'empty-label') refuse(text.hole(file, line, fault.level));
  if (fault.code === 'cycle') refuse(text.cycle(file, line, fault.level));
  const first = records[fault.first!]!.line;
  refuse(fault.level === 0 ? text.twice(file, line, first) : text.twoParents(file, line, first, fault.level));
}
