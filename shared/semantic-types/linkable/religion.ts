import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { religionWords } from '../value-words/index.ts';

const words = longPattern('i')`
  ^(?:
    christian(?:ity)?|catholic|roman catholic|protestant|orthodox|evangelical(?: christian)?|lutheran|baptist|
    methodist|anglican|presbyterian|pentecostal|mormon|jehovah'?s witness(?:es)?|muslim|islam|sunni|shia|jewish|
    judaism|hindu(?:ism)?|buddhis[tm]|sikh(?:ism)?|jain|taoist|atheist|agnostic|no religion|none of these|
    unaffiliated|evangelisch|katholisch|römisch-katholisch|konfessionslos|muslimisch|jüdisch|catholique|
    protestant(?:e)?|musulman(?:e)?|juif|juive|athée|católic[oa]|cristian[oa]|musulm[aá]n[a]?|jud[ií]o|ate[oi]|
    cattolic[oa]|ebre[oa]|evang[eé]lic[oa]|esp[ií]rita|umbanda|candombl[eé]|katholiek|hervormd|gereformeerd|
    islamitisch|joods|wicca|pagan
  )\b
`;

export const religion = semanticType({
  id: 'religion',
  auditGroup: true,
  label: 'Religion or belief',
  class: 'linkable',
  category: 'personal',
  flags: ['religion'],
  accepts: ['category', 'text', 'integer', 'boolean', 'code'],
  range: [0, 99],
  valueCheck: (text) => text.length < 60 && (words.test(text.trim()) || religionWords.has(fold(text.trim()))),
  columnRule: { strength: 'vocabulary', minShare: 0.4, minDistinct: 3, alone: true },
  lookAlikes: ['race_ethnicity', 'first_name', 'nationality'],
  positives: ['Christian', 'Muslim', 'Roman Catholic', 'Atheist', 'evangelisch', 'católica', 'Hindu', 'katholiek'],
  negatives: ['White', 'yes', '1', 'German', 'Anna', 'none', 'open', 'Sunday'],
  headers: ['religion', 'Konfession', 'confession', 'religión', 'religione', 'godsdienst'],
  source: 'GDPR article 9 (2016); Pew Research Center religious groups',
});
