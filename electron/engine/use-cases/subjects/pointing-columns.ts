import type { Finding } from '#shared/domain/finding.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { personColumns } from '#engine/privacy/person/person-column.ts';

/** Types of what one person has alone, beside those that name a person. */
const oneHolder = typeSet(
  'imei',
  'mac_address',
  'vin',
  'vehicle_plate',
  'social_handle',
  'person_profile_url',
  'case_number',
  'session_id',
  'order_id',
  'ticket_id',
  'booking_id',
);

/** Two people of one household share a telephone. */
export const sharedTypes: ReadonlySet<string> = typeSet('phone_number', 'fax_number');

/**
 * Columns whose values point at one person, whose row it is: a town, a name or a birthday does not. Of several columns
 * of one type the first: a second mail address may be that of whoever recommended them.
 */
export function pointingColumns(findings: readonly Finding[]): Set<string> {
  const typeOf = new Map(findings.map(({ name, type }) => [name, type]));
  const candidates = [
    ...personColumns(findings),
    ...findings.filter(({ type }) => oneHolder.has(type)).map(({ name }) => name),
  ];
  const seen = new Set<string>();
  const pointing = new Set<string>();
  // In file order: the first column of a type.
  const wanted = new Set(candidates);
  for (const { name } of findings) {
    const type = typeOf.get(name) ?? '';
    // Hashes and ids of several kinds may stand side by side.
    if (!wanted.has(name) || (seen.has(type) && type !== 'hashed_value')) continue;
    seen.add(type);
    pointing.add(name);
  }
  return pointing;
}
