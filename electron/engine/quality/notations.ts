import type { CheckedColumn } from './checked-column.ts';

/** How a value is written, by a word of its own; null: in no way that tells. */
export type NotationOf = (text: string) => string | null;

const firstOf =
  (...ways: readonly (readonly [string, RegExp])[]): NotationOf =>
  (text) =>
    ways.find(([, form]) => form.test(text))?.[0] ?? null;

const dates = firstOf(
  ['iso', /^\d{4}-\d{1,2}(?:-\d{1,2})?(?:[T ]|$)/],
  ['dots', /^\d{1,2}\.\d{1,2}\.\d{2,4}(?:\s|$)/],
  ['slashes', /^\d{1,2}\/\d{1,2}\/\d{2,4}(?:\s|$)/],
  ['year-first', /^\d{4}[/.]\d{1,2}[/.]\d{1,2}(?:\s|$)/],
  ['dashes', /^\d{1,2}-\d{1,2}-\d{2,4}(?:\s|$)/],
  ['month-word', /\d.*\p{L}{3}|\p{L}{3}.*\d/u],
  ['digits', /^-?\d{8,13}$/],
);
const phones = firstOf(['international', /^(?:\+|00)[\d\s(]/], ['national', /^[(\d]/]);
const countries = firstOf(['two-letters', /^[A-Z]{2}$/i], ['three-letters', /^[A-Z]{3}$/], ['name', /\p{L}{4}/u]);
const sexes = firstOf(['letter', /^\p{L}$/u], ['number', /^\d$/], ['word', /^\p{L}{2}/u]);
const flags = firstOf(
  ['true-false', /^(?:true|false)$/i],
  ['yes-no', /^(?:yes|no)$/i],
  ['numbers', /^[01]$/],
  ['letters', /^[tfyn]$/i],
);
const decimals = firstOf(['point', /^-?\d+\.\d+$/], ['comma', /^-?\d+,\d+$/]);
const capitals = firstOf(
  ['capitals', /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u],
  ['small', /^[^\p{Lu}]*\p{Ll}[^\p{Lu}]*$/u],
  ['both', /\p{Lu}.*\p{Ll}|\p{Ll}.*\p{Lu}/u],
);

const byType: Readonly<Record<string, NotationOf>> = {
  phone_number: phones,
  country: countries,
  gender: sexes,
  full_name: capitals,
  first_name: capitals,
  last_name: capitals,
  city: capitals,
  state_region: capitals,
};

/** The ways in which values of a column may be written; null where there is but one that anybody knows. */
export function notationsOf({ finding, profile, isDate }: CheckedColumn): NotationOf | null {
  if (isDate) return dates;
  const own = byType[finding.type];
  if (own !== undefined) return own;
  if (profile.valueType === 'boolean') return flags;
  return profile.valueType === 'decimal' && profile.numberMark === null ? decimals : null;
}
