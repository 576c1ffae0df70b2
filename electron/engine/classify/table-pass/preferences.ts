import { longPattern } from '#shared/domain/long-pattern.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';

/** "Favourite", in the forms that names of columns have it in. */
const favourite = longPattern('u')`
  ^(?:
    favou?rit\p{L}*|fav|liebling\p{L}*|bevorzugt\p{L}*|prefer(?:e|ee|es|ees)|preferit[oaie]|preferid[oa]s?|favorit[oa]s?|
    favoriet\p{L}*|lievelings\p{L}*|voorkeurs\p{L}*|ulubion\p{L}*|favorit\p{L}*|yndling\p{L}*|lempi\p{L}*|mieluisin|
    oblibe(?:n|na|ny|ne|neho)|oblubeny?|kedvenc\p{L}*|preferat[aei]?|omiljen\p{L}*|najdraz\p{L}*|αγαπημεν\p{L}*|
    любим\p{L}*|улюблен\p{L}*|favorim|kesukaan|favorit|thich
  )$
`;
const inSigns = /好きな|お気に入り|最喜欢|最喜歡|喜爱的|喜歡的|좋아하는|선호/u;
/** Persons and beliefs one prefers say more than a taste. */
const protectedFlags = new Set<string>(specialFlags);
/** How somebody wants to be reached or named is about how to do so. */
const otherwise: readonly SemanticTypeId[] = [
  'language',
  'contact_channel',
  'consent_preference',
  'consent_status',
  'email_address',
  'phone_number',
];

/** `marchi_preferiti`, `好きな季節`: what somebody likes best, whatever the values could be by themselves. */
export function preferenceRules(columns: readonly ColumnState[]): void {
  for (const column of columns) {
    const { header, kinds, date } = column.facts;
    const named = header.tokens.length > 1 && header.tokens.some((token) => favourite.test(token));
    if (header.question || kinds.has('empty') || date || !(named || inSigns.test(header.text))) continue;
    const first = best(column);
    const flags = semanticTypeById(first?.type ?? '')?.flags ?? [];
    if (leads(column, ...otherwise) || flags.some((flag) => protectedFlags.has(flag))) continue;
    if (leads(column, 'preference')) continue;
    support(column, 'preference', Math.max(0.7, (first?.score ?? 0) + 0.1), {
      kind: 'header',
      detail: evidenceText.table.favourite,
    });
  }
}
