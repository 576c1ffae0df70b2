import { onlineKinds, type IdentifierKind, type WrittenIdentifiers } from '#shared/domain/written-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { isFreeText, type SeenOutput } from './output-view.ts';

/** Types that say of themselves that their values are of this kind: such a column is judged by its type. */
const saidBy: Record<IdentifierKind, readonly SemanticTypeId[]> = {
  email: ['email_address'],
  phone: ['phone_number', 'fax_number'],
  iban: ['iban', 'bank_account_number'],
  card: ['credit_card_number'],
  'national-id': ['national_id', 'tax_id', 'national_health_id', 'business_tax_id'],
  ip: ['ip_address'],
  mac: ['mac_address'],
  'full-name': ['full_name', 'company_name', 'business_name'],
  address: ['street_address', 'full_address', 'address_line_2'],
  digest: [],
  'random-id': [],
};

/** A text that names an address now and then is known for a text; one that is nothing but addresses is none. */
const fewOfText = 0.5;

/** An address that was held to be a shop's is a person's where the rows are people. */
const saidOf = (findings: readonly Finding[], kind: IdentifierKind, ofPeople: boolean): boolean =>
  findings.some(
    ({ type, class: of }) => saidBy[kind].includes(type) && !(ofPeople && kind === 'address' && of === 'non_pii'),
  );

/**
 * Identifiers in written values that may not leave in plain text where identifiers may leave as hashes: those that the
 * classification does not know of. Random ids and digests are what such a release is made of.
 * @param ofPeople every row is about a person, whatever the table looks like: it is for targeting
 */
export function unknownInPlain(
  found: readonly WrittenIdentifiers[],
  outputs: readonly SeenOutput[],
  ofPeople = false,
): { plain: WrittenIdentifiers[]; online: WrittenIdentifiers[] } {
  const byName = new Map(outputs.map((output) => [output.name, output]));
  const unknown = found.filter(({ column, kind, share }) => {
    const findings = byName.get(column)?.findings ?? [];
    if (kind === 'digest' || kind === 'random-id' || saidOf(findings, kind, ofPeople)) return false;
    return !(share < fewOfText && findings.some(isFreeText));
  });
  return {
    plain: unknown.filter(({ kind }) => !onlineKinds.has(kind)),
    online: unknown.filter(({ kind }) => onlineKinds.has(kind)),
  };
}
