import { alpha2 } from '#shared/domain/country-codes.ts';
import { fold } from './fold.ts';
import type { LayoutLanguage } from './words.ts';

const names: Record<LayoutLanguage, Intl.DisplayNames> = {
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
  fr: new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' }),
};

/** The name of a country, by its ISO 3166-1 alpha-2 code; the code itself where it has none. */
export const countryName = (language: LayoutLanguage, code: string): string => names[language].of(code) ?? code;

/** Names that people write and no list of names has. */
const otherNames: Record<string, string> = {
  usa: 'US',
  'united states of america': 'US',
  'etats unis d amerique': 'US',
  uk: 'GB',
  'great britain': 'GB',
  angleterre: 'GB',
  england: 'GB',
  'u s a': 'US',
  'u s': 'US',
  amerika: 'US',
  'vereinigte staaten von amerika': 'US',
  'estados unidos de america': 'US',
  eeuu: 'US',
  'ee uu': 'US',
  'stati uniti d america': 'US',
  'verenigde staten van amerika': 'US',
  grossbritannien: 'GB',
  großbritannien: 'GB',
  'gran bretana': 'GB',
  'gran bretagna': 'GB',
  inghilterra: 'GB',
  'groot brittannie': 'GB',
};

/** Languages in which countries are read and not written, after those of the layouts. */
const onlyRead = ['de', 'es', 'it', 'nl'];

let byName: Map<string, string> | null = null;

function countriesByName(): Map<string, string> {
  const found = new Map<string, string>();
  for (const code of alpha2) found.set(code.toLowerCase(), code);
  for (const language of ['en', 'fr'] as const)
    for (const code of alpha2) found.set(fold(countryName(language, code)), code);
  for (const [name, code] of Object.entries(otherNames)) found.set(name, code);
  for (const language of onlyRead) {
    const called = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of alpha2) {
      const name = fold(called.of(code) ?? '');
      if (name !== '' && !found.has(name)) found.set(name, code);
    }
  }
  return found;
}

/**
 * The code of a country that a text names in a language that registers are read in, or by its code; null where it names
 * none.
 */
export function countryOf(text: string): string | null {
  byName ??= countriesByName();
  return byName.get(fold(text)) ?? null;
}
