import { isPlain } from './parse-record.ts';

/** Words that systems use for the member which says of what kind a record is. */
const kinds = [
  'stream',
  'type',
  '_type',
  'record_type',
  'recordType',
  'kind',
  'object',
  'entity',
  'table',
  'collection',
];
const mostStreams = 50;

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && isPlain(value);

/** Several tables in one list of records: the member that tells them apart, and what it says. */
export interface Streams {
  member: string;
  names: string[];
}

/** The keys of a record and of the objects in it, except the one that tells its kind. */
const keysOf = (record: Members, member: string): string[] =>
  Object.entries(record).flatMap(([key, value]) =>
    key === member ? [] : isObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  );

/** Of two kinds of records: the share of their keys that both have. */
function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const both = [...left].filter((key) => right.has(key)).length;
  return both / (left.size + right.size - both);
}

/** Whether a member parts the records into kinds of which each has keys that another has not. */
function partsBy(records: readonly Members[], member: string): Streams | null {
  const keys = new Map<string, Set<string>>();
  for (const record of records) {
    const kind = record[member];
    if (typeof kind !== 'string') return null;
    const of = keys.get(kind) ?? new Set<string>();
    for (const key of keysOf(record, member)) of.add(key);
    keys.set(kind, of);
  }
  const sets = [...keys.values()];
  if (sets.length < 2 || sets.length > mostStreams || sets.length * 2 > records.length) return null;
  const apart = sets.every((one, at) => sets.every((other, place) => at === place || shared(one, other) < 0.7));
  return apart ? { member, names: [...keys.keys()] } : null;
}

/** Several tables in one list of records, by a member that says so; null where the records are of one kind. */
export function streamsOf(head: readonly unknown[]): Streams | null {
  const records = head.filter(isObject);
  if (records.length < head.length || records.length < 4) return null;
  return kinds.reduce<Streams | null>((found, member) => found ?? partsBy(records, member), null);
}

/** Whether a record is of the stream of this name. */
export const isOfStream = (record: unknown, { member }: Streams, name: string): boolean =>
  isObject(record) && record[member] === name;

/** Fewer records than these of a kind are odd ones, and no second table. */
const fewestOfAKind = 2;

/** Whether the records are of kinds that have no key in common, several of each. */
export function withNothingInCommon(head: readonly unknown[]): boolean {
  const kinds: { keys: Set<string>; records: number }[] = [];
  for (const record of head) {
    if (!isObject(record)) return false;
    const keys = Object.keys(record);
    const met = kinds.filter((kind) => keys.some((key) => kind.keys.has(key)));
    const [first] = met;
    if (first === undefined) kinds.push({ keys: new Set(keys), records: 1 });
    else {
      first.records += 1;
      for (const key of keys) first.keys.add(key);
      // What has keys of two kinds makes them one.
      for (const other of met.slice(1)) {
        for (const key of other.keys) first.keys.add(key);
        first.records += other.records;
        kinds.splice(kinds.indexOf(other), 1);
      }
    }
  }
  return kinds.filter(({ records }) => records >= fewestOfAKind).length >= 2;
}
