import { blankToNull, call, column, type Expression } from '#shared/plan/expression.ts';

/** How an identifier is written before a pseudonym takes its place. */
export const normalisations = ['none', 'trim-lowercase'] as const;

/** The column's identifier as it is hashed; NULL where it is blank, so that two people without one are not joined. */
export function identifierIn(name: string, normalise: (typeof normalisations)[number]): Expression {
  const value = blankToNull(column(name));
  return normalise === 'none' ? value : blankToNull(call('lower', call('trim', call('nfc', value))));
}
