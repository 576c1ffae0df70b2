import type { Origin } from '../answer.ts';
import type { Field } from '../field.ts';
import { isUnknownCountry } from '../known-countries.ts';
import { recordKinds, type RecordBody, type RecordKind } from '../record-kinds/index.ts';
import { contentOf, isNode, withLinked } from './merge-nodes.ts';
import type { ReadAnswer, ReadNode } from './read-node.ts';
import type { ReadRegister } from './read-register.ts';

/** A record to be drafted. Its references name other records of the same import by their `key`. */
export interface ImportedRecord<K extends RecordKind = RecordKind> {
  key: string;
  kind: K;
  body: RecordBody<K>;
  /** What its file calls it by: an id that is nobody else's, or a reference of its own; null where it says none. */
  source: string | null;
  /** Whether that is an id that a register of ours gave it: any other says which one only together with its name. */
  isOurs: boolean;
}

/** A field whose value does not fit: too long, no country, or without a part that it makes no sense to leave out. */
export interface NotValid {
  /** What the record is called, as far as it is known. */
  title: string;
  kind: RecordKind;
  field: string;
  text: string;
}

export interface ImportedRegister {
  /** What others refer to before what refers to it. */
  records: ImportedRecord[];
  notValid: NotValid[];
  /** Which record a thing that was read has become; of a register in JSON nothing else was read. */
  keyOf: (node: ReadNode) => string | null;
}

const plainOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : isNode(value)
      ? value.kind
      : typeof value === 'object' && value !== null
        ? Object.values(value).map(plainOf).join(', ')
        : JSON.stringify(value);

/** Kinds whose records are things of the world: who says more of the same name says it of the same thing. */
const things = new Set<RecordKind>(['recipient', 'system', 'measure']);

/** Whether two records may be one: nothing that both say differs. */
const agree = (one: ReadNode, other: ReadNode): boolean =>
  [...one.fields].every(([field, answer]) => {
    const same = other.fields.get(field);
    return same === undefined || contentOf(same) === contentOf(answer);
  });

/** Gives each record the one that stands for it: of equal ones the first, which also takes what others add to it. */
function unified(nodes: readonly ReadNode[]): Map<ReadNode, ReadNode> {
  const standsFor = new Map<ReadNode, ReadNode>();
  const known = new Map<string, ReadNode[]>();
  for (const node of nodes) {
    for (const answer of node.fields.values())
      if (answer.state === 'stated')
        answer.values = answer.values.map((value) => (isNode(value) ? (standsFor.get(value) ?? value) : value));
    const isThing = things.has(node.kind);
    const title = contentOf(node.fields.get(recordKinds[node.kind].title));
    const key = `${node.kind} ${isThing ? title : contentOf(node)}`;
    const group = known.get(key) ?? [];
    const first = node.kind === 'activity' ? undefined : group.find((one) => agree(one, node));
    if (first === undefined) known.set(key, [...group, node]);
    else for (const [field, answer] of node.fields) first.fields.set(field, answer);
    standsFor.set(node, first ?? node);
  }
  return standsFor;
}

/**
 * What was read as bodies of records, each valid by its kind; whatever says the same is one record. Every value is said
 * by whoever imports it.
 */
export function importedRecords(
  { organisation, activities }: Pick<ReadRegister, 'organisation' | 'activities'>,
  origin: Origin,
): ImportedRegister {
  const seen = new Set<ReadNode>();
  const tops = [...(organisation.fields.size === 0 ? [] : [organisation]), ...activities];
  const standsFor = unified(tops.flatMap((top) => withLinked(top, seen)));
  const keys = new Map<ReadNode, string>();
  const records: ImportedRecord[] = [];
  const notValid: NotValid[] = [];
  for (const [node, first] of standsFor) {
    if (node !== first) continue;
    const key = `${node.kind}-${keys.size + 1}`;
    keys.set(node, key);
    const body = bodyOf(node, { origin, keys, notValid });
    if (Object.keys(body).length > 0)
      records.push({ key, kind: node.kind, body, source: node.source ?? null, isOurs: node.isOurs ?? false });
  }
  return { records, notValid, keyOf: (node) => keys.get(standsFor.get(node) ?? node) ?? null };
}

interface Making {
  origin: Origin;
  keys: ReadonlyMap<ReadNode, string>;
  notValid: NotValid[];
}

function bodyOf(node: ReadNode, making: Making): RecordBody {
  const { fields, title, schema } = recordKinds[node.kind];
  const called = node.fields.get(title);
  const name = called?.state === 'stated' ? plainOf(called.values[0]) : '';
  const body: Record<string, unknown> = {};
  for (const [id, answer] of node.fields) {
    const field = (fields as Record<string, Field>)[id];
    if (field === undefined) continue;
    const made = answerOf(field, answer, making, (text) =>
      making.notValid.push({ title: name, kind: node.kind, field: id, text }),
    );
    if (made !== null) body[id] = made;
  }
  return schema.parse(body);
}

function answerOf(field: Field, answer: ReadAnswer, { origin, keys }: Making, refuse: (text: string) => void): unknown {
  if (answer.state !== 'stated') {
    const short = 'ask' in answer ? { ...answer, ask: answer.ask.slice(0, 200) } : answer;
    return { ...short, ...(short.reason === undefined ? {} : { reason: short.reason.slice(0, 2000) }), origin };
  }
  const good = answer.values.flatMap((value) => {
    const plain = isNode(value) ? keys.get(value) : value;
    const parsed = field.schema.safeParse(plain);
    if (parsed.success && !isUnknownCountry(field, plain)) return [parsed.data];
    refuse(plainOf(value));
    return [];
  });
  const [only] = good;
  if (only === undefined) return null;
  if (!field.many) return { state: 'stated', value: only, origin };
  const items = good.slice(0, 2000).map((value, at) => ({ id: `i${at + 1}`, value, origin }));
  return { state: 'stated', items };
}
