import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(
  wordList(`
    english german french spanish italian portuguese dutch polish russian turkish arabic chinese mandarin cantonese
    japanese korean hindi urdu bengali punjabi tamil telugu swedish danish norwegian finnish greek hebrew romanian
    hungarian czech ukrainian vietnamese thai indonesian malay swahili tagalog catalan basque deutsch englisch
    franzosisch spanisch turkisch italienisch francais anglais allemand espagnol espanol ingles aleman frances portugues
    italiano inglese francese tedesco nederlands engels duits frans
  `),
);

export const language = semanticType({
  id: 'language',
  label: 'Language spoken',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'code', 'integer'],
  valueCheck: (text) => words.has(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 3, alone: true },
  lookAlikes: ['nationality', 'field_of_study', 'language_locale', 'first_name', 'last_name'],
  positives: ['English', 'German', 'Français', 'Spanish', 'italiano', 'Nederlands', 'Arabic', 'Deutsch'],
  negatives: ['Germany', 'en-US', 'yes', '1', 'Python', 'Anna', 'x', 'Berlin'],
  headers: ['native_language', 'Muttersprache', 'langue maternelle', 'idioma', 'lingua madre', 'moedertaal'],
  source: 'ISO 639 (2023) names',
});
