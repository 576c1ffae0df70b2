import type { NameLanguage } from './name-language.ts';
import { dutch } from './words/nl/index.ts';
import { english } from './words/en/index.ts';
import { french } from './words/fr/index.ts';
import { german } from './words/de/index.ts';
import { italian } from './words/it/index.ts';
import { polish } from './words/pl/index.ts';
import { portuguese } from './words/pt/index.ts';
import { spanish } from './words/es/index.ts';

/** The languages that names of files, lists and segments are read in, all at once. */
export const nameLanguages: readonly NameLanguage[] = [
  english,
  german,
  french,
  spanish,
  italian,
  dutch,
  polish,
  portuguese,
];
