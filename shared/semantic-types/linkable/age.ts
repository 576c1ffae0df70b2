import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const age: SemanticType = {
  id: 'age',
  label: 'Age',
  class: 'linkable',
  category: 'personal',
  flags: ['exact_age'],
  headerCues: { any: 'agep, age yrs, age y, pt age', en: 'age, customer age, age in years, age years, current age, patient age, age at diagnosis, age at enrollment, driver age, how old are you, age at hire', de: 'alter, lebensalter, alter in jahren, wie alt sind sie, alter bei, alter bei aufnahme, =alter in j', fr: 'age, quel age avez vous, quel est votre age', es: 'edad, cuantos anos tiene, que edad tiene', it: 'eta, quanti anni hai, quanti anni ha', pt: 'idade, qual a sua idade, qual sua idade', nl: 'leeftijd, hoe oud bent u, wat is uw leeftijd', not: 'group, bracket, band, range, category, cat, account, vehicle, car, house, property, building, cohort, gruppe, tranche, class, company, days, since, of, file, session, business, relationship, page, machine, card, loan, segment, website, bin, gap, difference, min, max, interval, bucket, employees, listing, median, mean, average, avg' },
  accepts: ['integer', 'decimal', 'category'],
  range: [0, 120],
  valueCheck: (text) => /^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) >= 0 && Number(text) <= 120,
  columnRule: { strength: 'shape', minShare: 0.95, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['0', '17', '42', '99', '120', '18.5', '65', '7'],
  negatives: ['121', '-1', 'old', '20-30', '1985', '', 'x', '65+'],
  headers: ['age', 'Alter', 'âge', 'edad', 'età', 'idade', 'leeftijd'],
  source: 'HIPAA 45 CFR 164.514(b)(2)(i)(C): ages over 89 (2013)',
};
