import { itemsOf, sameText, type AnyAnswer, type AnyBody } from './any-body.ts';
import type { Origin } from './answer.ts';
import type { Field, Part } from './field.ts';
import { recordKinds, type RecordKind } from './record-kinds/index.ts';

/** Finds the id of a record that is named by its reference or id; the word itself where there is none. */
export type FindId = (kind: RecordKind, word: string) => string;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const answersWithoutValue: readonly unknown[] = ['none', 'not-applicable', 'unknown'];

/** A value of a field or part, references by id. */
function valueOf(field: Field | Part, value: unknown, find: FindId): unknown {
  if (field.to !== undefined && typeof value === 'string') return find(field.to as RecordKind, value);
  const { parts } = field;
  if (parts === undefined || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([id, part]) => {
      const known = parts[id];
      return [id, known === undefined ? part : valueOf(known, part, find)];
    }),
  );
}

function itemsFrom(
  field: Field,
  values: readonly unknown[],
  before: AnyAnswer | undefined,
  origin: Origin,
  find: FindId,
) {
  const left = [...itemsOf(before)];
  const taken = new Set(left.map(({ id }) => id));
  return values.map((given) => {
    const value = valueOf(field, given, find);
    const at = left.findIndex((item) => sameText(item.value) === sameText(value));
    const known = at < 0 ? undefined : left.splice(at, 1)[0];
    if (known !== undefined) return { ...known, origin };
    let number = 1;
    while (taken.has(`i${number}`)) number += 1;
    taken.add(`i${number}`);
    return { id: `i${number}`, value, origin };
  });
}

/**
 * A body with some of its fields set by plain values, as a file or a script has them: a text, a number, a list, or
 * `{"state": "none"}` and its like for answers without a value; null takes an answer out. What is not named stays, and
 * so do the ids of values that are there already. Nothing is checked here: what does not fit is refused with the body.
 */
export function withPlainFields(
  kind: RecordKind,
  before: AnyBody,
  plain: Readonly<Record<string, unknown>>,
  origin: Origin,
  find: FindId,
): AnyBody {
  const fields: Readonly<Record<string, Field>> = recordKinds[kind].fields;
  const set = Object.entries(plain).map(([id, given]): [string, AnyAnswer | undefined] => {
    const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (given === null) return [id, undefined];
    if (isPlain(given) && answersWithoutValue.includes(given.state)) return [id, { ...given, origin } as AnyAnswer];
    if (field?.many !== true)
      return [id, { state: 'stated', value: field === undefined ? given : valueOf(field, given, find), origin }];
    const values = Array.isArray(given) ? given : [given];
    return [id, { state: 'stated', items: itemsFrom(field, values, before[id], origin, find) }];
  });
  return Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(set) }).filter(([, answer]) => answer));
}
