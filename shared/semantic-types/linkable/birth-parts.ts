import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const generations =
  /^(?:gen(?:eration)?[ -]?[xyz]|millennials?|(?:baby )?boomers?|silent generation|gen alpha|greatest generation)$/i;
const signs = new Set(
  wordList(`
    aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces widder stier zwillinge
    krebs lowe jungfrau waage skorpion schutze steinbock wassermann fische
  `),
);

export const birthYear = semanticType({
  id: 'birth_year',
  label: 'Year of birth',
  class: 'linkable',
  category: 'personal',
  flags: ['exact_age'],
  accepts: ['integer', 'category', 'decimal'],
  range: [1880, 2030],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['birth_year', 'Geburtsjahr', 'année de naissance', 'año de nacimiento', 'anno di nascita', 'geboortejaar'],
  source: 'taxonomy 6b',
});

export const birthMonth = semanticType({
  id: 'birth_month',
  label: 'Month of birth',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['integer', 'category', 'decimal', 'text'],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['birth_month', 'Geburtsmonat', 'mois de naissance', 'mes de nacimiento'],
  source: 'taxonomy 6b',
});

export const birthDay = semanticType({
  id: 'birth_day',
  label: 'Day of birth',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['integer', 'category', 'decimal'],
  range: [1, 31],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['birth_day', 'jour de naissance', 'día de nacimiento', 'giorno di nascita'],
  source: 'taxonomy 6b',
});

export const generation = semanticType({
  id: 'generation',
  label: 'Generation',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'code'],
  valueCheck: (text) => generations.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: ['age_group'],
  positives: [
    'Gen X',
    'Gen Z',
    'Millennial',
    'Millennials',
    'Boomer',
    'Baby Boomers',
    'Generation Y',
    'Silent Generation',
  ],
  negatives: ['young', '42', 'X', 'general', '1985', 'Gene', 'yes', 'boom'],
  headers: ['generation', 'Generation', 'generación', 'geração'],
  source: 'Pew Research Center, generations (2019)',
});

export const zodiacSign = semanticType({
  id: 'zodiac_sign',
  label: 'Sign of the zodiac',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text'],
  valueCheck: (text) => signs.has(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 4, alone: true },
  lookAlikes: ['first_name'],
  positives: ['Aries', 'Taurus', 'Gemini', 'Leo', 'Virgo', 'Widder', 'Pisces', 'scorpio'],
  negatives: ['Anna', '1', 'Sun', 'Mars', 'yes', 'Berlin', 'sign', 'x'],
  headers: ['zodiac_sign', 'Sternzeichen', 'signo zodiacal', 'segno zodiacale'],
  source: 'Names of the twelve signs',
});
