import { alpha2 } from '../domain/country-codes.ts';
import { itemsOf, type AnyBody } from './any-body.ts';
import type { Field, Fields } from './field.ts';
import { recordKinds, type RecordKind } from './record-kinds/index.ts';

const known: ReadonlySet<string> = new Set(alpha2);

/** Whether a value of a field is two letters that are no country of ISO 3166-1. */
export const isUnknownCountry = ({ shape }: Pick<Field, 'shape'>, value: unknown): boolean =>
  shape === 'country' && !known.has(String(value));

/**
 * Codes that a body states and no country has. A schema takes any two letters, since a body that was stored with a code
 * that is withdrawn by now must stay readable: such codes are refused where they come in.
 */
export function unknownCountries(kind: RecordKind, body: AnyBody): { field: string; code: string }[] {
  const fields: Fields = recordKinds[kind].fields;
  return Object.entries(fields).flatMap(([field, asked]) => {
    const answer = body[field];
    if (answer === undefined) return [];
    const values = 'value' in answer ? [answer.value] : itemsOf(answer).map(({ value }) => value);
    return values.flatMap((value) => (isUnknownCountry(asked, value) ? [{ field, code: String(value) }] : []));
  });
}
