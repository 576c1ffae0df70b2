import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import type { Channel } from '#shared/channels/channel.ts';
import { flattenRecord, isPlain, pathName } from '#engine/intake/json/parse-record.ts';
import { recogniseNames } from './recognise-names.ts';

/** How the records of a JSON text become rows. */
export interface JsonReading {
  channel: Channel | null;
  detections: Detection[];
  /** Lists inside the records that can be opened as tables of their own. */
  childTables: string[];
  /**
   * The rows of one record, to be flattened: usually one, with lists of key and value spelt out; one per entry of a
   * chosen list.
   * @param at how many records came before it
   */
  expand(record: unknown, at: number): unknown[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && isPlain(value);

/** The one value of `{string_value, int_value, …}`, or the value itself. */
function valueOf(value: unknown): unknown {
  if (!isObject(value)) return value ?? null;
  const given = Object.entries(value).filter(([name, inner]) => name.endsWith('_value') && inner !== null);
  return given.length === 1 ? given[0]![1] : given.length === 0 ? null : value;
}

/** `[{key, value}]` as an object; anything else as it is, an empty list as nothing. */
function fromPairs(list: unknown): unknown {
  if (!Array.isArray(list) || !list.every((item) => isObject(item) && typeof item.key === 'string')) return list;
  return list.length === 0
    ? null
    : Object.fromEntries((list as { key: string; value?: unknown }[]).map(({ key, value }) => [key, valueOf(value)]));
}

function expandRecord(record: unknown, channel: Channel | null, child: string | undefined): unknown[] {
  if (!channel || !isObject(record)) return [record];
  const { keyValueLists = [], childLists = {} } = channel.reading;
  if (child !== undefined) {
    const items = record[child];
    const shared = Object.fromEntries(
      (childLists[child] ?? []).flatMap((name) => (Object.hasOwn(record, name) ? [[name, record[name]]] : [])),
    );
    return Array.isArray(items)
      ? items.map((item: unknown) => (isObject(item) ? { ...shared, ...item } : { ...shared, value: item }))
      : [];
  }
  const lists = keyValueLists.filter((name) => Object.hasOwn(record, name));
  return [
    lists.length === 0
      ? record
      : { ...record, ...Object.fromEntries(lists.map((name) => [name, fromPairs(record[name])])) },
  ];
}

/**
 * Recognises the system by the fields of the first records.
 * @throws Failure WRONG_USAGE when a person chose a layout that does not exist
 */
export function jsonReading(head: readonly unknown[], options: Partial<IntakeOptions>): JsonReading {
  const names = new Set<string>();
  for (const record of head) flattenRecord(record, (path) => names.add(pathName(path)));
  const { channel, detections } = recogniseNames([...names], options);
  const childTables = Object.keys(channel?.reading.childLists ?? {}).filter((name) =>
    head.some((record) => isObject(record) && Array.isArray(record[name])),
  );
  const child = options.table !== undefined && childTables.includes(options.table) ? options.table : undefined;
  return { channel, detections, childTables, expand: (record) => expandRecord(record, channel, child) };
}
