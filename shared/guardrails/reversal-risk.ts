import type { TriedType, Undoing } from '#shared/text/guardrails/undoing.ts';

/**
 * How fast an unkeyed hash can be undone by trying every value: the number of possible values of a type
 * (accountability.md's measure: 7.5 million SHA-256 of short texts a second on one processor core; graphics cards are
 * thousands of times faster).
 */
const perSecond = 7_500_000;

const possible: Record<TriedType, number> = {
  phone_number: 1e10,
  fax_number: 1e10,
  date_of_birth: 33_000,
  postal_code: 100_000,
  national_id: 1e9,
  ip_address: 2 ** 32,
  customer_id: 1e9,
  user_id: 1e9,
  credit_card_number: 1e9,
};

const isCounted = (type: string): type is TriedType => Object.hasOwn(possible, type);

/** How unkeyed hashes of values of these types are undone, each type once, in whole seconds. */
export const howUndone = (types: readonly string[]): Undoing[] =>
  [...new Set(types)].map((type) =>
    isCounted(type) ? { by: 'trying', type, seconds: Math.round(possible[type] / perSecond) } : { by: 'list' },
  );
