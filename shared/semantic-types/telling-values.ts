import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';

/** What values say by themselves, in seven languages: whatever the column is called, and beside whatever they stand. */
export interface TellingValues {
  flag: ColumnFlag;
  /** Plural noun of what the values are, for the evidence sentence. */
  noun: string;
  pattern: RegExp;
  /** Share of the different values (0…1) that must say it. */
  least: number;
  /** Different ones of them. */
  different: number;
  source: string;
}

const beliefs = longPattern('iu')`
  (?<!\p{L})(?:
    christian|catholic|protestant|muslim|jewish|hindu|buddhist|sikh|atheist|evangelisch|katholisch|muslimisch|
    jüdisch|konfessionslos|buddhistisch|catholique|musulmane?|juif|juive|protestante?|athée|bouddhiste|católic[oa]|
    musulmán|musulmana|judí[oa]|ate[oa]|cattolic[oa]|ebre[oa]|islamic[oa]|muçulman[oa]|espírita|katholiek|islamitisch|
    joods|hervormd
  )(?!\p{L})
`;

const unions = longPattern('i')`
  ^(?:
    ig[ -]?metall|ver\.di|gew|ig[ -]?bce|ig[ -]?bau|evg|ngg|cgt|cfdt|cftc|unsa|cfe-cgc|force ouvrière|cgil|cisl|uil|
    ugt|cc\.?oo\.?|comisiones obreras|fnv|cnv|unison|gmb|unite the union|usdaw|afl-cio|seiu|teamsters|afscme|
    força sindical|cgtp|ugt-p
  )$
`;

const illnesses = longPattern('iu')`
  (?<!\p{L})(?:
    diabet\p{L}*|asthma|asma|asthme|astma|hypertension|bluthochdruck|hipertensi\p{L}+|ipertensione|hypertonie|
    depression|depressi(?:on|ef|one)|dépression|depresión|depressão|migraine|migräne|migraña|emicrania|cancer|krebs|
    cáncer|cancro|kanker|epileps\p{L}*|schizophren\p{L}*|hiv|parkinson|alzheimer|demen[zt]\p{L}*|multiple sclerosis|
    multiple sklerose|rheuma\p{L}*|arthritis|copd
  )(?!\p{L})
`;

const pharmacy = longPattern('iu')`
  pregnancy test|schwangerschaftstest|tests? de grossesse|tests? de embarazo|test di gravidanza|teste de gravidez|
  zwangerschapstest|blood glucose|blutzucker|glycémi|glucosa|glicemi|bloedsuiker|insulin|insulina|incontinen|inkontinen|
  nicotine patch|nikotinpflaster|patchs? (?:de |à la )?nicotine|parches de nicotina|cerotti alla nicotina|
  nicotinepleister|contracepti|verhütungspille|antidepress|antibioti|metformin|ramipril|sertralin|salbutamol|ibuprofen|
  ibuprofène|paracetamol|paracétamol|omeprazol|metoprolol|atorvastatin|levothyrox|doliprane|ventolin|amoxicillin|
  hearing aid batter|colostomy|stoma bag
`;

const strength = /\p{L}{4,}.*\b\d{1,4}(?:[.,]\d+)? ?(?:mg|mcg|µg|i\.?e\.?|iu)\b/iu;

export const tellingValues: readonly TellingValues[] = [
  {
    flag: 'religion',
    noun: 'beliefs',
    pattern: beliefs,
    least: 0.3,
    different: 3,
    source: 'GDPR article 9 (2016); Pew Research Center religious groups',
  },
  {
    flag: 'trade_union',
    noun: 'trade unions',
    pattern: unions,
    least: 0.5,
    different: 2,
    source: 'ETUC list of member organisations (2024); AFL-CIO affiliates (2024)',
  },
  {
    flag: 'health',
    noun: 'codes of medicines',
    pattern: /^[A-DG-NPRSV]\d{2}[A-Z]{2}\d{2}$/,
    least: 0.8,
    different: 3,
    source: 'WHO ATC index (2024), fifth level',
  },
  {
    flag: 'health',
    noun: 'codes of diseases',
    pattern: /^[A-TV-Z]\d[0-9AB]\.\d{1,2}$/,
    least: 0.9,
    different: 3,
    source: 'WHO ICD-10 (2019), codes of four places and more',
  },
  {
    flag: 'health',
    noun: 'diseases',
    pattern: illnesses,
    least: 0.3,
    different: 2,
    source: 'WHO ICD-10 (2019) chapters',
  },
  {
    flag: 'health',
    noun: 'goods of a pharmacy',
    pattern: pharmacy,
    least: 0.4,
    different: 2,
    source: 'CJEU C-21/23 (pharmacy orders)',
  },
  {
    flag: 'health',
    noun: 'doses of medicines',
    pattern: strength,
    least: 0.5,
    different: 2,
    source: 'EDQM standard terms (2024)',
  },
];

/** The flags that these different values raise, each with how many of them say so. */
export function flagsOfValues(
  values: readonly string[],
): { flag: ColumnFlag; noun: string; said: number; of: number }[] {
  const found = tellingValues.flatMap(({ flag, noun, pattern, least, different }) => {
    const telling = values.filter((value) => pattern.test(value));
    const words = new Set(telling.map((value) => pattern.exec(value)![0].toLowerCase()));
    return words.size >= different && telling.length >= least * values.length
      ? [{ flag, noun, said: telling.length, of: values.length }]
      : [];
  });
  return found.filter(({ flag }, at) => found.findIndex((other) => other.flag === flag) === at);
}
