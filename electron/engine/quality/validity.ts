import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { CheckedColumn } from './checked-column.ts';

/** Where a wrong check digit still shows what a value is meant to be, the classifier's own check is too kind. */
const strict: Readonly<Record<string, (text: string, tools: ValueTools) => boolean>> = {
  iban: (text, tools) => tools.isIban(text),
  credit_card_number: (text, tools) => tools.isCardNumber(text),
  phone_number: (text, tools) => tools.isPhone(text) || tools.isInternationalPhone(text),
  ip_address: (text, tools) => tools.isIp(text),
};

/** Types whose values are of a form or a list that says of each whether it is one. */
const told: ReadonlySet<string> = new Set([
  'email_address',
  'mac_address',
  'postal_code',
  'country',
  'currency_code',
  'vin',
  'page_url',
]);

/** Types whose values are numbers whatever else stands there. */
export const numberTypes: ReadonlySet<string> = new Set(['age', 'birth_year', 'latitude', 'longitude']);

export type ValidityWay = 'values' | 'date' | 'number';

/** How it can be said of a value of the column that it is none; null where nobody can. */
export function validityWay({ finding, isDate }: CheckedColumn): ValidityWay | null {
  if (isDate) return 'date';
  if (finding.type in strict || told.has(finding.type)) return 'values';
  return numberTypes.has(finding.type) ? 'number' : null;
}

/** Whether a filled, trimmed value is one of the type. */
export function validValue(type: string, tools: ValueTools): (text: string) => boolean {
  const own = strict[type];
  if (own !== undefined) return (text) => own(text, tools);
  const check = semanticTypeById(type)?.valueCheck;
  return (text) => check?.(text, tools) ?? true;
}
