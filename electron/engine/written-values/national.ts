import { nationalForms } from '#engine/values/national-ids.ts';
import type { Mention } from './mention.ts';

const someDigits = /\d(?:[ ./+-]?[A-Z\d]){5}/i;

/**
 * National identifiers of persons inside a text. A check digit lets one in ten through by chance, and bare digits are
 * what most numbers are: of those a whole column must pass, of the others more than chance gives.
 */
export function nationalIds(text: string): Mention[] {
  if (!someDigits.test(text)) return [];
  return nationalForms.flatMap(({ country, form, passes }) =>
    // Not `matchAll`: it makes a copy of each form for each text, which takes longer than to look.
    (text.match(form) ?? []).map((match): Mention => {
      const bare = /^\d+$/.test(match);
      return {
        kind: 'national-id',
        rule: `${country}${bare ? '-bare' : ''}`,
        passes: passes(match),
        beyondChance: bare ? 6 : 3,
      };
    }),
  );
}
