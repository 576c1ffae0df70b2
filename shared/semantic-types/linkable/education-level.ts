import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { educationStems, educationWords } from '../value-words/index.ts';

const words = longPattern('i')`
  ^(?:
    phd|ph\.d\.?|doctorate|doctoral|doctor|prof-school|master|master'?s?(?: degree)?|masters? degree|mba|
    2n cycle|bachelor|bachelors|bachelor'?s?(?: degree)?|college\/bachelor degree|associate|
    associate'?s?(?: degree)?|assoc-(?:acdm|voc)|some[- ]college(?:.*)|college(?:.*)|university(?:.*)|
    high[ .-]?school(?:.*)|hs-grad|secondary(?:.*)|primary(?:.*)|basic(?:\.\d+y)?|graduation|
    graduate(?: degree| school)?|post ?-?graduate(?:.*)|undergraduate|under graduate|
    professional(?:\.course| degree)?|illiterate|uneducated|less than high school(?:.*)|middle ?school|
    elementary(?:.*)|lowerlevel|preschool|kindergarten|
    \d{1,2}(?:st|nd|rd|th)(?:-\d{1,2}(?:st|nd|rd|th))?(?: grade)?|g-\d{2}|ged|diploma|vocational(?:.*)|
    trade school|no formal education|school|abitur|realschule|hauptschule|fachhochschulreife|hochschule|
    mittlere reife|promotion|ausbildung|bac(?:calauréat)?(?: ?\+ ?\d)?|licence|brevet|cap|bep|bts|dut|doctorat|
    sin estudios|primaria|secundaria|bachillerato|universitario|licenciatura|maestría|doctorado|
    formación profesional|licenza media|diploma di maturità|laurea(?:.*)|dottorato|
    ensino (?:fundamental|médio|superior)(?:.*)|pós-graduação|mestrado|doutorado|havo|vwo|vmbo|mbo|hbo|wo
  )$
`;

const longestLevel = 60;

export const educationLevel = semanticType({
  id: 'education_level',
  label: 'Level of education',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'integer', 'code', 'decimal', 'boolean'],
  range: [0, 30],
  valueCheck: (text) => {
    if (words.test(text.trim())) return true;
    const folded = fold(text.trim());
    return (
      folded.length < longestLevel &&
      (educationWords.has(folded) || educationStems.some((stem) => folded.startsWith(stem)))
    );
  },
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 2, alone: true },
  lookAlikes: [
    'field_of_study',
    'loan_purpose',
    'job_title',
    'occupation',
    'employment_status',
    'postal_code',
    'name_prefix',
    'product_category',
    'name_suffix',
    'handedness',
  ],
  noun: 'levels of education',
  positives: ['Bachelor', "Master's degree", 'High School', 'PhD', 'Abitur', 'licence', 'Ensino Médio', 'HBO', '11th'],
  negatives: ['yes', '12', 'Berlin', 'Anna', 'red', '2024-01-01', 'open', 'Mathematics'],
  headers: [
    'education_level',
    'Bildungsabschluss',
    "niveau d'études",
    'nivel de estudios',
    'titolo di studio',
    'escolaridade',
    'opleidingsniveau',
  ],
  source: 'UNESCO ISCED 2011',
});
