/**
 * What values can give away, each with the semantic type it is the value of. The first six point at a person by
 * themselves; the others follow a device.
 */
export const identifierTypes = {
  email: 'email_address',
  phone: 'phone_number',
  iban: 'iban',
  card: 'credit_card_number',
  nationalId: 'national_id',
  name: 'full_name',
  ip: 'ip_address',
  mac: 'mac_address',
} as const;

export type IdentifierKind = keyof typeof identifierTypes;
export const identifierKinds = Object.keys(identifierTypes) as IdentifierKind[];
export const isOnline = (kind: IdentifierKind): boolean => kind === 'ip' || kind === 'mac';
