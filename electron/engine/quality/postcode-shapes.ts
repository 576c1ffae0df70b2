/**
 * Forms of postal codes by country (ISO 3166-1 alpha-2): `9` a digit, `A` a letter, without spaces and dashes. Universal
 * Postal Union, postal addressing systems (2024); countries of which no form is here are not judged.
 */
const shapes: Readonly<Record<string, string>> = {
  AT: '9999',
  AU: '9999',
  BE: '9999',
  BR: '99999999',
  CA: 'A9A9A9',
  CH: '9999',
  CZ: '99999',
  DE: '99999',
  DK: '9999',
  ES: '99999',
  FI: '99999',
  FR: '99999',
  GB: 'A99AA A999AA AA99AA AA999AA A9A9AA AA9A9AA',
  GR: '99999',
  HR: '99999',
  HU: '9999',
  IN: '999999',
  IT: '99999',
  JP: '9999999',
  LU: '9999',
  MX: '99999',
  NL: '9999AA',
  NO: '9999',
  NZ: '9999',
  PL: '99999',
  PT: '9999999',
  RO: '999999',
  SE: '99999',
  SK: '99999',
  TR: '99999',
  US: '99999 999999999',
  ZA: '9999',
};

const byCountry: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(shapes).map(([country, list]) => [country, new Set(list.split(' '))]),
);

/**
 * Whether a postal code of this shape (upper case, digits as `9`, letters as `A`) may lie in a country; null where
 * nobody knows. The country's own letters before it (`D-99999`) are read over.
 */
export function mayLieIn(shape: string, country: string | null): boolean | null {
  const known = country === null ? undefined : byCountry.get(country);
  if (known === undefined) return null;
  const bare = shape.replace(/^(?:A{1,3}-)(?=9)/, '').replace(/[\s-]/g, '');
  return known.has(bare);
}
