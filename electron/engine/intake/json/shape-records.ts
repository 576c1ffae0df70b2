import { jsonText } from '#shared/text/engine/json.ts';
import { listInPages, named, namesInFirst, rowsOfObject, rowsOfPage } from './frames.ts';
import { isOfStream, streamsOf } from './streams.ts';

/** What becomes of the values of a text before they are read as records. */
export interface RecordShape {
  /** The first values, as they stand. */
  head: unknown[];
  /** Why they are read otherwise than as they stand; null where they are not. */
  reason: string | null;
  /** Kinds of records that can be read alone, and the one that is. */
  streams: string[];
  stream: string | null;
  warnings: string[];
  /** The records of a value. @param at how many values came before it */
  rows(value: unknown, at: number): unknown[];
}

const asTheyStand = (head: unknown[]): RecordShape => ({
  head,
  reason: null,
  streams: [],
  stream: null,
  warnings: [],
  rows: (value) => [value],
});

/**
 * Finds a table that a text holds in another shape than a list of objects, and several tables in one list.
 * @param values whether the text is one object without a list of objects in it, several values, or a list
 */
export function shapeRecords(
  head: unknown[],
  values: 'one' | 'several' | 'list',
  table: string | undefined,
): RecordShape {
  const plain = asTheyStand(head);
  const several = values === 'several';
  if (values === 'one') {
    const frame = rowsOfObject(head[0]);
    if (frame === null) return plain;
    const reason = jsonText.frames[frame.kind];
    return { ...plain, reason, warnings: [reason], rows: (value) => rowsOfObject(value)?.rows ?? [value] };
  }
  const list = several ? listInPages(head) : null;
  if (list !== null) {
    const reason = jsonText.pages(list);
    return { ...plain, reason, warnings: [reason], rows: (value) => rowsOfPage(value, list) };
  }
  const names = namesInFirst(head);
  if (names !== null) {
    const reason = jsonText.frames.rows;
    return { ...plain, reason, warnings: [reason], rows: (value, at) => (at === 0 ? [] : [named(names, value)]) };
  }
  const streams = streamsOf(head);
  if (streams === null) return plain;
  const stream = table !== undefined && streams.names.includes(table) ? table : null;
  if (stream === null)
    return { ...plain, streams: streams.names, warnings: [jsonText.severalStreams(streams.member, streams.names)] };
  const others = streams.names.filter((name) => name !== stream);
  return {
    ...plain,
    streams: streams.names,
    stream,
    warnings: [jsonText.oneStream(stream, others)],
    rows: (value) => (isOfStream(value, streams, stream) ? [value] : []),
  };
}
