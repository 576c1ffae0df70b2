import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const firstName = semanticType({
  id: 'first_name',
  label: 'First name',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  valueCheck: (text, tools) =>
    text.length <= 30 &&
    !/[\d@]/.test(text) &&
    /^\p{L}[\p{L}'’.]*(?:[ -]\p{L}[\p{L}'’.]*){0,2}$/u.test(text) &&
    text.split(/[ -]/).some((word) => tools.isFirstName(word)) &&
    (!/ /.test(text) || text.split(' ').every((word) => tools.isFirstName(word))),
  columnRule: { strength: 'vocabulary', minShare: 0.42, minDistinct: 5, alone: true, vetoBelow: 0.05 },
  lookAlikes: [
    'full_name',
    'last_name',
    'city',
    'username',
    'middle_name',
    'country',
    'nationality',
    'language',
    'religion',
    'state_region',
    'county',
    'place_of_birth',
    'job_title',
    'company_name',
    'maiden_name',
    'operating_system',
    'browser',
    'generation',
    'calendar_feature',
    'gender',
    'product_name',
    'name_prefix',
    'zodiac_sign',
    'medication',
    'family_relationship',
  ],
  noun: 'known first names',
  positives: ['Anna', 'Carlos', 'Jean-Pierre', 'SOPHIE', 'maria', 'Thomas', 'Giulia', 'Robert'],
  negatives: ['Anna Schmidt', '12', 'Berlin2', 'ana@example.org', 'Quarterly', 'yes', 'A1', 'Xqzt'],
  headers: ['first_name', 'Vorname', 'prénom', 'primer nombre', 'voornaam', 'nome'],
  source: 'Name lists of the faker project (MIT, 2026), all locales',
});
