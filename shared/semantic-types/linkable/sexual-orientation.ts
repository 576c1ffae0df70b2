import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = longPattern('i')`
  ^(?:
    gay|lesbian|straight|bisexual|heterosexual|homosexual|queer|asexual|pansexual|gay\/bisexual|gay or lesbian|
    hetero|heterosexuell|homosexuell|bisexuell|hétérosexuel(?:le)?|homosexuel(?:le)?|heterosexuales?|lesbiana|
    eterosessuale|omosessuale|bissexual|lesbisch|heteroseksueel|homoseksueel
  )\b
`;

export const sexualOrientation = semanticType({
  id: 'sexual_orientation',
  auditGroup: true,
  label: 'Sexual orientation',
  class: 'linkable',
  category: 'personal',
  flags: ['sexual_orientation'],
  accepts: ['category', 'text', 'integer', 'code', 'boolean'],
  range: [0, 20],
  valueCheck: (text) => words.test(text.trim()) && text.length < 50,
  columnRule: { strength: 'vocabulary', minShare: 0.4, minDistinct: 2, alone: true },
  lookAlikes: [],
  positives: ['Straight', 'Gay', 'Lesbian', 'bisexual', 'heterosexuell', 'hétérosexuelle', 'Queer', 'Gay/Bisexual'],
  negatives: ['yes', 'portrait', '1', 'Anna', 'other', 'left', 'straightforward', 'single'],
  headers: [
    'sexual_orientation',
    'sexuelle Orientierung',
    'orientation sexuelle',
    'orientación sexual',
    'orientamento sessuale',
    'seksuele geaardheid',
  ],
  source: 'GDPR article 9 (2016)',
});
