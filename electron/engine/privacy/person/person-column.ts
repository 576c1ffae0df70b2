import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { personIds } from '#shared/roles/person-ids.ts';

/** Types that name one person, the surest first. A name or an address is none: two people share them. */
const personTypes: readonly SemanticTypeId[] = [
  ...personIds,
  'national_id',
  'national_health_id',
  'medical_record_number',
  'passport_number',
  'drivers_license',
  'tax_id',
  'email_address',
  'username',
  'phone_number',
  'iban',
  'credit_card_number',
  'cookie_id',
  'advertising_id',
  'device_id',
  'hashed_value',
];

/** The source columns that tell people apart, as far as the classification knows, the surest first. */
export const personColumns = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ type }) => personTypes.includes(type))
    .toSorted((a, b) => personTypes.indexOf(a.type) - personTypes.indexOf(b.type))
    .map(({ name }) => name);

/**
 * The source column that tells people apart, where the classification knows one; whether people are counted by it is
 * for `countsPeople` to say.
 */
export const personColumn = (findings: readonly Finding[]): string | null => personColumns(findings)[0] ?? null;

/**
 * Whether classes are counted in people: ids repeat, and at least half of the rows have one. With fewer, most rows
 * would count as nobody.
 */
export const countsPeople = (ids: { rows: number; filled: number; distinct: number }): boolean =>
  ids.distinct < ids.filled && ids.filled * 2 >= ids.rows;
