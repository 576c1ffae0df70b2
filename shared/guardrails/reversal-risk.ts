/**
 * How fast an unkeyed hash can be undone by trying every value: the number of possible values of a type (accountability.md's measure:
 * 7.5 million SHA-256 of short texts a second on one processor core; graphics cards are thousands of times faster).
 */
const perSecond = 7_500_000;

const possible: Record<string, { values: number; what: string }> = {
  phone_number: { values: 1e10, what: 'all ten-digit phone numbers' },
  fax_number: { values: 1e10, what: 'all ten-digit numbers' },
  date_of_birth: { values: 33_000, what: 'all birthdays of ninety years' },
  postal_code: { values: 100_000, what: 'all five-digit postal codes' },
  national_id: { values: 1e9, what: 'all nine-digit numbers' },
  ip_address: { values: 2 ** 32, what: 'all IPv4 addresses' },
  customer_id: { values: 1e9, what: 'all nine-digit numbers' },
  user_id: { values: 1e9, what: 'all nine-digit numbers' },
  credit_card_number: { values: 1e9, what: 'all numbers of one issuer with a known last block' },
};

function duration(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}

/** One sentence on undoing an unkeyed hash of values of `type`. */
export function reversalRisk(type: string): string {
  const space = possible[type];
  if (space === undefined) return 'Whoever has a list of such values, for example of leaked addresses, can hash it and compare.';
  return `Trying ${space.what} takes about ${duration(space.values / perSecond)} on one processor core.`;
}
