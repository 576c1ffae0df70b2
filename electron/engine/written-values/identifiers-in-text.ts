import { cards, ibans } from './accounts.ts';
import { emails } from './emails.ts';
import type { Mention } from './mention.ts';
import { nationalIds } from './national.ts';
import { networkAddresses } from './network.ts';
import { phones } from './phones.ts';
import { readableForms } from './readable-forms.ts';

/** A value that is nothing but a number with a point, a date or a moment: no identifier hides in it. */
const harmless = /^[+-]?\d*[.,]\d+(?:e[+-]?\d+)?$|^\d{4}-\d{2}-\d{2}(?:[T ][\d:.,]+(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

const finders = [emails, phones, ibans, cards, nationalIds, networkAddresses];

/**
 * Everything in one cell that has the form of an identifier: the whole cell, inside links, JSON, lists and texts,
 * encoded or not.
 */
export function identifiersInText(cell: string): Mention[] {
  if (cell.length < 6 || harmless.test(cell)) return [];
  return readableForms(cell).flatMap((text) => finders.flatMap((find) => find(text)));
}
