import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const phrases = longPattern('i')`
  ^(?:
    white|black|asian|hispanic|latino|latina|latinx|african[- ]american|caucasian|native american|
    american indian(?: or alaska(?:n)? native)?|alaska(?:n)? native|
    (?:native )?hawaiian(?: or other pacific islander)?|pacific islander|two or more races|multiracial|
    multi-?racial|biracial|mixed(?: race)?|middle eastern|south asian|east asian|arab|amer-indian-eskimo|
    asian-pac-islander|non-?white|non-hispanic(?: white| black)?|black or african american|white british|
    white irish|indigenous|branc[oa]|pret[oa]|pard[oa]|amarel[oa]|indigen[ao]|mestizo|mulato|afro|roma|romani|
    european[/ -]caucasian.*|aboriginal|maori|māori
  )\b
`;

export const raceEthnicity = semanticType({
  id: 'race_ethnicity',
  auditGroup: true,
  label: 'Race or ethnic origin',
  class: 'linkable',
  category: 'personal',
  flags: ['race_ethnicity'],
  accepts: ['category', 'text', 'integer', 'boolean', 'code'],
  range: [0, 99],
  valueCheck: (text) => phrases.test(text.trim()) && text.length < 60,
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 2, alone: true },
  lookAlikes: ['product_variation', 'nationality'],
  positives: [
    'White',
    'Black or African American',
    'Asian',
    'Hispanic',
    'Mixed',
    'Parda',
    'Native American',
    'Two or more races',
  ],
  negatives: ['yes', '1', 'Green', 'Christian', 'Germany', 'Anna', 'other', 'dark'],
  headers: ['race', 'ethnische Herkunft', 'origine ethnique', 'etnia', 'raça', 'etniciteit', 'RaceDesc'],
  source: 'OMB Statistical Policy Directive 15 (2024); ONS ethnic group (2021); IBGE cor ou raça; GDPR article 9',
});
