import { isPlain } from './parse-record.ts';

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && isPlain(value);

/** Members that hold what was sent, in records of programs that copy tables (Airbyte, Singer, change feeds). */
const contents = ['data', 'record', 'row', 'payload', 'after'];
const labels = ['stream', 'table', 'collection', 'entity'];

/** A record as such a program sends it: of which table, and its row; null for what it says of itself. */
export interface Enveloped {
  stream: string;
  row: Members;
}

/** Kinds of messages that hold no row (Singer, Airbyte). */
const messages = new Set([
  'SCHEMA',
  'STATE',
  'ACTIVATE_VERSION',
  'LOG',
  'TRACE',
  'SPEC',
  'CATALOG',
  'CONNECTION_STATUS',
  'CONTROL',
]);

/** Whether it is a message that holds no row. */
export const isMessage = (record: unknown): boolean =>
  isObject(record) && typeof record.type === 'string' && messages.has(record.type);

/** The table that a record says it is of; change feeds say it in an object `source` (Debezium). */
function labelOf(record: Members): string | undefined {
  const own = labels.map((name) => record[name]);
  const source = isObject(record.source) ? [record.source.table] : [];
  return [...own, ...source].find((label): label is string => typeof label === 'string' && label !== '');
}

/** The row in an envelope, and the stream it is of; null where the record is none. */
export function unwrap(record: unknown): Enveloped | null {
  if (!isObject(record)) return null;
  // Airbyte's own protocol puts one more object around.
  if (record.type === 'RECORD' && isObject(record.record) && typeof record.record.stream === 'string')
    return unwrap(record.record);
  const label = labelOf(record);
  const content = contents.find((name) => isObject(record[name]));
  if (label === undefined || content === undefined) return null;
  return { stream: label, row: record[content] as Members };
}

/** Rows by their stream in the order of the first of each; null where not every record is an envelope or a message. */
export function streamsInEnvelopes(head: readonly unknown[]): Map<string, number> | null {
  const streams = new Map<string, number>();
  for (const record of head) {
    if (isMessage(record)) continue;
    const found = unwrap(record);
    if (found === null) return null;
    streams.set(found.stream, (streams.get(found.stream) ?? 0) + 1);
  }
  return streams.size > 0 ? streams : null;
}
