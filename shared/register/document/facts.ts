import { registerDocumentText as text } from '#shared/text/register-document.ts';
import { fieldLabel, fieldWords, partLabel } from '#shared/text/register/index.ts';
import { valueOf, type ListAnswer, type Origin, type SingleAnswer } from '../answer.ts';
import type { Field, Fields } from '../field.ts';
import { countryName } from '../layouts/countries.ts';
import { recordKinds, type RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { writeDuration } from '../sheets/duration.ts';
import type { RegisterIndex } from '../sheets/register-index.ts';

/** One value of a field, and the number of its note where the log made it. */
export interface FactValue {
  text: string;
  note: number | null;
}

/** A field with what is said of it. */
export interface Fact {
  label: string;
  /** Where the law asks for it; empty where it does not. */
  law: string;
  stated: boolean;
  values: FactValue[];
  /** The entries that it goes by, in a sentence, where a document names them field by field. */
  goesBy?: string;
}

export interface Teller {
  register: RegisterIndex;
  /** Number of the note of each entry that proves a generated statement. */
  notes: Map<number, number>;
  /** Names of what fields name by an id and the register has no record of: datasets, deleted ones among them. */
  names: ReadonlyMap<string, string>;
}

/** Fields and parts that hold such an id. */
const named = new Set([
  'activity.datasets',
  'activity.dataItems.dataset',
  'purpose.preset',
  'binding.dataset',
  'compatibility.dataset',
]);

/** Fields of a record that say in a line what it is, where another names it. */
const inShort: Partial<Record<RecordKind, readonly string[]>> = {
  purpose: ['basis', 'art9Conditions'],
  recipient: ['kind', 'country'],
  transfer: ['country', 'internationalOrganisation', 'mechanism'],
  retention: ['duration', 'criteria', 'startEvent', 'action'],
  measure: ['kind', 'description'],
  system: ['location', 'hostedIn'],
};

type Answer = SingleAnswer<unknown> | ListAnswer<unknown>;
type Described = Pick<Field, 'shape' | 'to' | 'parts'>;

function noteOf(origin: Origin, { notes }: Teller): number | null {
  if (origin.from !== 'log') return null;
  const known = notes.get(origin.entry) ?? notes.size + 1;
  notes.set(origin.entry, known);
  return known;
}

/** A record that another names, with what matters of it. */
function linkText(kind: RecordKind, id: string, teller: Teller): string {
  const record = teller.register.find(kind, id);
  if (record === undefined) return text.missing(id);
  const fields = recordKinds[kind].fields as Fields;
  const body = record.body as Record<string, Answer | undefined>;
  const title = valueOf(body[recordKinds[kind].title] as SingleAnswer<unknown> | undefined);
  const more = (inShort[kind] ?? []).flatMap((id_) => {
    const answer = body[id_];
    const field = fields[id_];
    if (answer?.state !== 'stated' || field === undefined) return [];
    const values = 'items' in answer ? answer.items.map(({ value }) => value) : [answer.value];
    return values.map((value) => valueText(record.kind, id_, field, value, teller));
  });
  const name = [record.ref, typeof title === 'string' ? title : ''].filter(Boolean).join(' ');
  return more.length === 0 ? name : `${name} (${more.join('; ')})`;
}

const optionText = (options: Readonly<Record<string, string>> | undefined, code: string): string =>
  options?.[code] ?? code;

function plainText(
  { shape, to }: Described,
  options: Readonly<Record<string, string>> | undefined,
  value: unknown,
  teller: Teller,
): string {
  const said = String(value);
  if (shape === 'reference' && to !== undefined) return linkText(to as RecordKind, said, teller);
  if (shape === 'country') return countryName('en', said);
  if (shape === 'duration') return writeDuration('en', said);
  if (shape === 'choice' || shape === 'yes-no') return optionText(options, said);
  return said;
}

function valueText(kind: RecordKind, field: string, described: Described, value: unknown, teller: Teller): string {
  const words = fieldWords(kind, field);
  const called = (path: string, one: unknown): unknown =>
    named.has(path) ? (teller.names.get(String(one)) ?? one) : one;
  if (described.parts === undefined)
    return plainText(described, words?.options, called(`${kind}.${field}`, value), teller);
  const parts = value as Record<string, unknown>;
  return Object.entries(described.parts)
    .flatMap(([id, part]) => {
      const found = parts[id];
      if (found === undefined) return [];
      const said = [found]
        .flat()
        .map((one) => plainText(part, words?.parts?.[id]?.options, called(`${kind}.${field}.${id}`, one), teller));
      return [`${partLabel(kind, field, id)}: ${said.join(', ')}`];
    })
    .join('; ');
}

function valuesOfAnswer(record: RecordVersion, id: string, field: Field, answer: Answer, teller: Teller): FactValue[] {
  const plain = (said: string, origin: Origin): FactValue[] => [{ text: said, note: noteOf(origin, teller) }];
  if (answer.state === 'none')
    return plain(answer.reason === undefined ? text.none : text.noneBecause(answer.reason), answer.origin);
  if (answer.state === 'not-applicable') return plain(text.notApplicable(answer.reason), answer.origin);
  if (answer.state === 'unknown') return plain(text.unknown(answer.ask, answer.reason), answer.origin);
  const items = 'items' in answer ? answer.items : [answer];
  return items.map(({ value, origin }) => ({
    text: valueText(record.kind, id, field, value, teller),
    note: noteOf(origin, teller),
  }));
}

/** Whether a field is asked for in the role of the record. */
function isAsked({ role }: Field, record: RecordVersion): boolean {
  if (role === undefined || record.kind !== 'activity') return true;
  const own = valueOf((record as RecordVersion<'activity'>).body.role);
  return own === undefined || own === role;
}

/**
 * What a record says, field by field in the order of its kind. What the law or a rule asks for and nobody has answered
 * says that it is not stated; of the rest the ids are given.
 */
export function factsOf(record: RecordVersion, teller: Teller): { facts: Fact[]; notStated: string[] } {
  const fields = recordKinds[record.kind].fields as Fields;
  const body = record.body as Record<string, Answer | undefined>;
  const facts: Fact[] = [];
  const notStated: string[] = [];
  for (const [id, field] of Object.entries(fields)) {
    const answer = body[id];
    const label = fieldLabel(record.kind, id);
    const law = field.law ?? '';
    if (answer !== undefined)
      facts.push({ label, law, stated: true, values: valuesOfAnswer(record, id, field, answer, teller) });
    else if (record.leftOut?.includes(id))
      facts.push({ label, law, stated: false, values: [{ text: text.leftOut, note: null }] });
    else if (!isAsked(field, record)) continue;
    else if (field.need === 'advised') notStated.push(id);
    else facts.push({ label, law, stated: false, values: [{ text: text.notStated, note: null }] });
  }
  return { facts, notStated };
}
