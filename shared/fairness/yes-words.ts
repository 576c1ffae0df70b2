/** Words for yes and no in a column of two values, folded to lower case: what may be taken without asking. */
const pairs: readonly (readonly [yes: string, no: string])[] = [
  ['1', '0'],
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['ja', 'nein'],
  ['j', 'n'],
  ['ja', 'nee'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['si', 'no'],
  ['sì', 'no'],
  ['sim', 'não'],
  ['sim', 'nao'],
  ['tak', 'nie'],
  ['wahr', 'falsch'],
  ['vrai', 'faux'],
  ['selected', 'not selected'],
  ['approved', 'rejected'],
  ['approved', 'denied'],
  ['accepted', 'rejected'],
];

/** Of a column's two values the one that means yes; null where no pair of words says so. */
export function yesOf(values: readonly string[]): string | null {
  if (values.length !== 2) return null;
  const [one = '', other = ''] = values;
  const [a, b] = [one.trim().toLowerCase(), other.trim().toLowerCase()];
  if (pairs.some(([yes, no]) => yes === a && no === b)) return one;
  return pairs.some(([yes, no]) => yes === b && no === a) ? other : null;
}
