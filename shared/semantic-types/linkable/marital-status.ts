import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(
  ('single,married,divorced,widowed,widow,widower,separated,never married,not married,never-married,married-civ-spouse,married-spouse-absent,married-af-spouse,civil union,civil partnership,domestic partner,domestic partnership,cohabiting,living with partner,in a relationship,engaged,together,absurd,alone,yolo,unmarried,partnered,common law,living together,now married,' +
    'ledig,verheiratet,geschieden,verwitwet,getrennt lebend,eingetragene lebenspartnerschaft,celibataire,marie,mariee,divorce,divorcee,veuf,veuve,pacse,pacsee,union libre,concubinage,soltero,soltera,casado,casada,divorciado,divorciada,viudo,viuda,union libre,separado,separada,' +
    'celibe,nubile,coniugato,coniugata,sposato,sposata,divorziato,divorziata,vedovo,vedova,separato,solteiro,solteira,viuvo,viuva,uniao estavel,ongehuwd,gehuwd,gescheiden,weduwe,weduwnaar,samenwonend,alleenstaand,getrouwd').split(','),
);

export const maritalStatus: SemanticType = {
  id: 'marital_status',
  label: 'Marital status',
  class: 'linkable',
  category: 'personal',
  flags: [],
  headerCues: { en: 'marital status, marital, married, civil status, marital desc, ever married, relationship status, is married, marriage status, =partner, has partner, spouse, =marriage', de: 'fam stand, fam st, familienstand, verheiratet', fr: 'statut mat, sit mat, sit fam, statut matrimonial, etat matrimonial, situation matrimoniale, etat civil, situation familiale, statut marital, sit familiale', es: 'est civil, estado civil', it: 'st civile, sta civ, stato civile', pt: 'est civil, situacao conjugal, estado civil', nl: 'burg staat, burgerlijke staat, burgerlijke stand', not: 'name, income, employment, age, date, channel, business, education, sales, code' },
  accepts: ['category', 'text', 'boolean', 'integer', 'code'],
  range: [0, 12],
  valueCheck: (text) => words.has(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: ['family_relationship', 'travel_purpose', 'gender'],
  positives: ['Single', 'Married', 'divorced', 'ledig', 'Célibataire', 'casada', 'Never-married', 'gehuwd'],
  negatives: ['yes', 'open', '1', 'Anna', 'active', 'other', 'pending', 'Berlin'],
  headers: ['marital_status', 'Familienstand', 'situation matrimoniale', 'estado civil', 'stato civile', 'burgerlijke staat'],
  source: 'Eurostat, marital status classification (2021)',
};
