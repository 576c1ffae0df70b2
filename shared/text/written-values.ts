import type { IdentifierKind } from '#shared/domain/written-value.ts';
import { shortName } from './names.ts';
import { counted, listed } from './numbers.ts';

/** What is found in written values, as plural nouns. */
const kinds: Record<IdentifierKind, string> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  iban: 'IBANs',
  card: 'payment card numbers',
  'national-id': 'national identification numbers',
  ip: 'network addresses',
  mac: 'hardware addresses',
  'full-name': 'names of people',
  address: 'postal addresses',
  digest: 'hashes',
  'random-id': 'random ids',
};

export interface FoundIn {
  column: string;
  kind: IdentifierKind;
  rows: number;
}

const most = 8;

/** `“order_id” (e-mail addresses in 40 rows)`, a few of them. */
export function foundList(found: readonly FoundIn[]): string {
  const shown = found
    .slice(0, most)
    .map(({ column, kind, rows }) => `${shortName(column)} (${kinds[kind]} in ${counted(rows, 'row')})`);
  return listed(found.length > most ? [...shown, `${found.length - most} more`] : shown);
}
