import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const range = longPattern('i')`
  ^(?:
    (?:ages? )?\d{1,3}\s?(?:[-–—]|to|a|bis|à|until)\s?\d{1,3}|
    (?:<|>|<=|>=|≥|≤)\s?\d{2}|
    \d{2}\s?\+|
    \d{1,2}s
  )$
`;
/** Words for the bounds of a group, by language, without accents. */
const bounds = new Set(
  wordList(`
    under over below above between from to and up older younger than less more or the age aged ages years year yrs old
    unter uber zwischen von bis und jahre jahren alter junger mehr weniger als oder ab
    moins plus de entre et ans a ou inferieur superieur jusqu au dela
    menos mas y o anos edad menor mayor hasta desde abaixo acima ate e ou mais idade maiores menores
    meno piu di tra fra anni oltre sotto sopra fino da
    onder boven tussen en jaar ouder jonger dan of minder meer tot van
    ponizej powyzej miedzy od do lat i wiecej mniej niz lub
    mellan under over ar och eller aldre yngre an mindre
    mellem ar og aeldre end eldre enn mellom
    alle yli vuotta vuotiaat ja tai vahintaan
    pod nad mezi az let vice mene nez rokov viac menej ako
    alti ustu arasi yas ve veya
    alatt felett kozott ev eves es vagy
    sub peste intre si ani sau
    ispod iznad izmedu godina
    κατω ανω των απο εωσ ετων και
    до от после лет старше младше более менее и года від років старше
    歳 才 代 以上 以下 未満 岁 세 대 이상 이하
    tahun atas bawah duoi tren tuoi tu den
  `).map(fold),
);
/** Words for the years themselves: `8 years` is an age, and of a bottle as well. */
const units = new Set(
  wordList(`
    age aged ages years year yrs old jahre jahren alter ans anos anni jaar let lat ar vuotta yas ev eves ani edad idade
    ετων лет года 歳 才 岁 세 tahun tuoi
  `).map(fold),
);
const number = /\d+/g;
/** A code: letters and a number in one word. */
const code = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][-_]?\d/u;
/** One or two numbers of years and nothing beside them but words for bounds: `Entre 20 e 30 anos`, `65+`. */
function isGroup(text: string): boolean {
  if (text.length > 40 || code.test(text)) return false;
  const numbers = text.match(number) ?? [];
  if (numbers.length < 1 || numbers.length > 2 || numbers.some((one) => Number(one) > 120)) return false;
  const words = fold(text)
    .replace(/\d+/g, ' ')
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return (
    words.length > 0 &&
    words.every((word) => bounds.has(word)) &&
    words.some((word) => word.length > 1) &&
    (numbers.length === 2 || words.some((word) => !units.has(word)))
  );
}
const words = new Set(
  wordList(`
    young middle old adult adults child children senior seniors elderly teen teenager infant youth minor middle-aged
    middle-age jung alt mittel jeune adulte adulto joven mayor anziano giovane jovem idoso kind volwassene
  `),
);

export const ageGroup = semanticType({
  id: 'age_group',
  auditGroup: true,
  label: 'Age group',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'code', 'boolean', 'integer', 'date'],
  valueCheck: (text) => range.test(text) || isGroup(text) || words.has(text.toLowerCase()),
  columnRule: { strength: 'structure', minShare: 0.75, minDistinct: 3 },
  lookAlikes: [
    'company_size',
    'years_experience',
    'commute_distance',
    'academic_performance',
    'loyalty_segment',
    'number_of_children',
    'household_size',
    'family_relationship',
    'income_bracket',
    'employment_type',
    'age',
    'card_expiry',
    'attendance',
    'generation',
    'job_level',
  ],
  positives: ['18-24', '25 – 34', '65+', 'under 18', 'Young', 'Senior', '45 to 54', '60 and over'],
  negatives: ['42', '$10-20', 'Berlin', 'yes', '2024-01-01', '100-499 employees', 'x-y', '65'],
  headers: ['age_group', 'Altersgruppe', "tranche d'âge", 'rango de edad', "fascia d'età", 'leeftijdsgroep'],
  source: 'taxonomy 6b',
});
