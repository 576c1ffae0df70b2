import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const words = /^(?:(?:no|one|two|three|has|have|with|without|ohne|keine|sans|sin|senza|sem|geen|zonder|\d\+?|yes, one or more|\d or more)\s)?(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|figli[oae]?|filh[oa]s?|kinderen)\b.{0,30}$/i;

export const numberOfChildren: SemanticType = {
  id: 'number_of_children',
  label: 'Number of children',
  class: 'linkable',
  category: 'personal',
  flags: [],
  headerCues: { en: 'child under, children under, children aged, =son, =daughter, minor children, children at home, children, number of children, kids, num children, dependents, kidhome, teenhome, ~babies, no of children, has children, number of dependents, dependants, child count, do you have any children, toddlers, sons, daughters, num kids, kid home, teen home, dependent count, offspring', de: 'anzahl kinder, anz kinder, kinderzahl, kinder, anzahl kinder, kinderzahl', fr: 'nb enf, enfants a charge, nb enfants a charge, enfants, nombre d enfants, personnes a charge', es: 'num hijos, n hijos, hijos a cargo, hijos, numero de hijos, dependientes', it: 'num figli, figli a carico, figli, numero di figli, figli a carico', pt: 'num filhos, n filhos, dependentes, filhos, numero de filhos, dependentes', nl: 'aantal kinderen, kinderen, kinderen, aantal kinderen', not: 'vaccine, name, product, category, work, age, ticket, adults' },
  accepts: ['integer', 'decimal', 'category', 'boolean', 'text'],
  range: [0, 25],
  valueCheck: (text) => words.test(text.trim()),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 1, alone: true },
  lookAlikes: ['age_group', 'family_relationship'],
  positives: ['No children', 'one child', 'Has children', '2+ kids', 'keine Kinder', 'sans enfant', 'sin hijos', 'Yes, one or more children'],
  negatives: ['yes', '2', 'Childcare', 'Anna', 'Kindle', 'Berlin', 'product for children', '2024-01-01'],
  headers: ['children', 'Anzahl Kinder', "nombre d'enfants", 'hijos', 'figli', 'filhos', 'kinderen'],
  source: 'taxonomy 6b',
};
