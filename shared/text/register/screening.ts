import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { highRiskWords, requiredCaseWords, screeningResultWords } from './options.ts';
import type { WordsOf } from './words.ts';

const answers = { yes: 'Yes', no: 'No', unknown: 'Not known yet' } as const;

/** Words of a screening for an impact assessment. */
export const screeningWords: WordsOf<(typeof recordKinds)['screening']['fields']> = {
  name: { label: 'Name', help: 'The screening in a few words.' },
  activity: { label: 'Activity', help: 'The processing activity that is screened.' },
  cases: {
    label: 'Cases of the law',
    help: 'Where one of these applies, an assessment is required (Art. 35(3)).',
    parts: {
      case: { label: 'Case', help: 'One of the three cases.', options: requiredCaseWords },
      answer: { label: 'Answer', help: 'Whether it applies.', options: answers },
      evidence: { label: 'Evidence', help: 'What shows it.' },
    },
  },
  criteria: {
    label: 'Nine criteria',
    help: 'Where two or more apply, an assessment is normally needed (WP248 rev.01).',
    parts: {
      criterion: { label: 'Criterion', help: 'One of the nine.', options: highRiskWords },
      answer: { label: 'Answer', help: 'Whether it applies.', options: answers },
      evidence: { label: 'Evidence', help: 'What shows it.' },
    },
  },
  nationalList: { label: 'National list', help: 'Entries of the authority’s list that apply (Art. 35(4)).' },
  exemption: { label: 'Exemption', help: 'Why none is needed by law or list (Art. 35(5), 35(10)).' },
  result: { label: 'Result', help: 'Whether an assessment is made.', options: screeningResultWords },
  reason: { label: 'Reason', help: 'Why; needed most where none is made.' },
  dpoAdvice: { label: 'Officer’s advice', help: 'What the data protection officer advised (Art. 35(2)).' },
  decidedBy: { label: 'Decided by', help: 'Who decided.' },
  decidedOn: { label: 'Decided on', help: 'The day of the decision.' },
};
