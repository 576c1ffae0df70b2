import type { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { itemsOf, type AnyBody } from '#shared/register/any-body.ts';
import type { Field, Part } from '#shared/register/field.ts';
import { unknownCountries } from '#shared/register/known-countries.ts';
import { recordKinds, type RecordBody, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { referencesOf } from '#shared/register/references.ts';
import { fieldLabel, kindName, partLabel } from '#shared/text/register/index.ts';
import { recordsText } from '#shared/text/engine/records.ts';

/** Characters that a body may take as JSON. */
const mostCharacters = 4_000_000;

/** What a field or part may hold, in words; of a list what each value of it may be. */
function expectedOf(field: Field | Part | undefined): string {
  if (field === undefined) return recordsText.expected.anything;
  const { shape, options = [], to, parts } = field;
  if (shape === 'choice' || shape === 'yes-no') return recordsText.expected.choice(options);
  if (shape === 'reference')
    return recordsText.expected.reference(kindName(to as RecordKind), recordKinds[to as RecordKind].prefix ?? '');
  if (shape === 'parts') {
    const names = (required: boolean): string[] =>
      Object.entries(parts ?? {}).flatMap(([id, part]) => (part.required === required ? [id] : []));
    return recordsText.expected.parts(names(true), names(false));
  }
  return recordsText.expected[shape];
}

/** The first thing in a body that does not fit, in a sentence that names the field, the value and what may stand there. */
function problemOf(kind: RecordKind, { issues }: z.ZodError): string {
  const fields: Readonly<Record<string, Field>> = recordKinds[kind].fields;
  const [issue] = issues;
  const [name, second, item, , partName] = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys' && name === undefined)
    return recordsText.notAField(issue.keys[0] ?? '', Object.keys(fields));
  const field = fields[String(name)];
  const label = fieldLabel(kind, String(name));
  const inItem = typeof item === 'number' ? recordsText.inItem(item + 1) : '';
  if (typeof partName === 'string') {
    const part = field?.parts?.[partName];
    const place = `${inItem}${recordsText.inPart(partLabel(kind, String(name), partName))}`;
    return recordsText.fieldInvalid(label, place, expectedOf(part));
  }
  const isReason = second === 'reason' || second === 'ask';
  return recordsText.fieldInvalid(label, inItem, isReason ? recordsText.expected[second] : expectedOf(field));
}

/**
 * A body as its kind has it, its fields in the kind's order.
 * @throws Failure RECORD_INVALID naming the field that does not fit, or a value that shares its id with another
 */
export function checkedBody<K extends RecordKind>(kind: K, given: unknown): RecordBody<K> {
  if ((JSON.stringify(given) ?? '').length > mostCharacters)
    throw new Failure('RECORD_INVALID', recordsText.tooLarge(mostCharacters));
  const parsed = recordKinds[kind].schema.safeParse(given);
  if (!parsed.success) throw new Failure('RECORD_INVALID', problemOf(kind, parsed.error));
  const body = parsed.data as AnyBody;
  for (const [field, answer] of Object.entries(body)) {
    const ids = itemsOf(answer).map(({ id }) => id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined) throw new Failure('RECORD_INVALID', recordsText.sameItem(fieldLabel(kind, field), twice));
  }
  return parsed.data;
}

/** @throws Failure RECORD_INVALID naming the field that refers to a record which is not there */
export function requireReferences(
  kind: RecordKind,
  body: RecordBody,
  has: (kind: RecordKind, id: string) => boolean,
): void {
  const missing = referencesOf(kind, body as AnyBody).find(({ to, id }) => !has(to, id));
  if (missing === undefined) return;
  const { field, part, to, id } = missing;
  const label = part === null ? fieldLabel(kind, field) : partLabel(kind, field, part);
  throw new Failure('RECORD_INVALID', recordsText.noSuchReference(label, kindName(to), id));
}

/**
 * A code that stood there before stays: an edit of another field need not mend it.
 * @throws Failure RECORD_INVALID naming the field that states a code which is no country's
 */
export function requireCountries(kind: RecordKind, body: RecordBody, before: AnyBody): void {
  const stood = unknownCountries(kind, before);
  const added = unknownCountries(kind, body as AnyBody).find(
    ({ field, code }) => !stood.some((one) => one.field === field && one.code === code),
  );
  if (added !== undefined)
    throw new Failure('RECORD_INVALID', recordsText.noCountry(fieldLabel(kind, added.field), added.code));
}
