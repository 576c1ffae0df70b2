import { choice, date, items, may, must, paragraph, reference, text, texts } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { highRiskCriteria, requiredCases, screeningResults } from '../vocabulary/impact-assessment.ts';

const answers = ['yes', 'no', 'unknown'] as const;

/** Whether an activity needs a data protection impact assessment (GDPR Art. 35(1), (3); WP248 rev.01), and why. */
export const screening = recordKind({
  id: 'screening',
  bodyVersion: 1,
  prefix: 'DS',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    activity: reference('activity', { need: 'law', law: 'GDPR Art. 35(1)' }),
    cases: items(
      { case: must(choice(requiredCases)), answer: must(choice(answers)), evidence: may(text()) },
      { need: 'law', law: 'GDPR Art. 35(3)' },
    ),
    criteria: items(
      { criterion: must(choice(highRiskCriteria)), answer: must(choice(answers)), evidence: may(text()) },
      { need: 'law', law: 'GDPR Art. 35(1)' },
    ),
    nationalList: texts({ need: 'rule', law: 'GDPR Art. 35(4)' }),
    exemption: paragraph({ law: 'GDPR Art. 35(5), 35(10)' }),
    result: choice(screeningResults, { need: 'law', law: 'GDPR Art. 35(1)' }),
    reason: paragraph({ need: 'law', law: 'GDPR Art. 5(2), 35(1)' }),
    dpoAdvice: paragraph({ need: 'law', law: 'GDPR Art. 35(2)' }),
    decidedBy: text({ need: 'rule' }),
    decidedOn: date({ need: 'rule' }),
  },
});
