import { jsonText } from '#shared/text/engine/json.ts';
import { isMessage, streamsInEnvelopes, unwrap } from './envelopes.ts';
import { keyedByPeople, listInPages, named, namesInFirst, rowsOfPage } from './frames.ts';
import { isOfStream, streamsOf, withNothingInCommon } from './streams.ts';
import { besides, byKey, type TableInside, tablesInside } from './tables-inside.ts';

/** What becomes of the values of a text before they are read as records. */
export interface RecordShape {
  /** The first values, as they stand. */
  head: unknown[];
  /** Why they are read otherwise than as they stand; null where they are not. */
  reason: string | null;
  /** Kinds of records that can be read alone, or tables inside the one value; and the one that is read. */
  streams: string[];
  stream: string | null;
  /** A table takes the place of all records: these cannot be read together. */
  apart: boolean;
  warnings: string[];
  /** The records of a value. @param at how many values came before it */
  rows(value: unknown, at: number): unknown[];
}

const asTheyStand = (head: unknown[]): RecordShape => ({
  head,
  reason: null,
  streams: [],
  stream: null,
  apart: false,
  warnings: [],
  rows: (value) => [value],
});

const nameOf = ({ path }: TableInside): string => (path === '' ? jsonText.wholeValue : path);

/** The one value of a text, where it holds tables in it: the one wanted, else the one of most rows. */
function shapeOne(head: unknown[], table: string | undefined): RecordShape {
  const plain = asTheyStand(head);
  const tables = tablesInside(head[0]);
  const [first] = tables;
  const paths = tables.map(({ path }) => path);
  if (first === undefined) return plain;
  const most = tables.reduce((best, one) => (one.rows.length > best.rows.length ? one : best), first);
  const read = tables.find((one) => nameOf(one) === table) ?? most;
  // A record with a list in it, or with parts alike, is a record: its other members would be lost.
  if (read.path !== '' && read.kind !== 'by-key' && besides(head[0], paths) > 3) return plain;
  const reason = jsonText.frames[read.kind];
  const others = tables.filter((one) => one !== read).map(nameOf);
  const beside = read.path === '' ? 0 : besides(head[0], paths);
  return {
    ...plain,
    reason,
    streams: tables.length > 1 || read.path !== '' ? tables.map(nameOf) : [],
    stream: read.path === '' ? null : nameOf(read),
    apart: true,
    warnings: [
      ...(read.path === '' ? [reason] : [jsonText.tableInside(nameOf(read), reason)]),
      ...(others.length > 0 ? [jsonText.otherTables(others)] : []),
      ...(beside > 0 ? [jsonText.besideTable(beside)] : []),
    ],
    rows: (value) => tablesInside(value).find((one) => one.path === read.path)?.rows ?? [value],
  };
}

/** Records in envelopes that say of which table they are: the largest is read, unless another or all are wanted. */
function shapeEnvelopes(head: unknown[], table: string | undefined): RecordShape | null {
  const streams = streamsInEnvelopes(head);
  if (streams === null) return null;
  const messages = head.some(isMessage);
  const names = [...streams.keys()];
  if (names.length < 2 && !messages) return null;
  const most = names.reduce((best, name) => (streams.get(name)! > streams.get(best)! ? name : best), names[0]!);
  const stream = names.length < 2 || (table !== undefined && !streams.has(table)) ? null : (table ?? most);
  const warnings = [
    ...(stream !== null
      ? [
          jsonText.oneStream(
            stream,
            names.filter((name) => name !== stream),
          ),
        ]
      : []),
    ...(stream === null && names.length > 1 ? [jsonText.severalStreams('stream', names)] : []),
    ...(messages ? [jsonText.messagesLeftOut] : []),
  ];
  return {
    ...asTheyStand(head),
    reason: stream !== null && table === undefined ? jsonText.largestStream(names.length) : null,
    streams: names.length > 1 ? names : [],
    stream,
    warnings,
    rows: (value) => {
      const found = unwrap(value);
      return isMessage(value) || (stream !== null && found !== null && found.stream !== stream) ? [] : [value];
    },
  };
}

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
  if (values === 'one') return shapeOne(head, table);
  const list = values === 'several' ? listInPages(head) : null;
  if (list !== null) {
    const reason = jsonText.pages(list);
    return { ...plain, reason, warnings: [reason], rows: (value) => rowsOfPage(value, list) };
  }
  if (keyedByPeople(head)) {
    const reason = jsonText.frames['by-key'];
    const rows = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? byKey(Object.entries(value)) : [value];
    return { ...plain, reason, warnings: [reason], rows };
  }
  const names = namesInFirst(head);
  if (names !== null) {
    const reason = jsonText.frames.rows;
    return { ...plain, reason, warnings: [reason], rows: (value, at) => (at === 0 ? [] : [named(names, value)]) };
  }
  const enveloped = shapeEnvelopes(head, table);
  if (enveloped !== null) return enveloped;
  if (values === 'several' && head.some(Array.isArray) && !head.every(Array.isArray))
    return { ...plain, warnings: [jsonText.listsAndObjects] };
  const streams = streamsOf(head);
  if (streams === null) return withNothingInCommon(head) ? { ...plain, warnings: [jsonText.nothingInCommon] } : plain;
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
