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
  return readableForms(cell).flatMap(inBars);
}

const inWhole = (text: string): Mention[] => finders.flatMap((find) => find(text));

/**
 * What stands between bars is looked at by itself, for no form reaches over one: the cells of a generalised column are
 * lists of few different values, `2026-04 | 2026-06`, and what was found in one of these is remembered.
 */
function inBars(text: string): Mention[] {
  return text.includes('|') ? text.split('|').flatMap(inPart) : inWhole(text);
}

const [shortPart, mostParts] = [40, 5000];
const inParts = new Map<string, Mention[]>();

function inPart(part: string): Mention[] {
  if (part.length < 6) return [];
  if (part.length > shortPart) return inWhole(part);
  const known = inParts.get(part);
  if (known !== undefined) return known;
  const found = inWhole(part);
  if (inParts.size >= mostParts) inParts.clear();
  inParts.set(part, found);
  return found;
}
