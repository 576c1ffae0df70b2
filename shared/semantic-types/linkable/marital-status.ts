import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { maritalWords } from '../value-words/index.ts';

const words = new Set(
  (
    'single,married,divorced,widowed,widow,widower,separated,never married,not ' +
    'married,never-married,married-civ-spouse,married-spouse-absent,married-af-spouse,civil union,civil ' +
    'partnership,domestic partner,domestic partnership,cohabiting,living with partner,in a ' +
    'relationship,engaged,together,absurd,alone,yolo,unmarried,partnered,common law,living together,now married,' +
    'ledig,verheiratet,geschieden,verwitwet,getrennt lebend,eingetragene lebenspartnerschaft,celibataire,marie,' +
    'mariee,divorce,divorcee,veuf,veuve,pacse,pacsee,union libre,concubinage,soltero,soltera,casado,casada,' +
    'divorciado,divorciada,viudo,viuda,union libre,separado,separada,' +
    'celibe,nubile,coniugato,coniugata,sposato,sposata,divorziato,divorziata,vedovo,vedova,separato,solteiro,' +
    'solteira,viuvo,viuva,uniao estavel,ongehuwd,gehuwd,gescheiden,weduwe,weduwnaar,samenwonend,alleenstaand,' +
    'getrouwd,' +
    'kawaler,panna,zonaty,zamezna,zonaty/zamezna,rozwiedziony,rozwiedziona,wdowiec,wdowa,wolny,wolna,ogift,gift,skild,' +
    'franskild,anka,ankling,sambo,ugift,skilt,fraskilt,enke,enkemand,enkemann,separeret,separert,naimaton,' +
    'naimisissa,eronnut,leski,avoliitossa,svobodny,svobodna,zenaty,vdana,rozvedeny,rozvedena,vdovec,vdova,' +
    'bekar,evli,bosanmıs,bosanmis,dul,αγαμος,αγαμη,εγγαμος,εγγαμη,παντρεμενος,παντρεμενη,διαζευγμενος,διαζευγμενη,' +
    'χηρος,χηρα,未婚,既婚,離婚,死別,独身'
  ).split(','),
);

export const maritalStatus = semanticType({
  id: 'marital_status',
  auditGroup: true,
  label: 'Marital status',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'boolean', 'integer', 'code'],
  range: [0, 12],
  valueCheck: (text) =>
    words.has(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) || maritalWords.has(fold(text.trim())),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: ['family_relationship', 'travel_purpose', 'gender'],
  positives: ['Single', 'Married', 'divorced', 'ledig', 'Célibataire', 'casada', 'Never-married', 'gehuwd'],
  negatives: ['yes', 'open', '1', 'Anna', 'active', 'other', 'pending', 'Berlin'],
  headers: [
    'marital_status',
    'Familienstand',
    'situation matrimoniale',
    'estado civil',
    'stato civile',
    'burgerlijke staat',
  ],
  source: 'Eurostat, marital status classification (2021)',
});
