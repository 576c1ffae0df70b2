import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const demonyms = new Set(
  wordList(`
    american british english scottish welsh irish german french spanish italian portuguese dutch belgian swiss austrian
    polish czech slovak slovenian croatian serbian bosnian hungarian romanian bulgarian greek turkish russian ukrainian
    danish swedish norwegian finnish icelandic chinese japanese korean indian pakistani bangladeshi vietnamese thai
    filipino indonesian malaysian australian canadian mexican brazilian argentinian argentine chilean colombian peruvian
    venezuelan cuban moroccan algerian tunisian egyptian nigerian kenyan ghanaian ethiopian south-african saudi iranian
    iraqi syrian lebanese jordanian israeli deutsch franzosisch spanisch italienisch osterreichisch turkisch polnisch
    francais francaise allemand allemande espagnol italien belge suisse portugais marocain algerien alemana alemán
    aleman espanol espanola mexicano mexicana colombiano argentino italiano italiana francese tedesco tedesca rumena
    brasileiro brasileira portugues nederlands nederlandse duits belgisch
  `),
);

export const nationality = semanticType({
  id: 'nationality',
  auditGroup: true,
  label: 'Nationality',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'boolean', 'integer'],
  valueCheck: (text) => demonyms.has(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '-')),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 3, alone: true },
  lookAlikes: ['language', 'country', 'race_ethnicity', 'product_category', 'citizenship', 'first_name', 'last_name'],
  positives: ['German', 'French', 'american', 'Español', 'Dutch', 'Italienisch', 'Brasileira', 'Polish'],
  negatives: ['Germany', 'Berlin', 'yes', '12', 'Anna', 'EU', 'x', 'Christian'],
  headers: ['nationality', 'Staatsangehörigkeit', 'nationalité', 'nacionalidad', 'nazionalità', 'nationaliteit'],
  source: 'Unicode CLDR territory names and customary adjectives',
});

export const citizenship = semanticType({
  id: 'citizenship',
  auditGroup: true,
  label: 'Citizenship',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'boolean', 'integer'],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['citizenship', 'Staatsbürgerschaft', 'citoyenneté', 'ciudadanía', 'cittadinanza'],
  source: 'taxonomy 6b',
});

export const countryOfBirth = semanticType({
  id: 'country_of_birth',
  label: 'Country of birth',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'integer'],
  lookAlikes: ['country'],
  positives: [],
  negatives: [],
  headers: ['country_of_birth', 'Geburtsland', 'pays de naissance', 'país de nacimiento', 'geboorteland'],
  source: 'taxonomy 6b',
});
