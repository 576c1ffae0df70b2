import { matchHeader } from '#shared/header-language/header-index.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import { isPerson } from './identifier-columns.ts';
import { identifiersInText } from './identifiers-in-text.ts';

/** What a name must hold for a look at it to be worth while: of five thousand columns nearly all have plain names. */
const suspicious = /[@＠%&\\]|\(at\)|\[at\]|\d(?:[^\d\n]{0,3}\d){5}|[0-9a-f]{2}[:-][0-9a-f]{2}[:-]/i;
const twoWords = /^\p{Lu}[\p{L}.'’-]*,?(?: \p{Lu}?[\p{L}.'’-]*){1,4}$|^\p{Lu}+\/\p{Lu}+/u;

/**
 * Whether the name of a column is itself a value of a person: an address, a number, a first and a family name. Rows
 * turned into columns and headers that are no headers make such names.
 */
export function isPersonalName(name: string): boolean {
  if (suspicious.test(name) && identifiersInText(name).some(({ passes, beyondChance }) => passes && beyondChance <= 3))
    return true;
  const last = name
    .split(/[.[\]/]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return last.some(
    (part) =>
      twoWords.test(part) &&
      matchHeader(knownHeaders(), parseHeader(part)).length === 0 &&
      isPerson(part, valueTools()),
  );
}
