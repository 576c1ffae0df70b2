import type { AnyBody } from './any-body.ts';
import { itemsOf } from './any-body.ts';
import type { Fields } from './field.ts';
import { recordKinds, type RecordBody, type RecordKind } from './record-kinds/index.ts';

/** Where a body names another record. */
export interface Reference {
  field: string;
  /** The part of the field's values that names it. */
  part: string | null;
  to: RecordKind;
  id: string;
}

/** Every reference of a body to another record, in the order of the kind's fields. */
export function referencesOf(kind: RecordKind, body: AnyBody): Reference[] {
  const fields: Fields = recordKinds[kind].fields;
  return Object.entries(fields).flatMap(([field, { to, parts }]): Reference[] => {
    const answer = body[field];
    if (answer === undefined) return [];
    const values = 'value' in answer ? [answer.value] : itemsOf(answer).map(({ value }) => value);
    if (to !== undefined) return values.map((id) => ({ field, part: null, to: to as RecordKind, id: String(id) }));
    return Object.entries(parts ?? {}).flatMap(([part, { to: ofPart }]) =>
      ofPart === undefined
        ? []
        : values
            .map((value) => (value as Record<string, unknown>)[part])
            .filter((id) => id !== undefined)
            .map((id) => ({ field, part, to: ofPart as RecordKind, id: String(id) })),
    );
  });
}

/** A body with other ids in its references to records; what names none of `ids`, and every other text, stays. */
export function withReferences<K extends RecordKind>(
  kind: K,
  body: RecordBody<K>,
  ids: ReadonlyMap<string, string>,
): RecordBody<K> {
  const fields: Fields = recordKinds[kind].fields;
  const named = (value: unknown): unknown => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  const inParts = (field: string, value: unknown): unknown => {
    const { to, parts } = fields[field] ?? {};
    if (to !== undefined) return named(value);
    if (parts === undefined || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([part, one]) => [part, parts[part]?.to === undefined ? one : named(one)]),
    );
  };
  return Object.fromEntries(
    Object.entries(body as AnyBody).map(([field, answer]) => {
      if (answer === undefined) return [field, answer];
      if ('items' in answer)
        return [
          field,
          { ...answer, items: answer.items.map((item) => ({ ...item, value: inParts(field, item.value) })) },
        ];
      return [field, 'value' in answer ? { ...answer, value: inParts(field, answer.value) } : answer];
    }),
  ) as RecordBody<K>;
}
