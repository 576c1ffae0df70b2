import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { EmbeddedKind } from '#shared/text/engine/evidence.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { saysIllness } from '#shared/semantic-types/telling-values.ts';
import type { ColumnFacts } from './column-facts.ts';

/** What identifiers a free text was found to hold, in how many of the texts looked at. */
export interface EmbeddedIdentifiers {
  of: number;
  found: { kind: EmbeddedKind; count: number }[];
  /** Texts that speak of a person by name and pronoun. */
  aboutPersons: number;
}

const looked = 600;
const email = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,}/i;
const phone = new RegExp(
  [
    String.raw`(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)\s?|\d{2,4}[\s.-])\d{3,4}[\s.-]\d{3,4}(?!\d)`,
    String.raw`\+\d{9,14}(?!\d)`,
    String.raw`\+\d{1,3}[ /-]?\d{2,5}[ /-]\d{4,9}(?!\d)`,
    String.raw`(?<![\d.,-])0\d{1,5}[ /-]\d{5,9}(?!\d)`,
  ].join('|'),
);
const iban = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/;
const card = /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b/;
const ssn = /\b(?!000|666|9\d\d)\d{3}-\d{2}-\d{4}\b/;
const handle = /(?:^|\s)@[a-z0-9_]{3,30}\b/i;
const titled = /\b(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme|M|Sr|Sra|Signor|Signora|Dhr|Mevr)\.? \p{Lu}\p{Ll}+/u;
const pronoun = /\b(?:he|she|his|her|him|er|sie|ihr|sein|il|elle|él|ella|lui|lei|ele|ela|hij|zij)\b/i;

/** Words that stand for names or illnesses in so few texts may stand there by chance. */
const leastWords = 2;
const pair = /(?<![\p{L}’'-])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (?:\p{Lu}\. )?(\p{Lu}[\p{L}’'-]+)(?![\p{L}’'-])/gu;

/** A first name and a surname one after the other. */
function namesSomebody(text: string, tools: ValueTools): boolean {
  for (const [, first, last] of text.matchAll(pair))
    if (tools.isFirstName(first ?? '') && tools.isSurname(last ?? '')) return true;
  return false;
}

/** What a column is searched as free text for: words of people, by its type or its look. */
export const isReadAsText = (facts: ColumnFacts, type: string): boolean =>
  semanticTypeById(type)?.freeText !== undefined || (untold.has(type) && facts.kinds.has('long_text'));
const untold = typeSet('unknown', 'person_attribute', 'technical_attribute', 'json_blob');

/** Searches the texts of a column for identifiers; null where the column holds no texts of several words. */
export function searchFreeText(facts: ColumnFacts, tools: ValueTools): EmbeddedIdentifiers | null {
  if (!(facts.kinds.has('text') || facts.kinds.has('long_text')) || facts.meanWords < 2.5) return null;
  const texts = facts.values.slice(0, looked);
  const sentences = facts.kinds.has('long_text');
  const tally: Record<EmbeddedKind, number> = {
    email: 0,
    phone: 0,
    iban: 0,
    card: 0,
    socialSecurity: 0,
    handle: 0,
    title: 0,
    name: 0,
    illness: 0,
  };
  let aboutPersons = 0;
  for (const text of texts) {
    const part = text.slice(0, 5000);
    if (email.test(part)) tally.email += 1;
    if (phone.test(part)) tally.phone += 1;
    const ibans = iban.exec(part);
    if (ibans && tools.isIban(ibans[0])) tally.iban += 1;
    const cards = card.exec(part);
    if (cards && tools.isCardNumber(cards[0])) tally.card += 1;
    if (ssn.test(part)) tally.socialSecurity += 1;
    if (handle.test(part)) tally.handle += 1;
    if (titled.test(part)) tally.title += 1;
    else if (sentences && namesSomebody(part, tools)) tally.name += 1;
    if (sentences && saysIllness(part)) tally.illness += 1;
    if (
      sentences &&
      pronoun.test(part) &&
      part.split(/[^\p{L}'-]+/u).some((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word) && tools.isFirstName(word))
    )
      aboutPersons += 1;
  }
  return {
    of: texts.length,
    found: (Object.entries(tally) as [EmbeddedKind, number][])
      .filter(([kind, count]) => count >= (kind === 'name' || kind === 'illness' ? leastWords : 1))
      .map(([kind, count]) => ({ kind, count })),
    aboutPersons,
  };
}
