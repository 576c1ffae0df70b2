import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { employmentWords } from '../value-words/index.ts';

const words = longPattern('i')`
  ^(?:
    (?:un|not |self[- ]?)?employed(?:\b.*)?|employed(?:\b.*)?|working(?: (?:full|part)[- ]time)?|
    (?:full|part)[- ]time(?: employed| worker)?|retired|homemaker|student|on leave|terminated.*|
    voluntarily terminated|laid off|arbeitslos|erwerbslos|erwerbstätig|angestellt|berentet|rentner(?:in)?|
    in ausbildung|salarié(?:e)?|au chômage|chômeu(?:r|se)|retraité(?:e)?|sans emploi|en activité|empleado|
    desempleado|jubilado|parado|occupato|disoccupato|pensionato|empregado|desempregado|aposentado|werkzaam|
    werkloos|gepensioneerd|in loondienst
  )$
`;

export const employmentStatus = semanticType({
  id: 'employment_status',
  label: 'Employment status',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'boolean', 'integer', 'code'],
  valueCheck: (text) => text.length < 60 && (words.test(text.trim()) || employmentWords.has(fold(text.trim()))),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 2, alone: true },
  lookAlikes: ['occupation', 'job_title', 'employment_type'],
  positives: [
    'Employed',
    'unemployed',
    'Retired',
    'Self-employed',
    'Not employed, looking',
    'arbeitslos',
    'retraité',
    'desempleado',
  ],
  negatives: ['yes', 'Manager', '1', 'Berlin', 'active', 'open', 'Anna', '2024-01-01'],
  headers: ['employment_status', 'Erwerbsstatus', 'situation professionnelle', 'situación laboral', 'arbeidsstatus'],
  source: 'ILO ICSE-18 (2018)',
});
