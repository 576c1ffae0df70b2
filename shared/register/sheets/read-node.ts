import type { RecordKind } from '../record-kinds/index.ts';

/** An answer as it was read: of a field with one value the first counts. A value may be another record that was read. */
export type ReadAnswer =
  | { state: 'stated'; values: unknown[] }
  | { state: 'none'; reason?: string }
  | { state: 'not-applicable'; reason: string }
  | { state: 'unknown'; ask: string; reason?: string };

/** A record that a file speaks of, before it has an id: references hold the record itself. */
export interface ReadNode {
  kind: RecordKind;
  /** What its file calls it by: an id that is nobody else's, or a reference of its own. */
  source?: string;
  /** Whether that is an id that a register of ours gave it. */
  isOurs?: true;
  fields: Map<string, ReadAnswer>;
}

export const readNode = (kind: RecordKind, fields: Record<string, unknown> = {}): ReadNode => ({
  kind,
  fields: new Map(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([field, value]) => [field, { state: 'stated', values: Array.isArray(value) ? value : [value] }]),
  ),
});

/** The values that were read of a field, in order. */
export function readValuesOf(node: ReadNode, field: string): unknown[] {
  const answer = node.fields.get(field);
  return answer?.state === 'stated' ? answer.values : [];
}

/** The records that were read for a field of references, in order. */
export const linkedNodes = (node: ReadNode, field: string): ReadNode[] => readValuesOf(node, field) as ReadNode[];

/** Adds values to a list, or begins it; an answer without a value gives way to one. */
export function addValues(node: ReadNode, field: string, values: readonly unknown[]): void {
  if (values.length === 0) return;
  node.fields.set(field, { state: 'stated', values: [...readValuesOf(node, field), ...values] });
}

/** Sets one part of the value at a place of a list of values with parts. */
export function setPart(node: ReadNode, field: string, at: number, part: string, value: string): void {
  const values = readValuesOf(node, field) as Record<string, string>[];
  while (values.length <= at) values.push({});
  values[at] = { ...values[at], [part]: value };
  node.fields.set(field, { state: 'stated', values });
}
