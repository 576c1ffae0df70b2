import { counted } from '../numbers.ts';

/** What has to be tried to undo a hash without a key, by type of value. */
const spaces = {
  phone_number: 'all ten-digit phone numbers',
  fax_number: 'all ten-digit numbers',
  date_of_birth: 'all birthdays of ninety years',
  postal_code: 'all five-digit postal codes',
  national_id: 'all nine-digit numbers',
  ip_address: 'all IPv4 addresses',
  customer_id: 'all nine-digit numbers',
  user_id: 'all nine-digit numbers',
  credit_card_number: 'all numbers of one issuer with a known last block',
};

export type TriedType = keyof typeof spaces;
/** How a hash without a key is undone: by trying every value of a type in so many seconds, or with a list of values. */
export type Undoing = { by: 'trying'; type: TriedType; seconds: number } | { by: 'list' };

function duration(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return counted(seconds, 'second');
  return seconds < 5400 ? counted(Math.round(seconds / 60), 'minute') : counted(Math.round(seconds / 3600), 'hour');
}

export const undoing = (how: Undoing): string =>
  how.by === 'list'
    ? 'Whoever has a list of such values, for example of leaked addresses, can hash it and compare.'
    : `Trying ${spaces[how.type]} takes about ${duration(how.seconds)} on one processor core.`;
