import { stdnum } from 'stdnum';

/**
 * Identifiers of persons with a check digit, and the shape they must have as written; types without check digit match
 * anything.
 */
const checked: readonly [country: string, validator: string, shape: RegExp][] = [
  ['DE', 'idnr', /^\d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}$/],
  ['DE', 'svnr', /^\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}$/i],
  ['FR', 'nir', /^[1-478]\s?\d{2}\s?\d{2}\s?(\d{2}|2[AB])\s?\d{3}\s?\d{3}\s?\d{2}$/i],
  ['ES', 'dni', /^\d{8}-?[A-Z]$/i],
  ['ES', 'nie', /^[XYZ]-?\d{7}-?[A-Z]$/i],
  ['IT', 'codicefiscale', /^[A-Z]{6}[\dL-V]{2}[A-EHLMPRST][\dL-V]{2}[A-Z][\dL-V]{3}[A-Z]$/i],
  ['BR', 'cpf', /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/],
  ['NL', 'bsn', /^\d{9}$/],
  ['PL', 'pesel', /^\d{11}$/],
  ['SE', 'personnummer', /^(\d{2})?\d{6}[-+]\d{4}$/],
  ['GB', 'nino', /^[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]$/i],
  ['BE', 'nn', /^\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}$/],
  ['PT', 'cc', /^\d{8}\s?\d\s?[A-Z]{2}\d$/i],
  ['FI', 'hetu', /^\d{6}[-+A-F]\d{3}[\dA-Y]$/i],
  ['DK', 'cpr', /^\d{6}-\d{4}$/],
  ['NO', 'fodselsnummer', /^\d{6}\s?\d{5}$/],
  ['CH', 'ssn', /^756\.?\d{4}\.?\d{4}\.?\d{2}$/],
  ['AT', 'vnr', /^\d{4}\s\d{6}$/],
  ['RO', 'cnp', /^[1-9]\d{12}$/],
  ['CZ', 'rc', /^\d{6}\/\d{3,4}$/],
  ['TR', 'tckimlik', /^[1-9]\d{10}$/],
  ['CN', 'ric', /^\d{17}[\dX]$/i],
  ['IN', 'aadhaar', /^\d{4}\s\d{4}\s\d{4}$/],
  ['MX', 'curp', /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/i],
  ['CL', 'rut', /^\d{1,2}\.?\d{3}\.?\d{3}-[\dK]$/i],
  ['BG', 'egn', /^\d{10}$/],
  ['HR', 'oib', /^\d{11}$/],
  ['EE', 'ik', /^[1-6]\d{10}$/],
];

/**
 * US social security number: no check digit, so only the written form with its impossible ranges left out (SSA, 2011
 * rules).
 */
const ssn = /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/;

/**
 * Norwegian number of a person as the tax administration gives them out: 40 is added to the day of a D number, and to
 * the month 40 or 80 in numbers of test persons; two check digits modulo 11 (Skatteetaten, "Fødselsnummer", 2024).
 */
function isNorwegian(text: string): boolean {
  const digits = [...text.replace(/\s/, '')].map(Number);
  if (digits.length !== 11) return false;
  const [day, month] = [digits[0]! * 10 + digits[1]!, digits[2]! * 10 + digits[3]!];
  const remainder = (weights: readonly number[]): number =>
    weights.reduce((sum, weight, at) => sum + weight * digits[at]!, 0) % 11;
  return (
    day % 40 >= 1 &&
    day % 40 <= 31 &&
    day <= 71 &&
    month % 40 >= 1 &&
    month % 40 <= 12 &&
    remainder([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) === 0 &&
    remainder([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0
  );
}

const passes = (country: string, validator: string, text: string): boolean => {
  if (country === 'NO') return isNorwegian(text);
  const check = (
    stdnum as unknown as Record<string, Record<string, { validate(value: string): { isValid: boolean } }> | undefined>
  )[country]?.[validator];
  try {
    return check?.validate(text).isValid ?? false;
  } catch {
    return false;
  }
};

/**
 * One country's written form, to be searched for inside a text, and its check; a form that has no check digit passes
 * always.
 */
export interface NationalForm {
  country: string;
  form: RegExp;
  passes(text: string): boolean;
}

const inside = (shape: RegExp): RegExp =>
  new RegExp(`(?<![\\p{L}\\d.,+/-])(?:${shape.source.replace(/^\^|\$$/g, '')})(?![\\p{L}\\d]|[.,/+-]\\d)`, 'giu');

/** Every form, for a search inside texts. */
export const nationalForms: readonly NationalForm[] = [
  { country: 'US', form: inside(ssn), passes: () => true },
  ...checked.map(([country, validator, shape]): NationalForm => ({
    country,
    form: inside(shape),
    passes: (text) => passes(country, validator, text),
  })),
];

/**
 * The ISO country whose national identifier of a person this is, or null. Bare digit strings of one check digit are the
 * engine's weakest cases: see `columnRule`.
 */
export function nationalId(text: string): string | null {
  if (text.length < 8 || text.length > 24 || !/\d/.test(text)) return null;
  if (ssn.test(text)) return 'US';
  for (const [country, validator, shape] of checked) {
    if (shape.test(text) && passes(country, validator, text)) return country;
  }
  return null;
}
