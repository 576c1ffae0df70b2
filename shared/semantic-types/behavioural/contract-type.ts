import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { termWords } from '../value-words/index.ts';

const words = new Set(
  (
    'month-to-month,month to month,one year,two year,1 year,2 year,12 months,24 months,monthly,annual,annually,' +
    'yearly,quarterly,half-yearly,semi-annual,weekly,biweekly,one-time,one time,one-off,monatlich,jahrlich,' +
    'vierteljahrlich,halbjahrlich,quartalsweise,einmalig,mensuel,mensuelle,annuel,annuelle,trimestriel,semestriel,' +
    'bisannuel,ponctuel,mensual,anual,trimestral,semestral,bimestral,unico,mensile,annuale,trimestrale,semestrale,' +
    'mensal,maandelijks,jaarlijks,per kwartaal,per maand,per jaar,maand,kwartaal,jaar,eenmalig'
  ).split(','),
);

/** The kind of contract; alone only by how long it runs or how often it is paid. */
export const contractType = semanticType({
  id: 'contract_type',
  label: 'Kind of contract',
  class: 'non_pii',
  category: 'behavioral',
  flags: [],
  accepts: ['category', 'text', 'integer', 'boolean'],
  valueCheck: (text) => words.has(fold(text)) || termWords.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.8, minDistinct: 2, alone: true },
  lookAlikes: ['billing_preference', 'employment_type', 'purchase_frequency'],
  positives: ['Month-to-month', 'One year', 'Two year', 'monthly', 'jährlich', 'mensuel', 'mensile', 'maandelijks'],
  negatives: ['yes', 'Anna', '1', 'Berlin', 'sometimes', 'gold', '12', 'open'],
  headers: ['Contract', 'Vertragsart', 'type de contrat', 'tipo de contrato', 'contracttype'],
  source: 'taxonomy 6e',
});
