import { choice, date, items, may, must, paragraph, reference, text, texts, yesNo } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { assessmentDecisions, fearedEvents, riskLevels } from '../vocabulary/impact-assessment.ts';

/**
 * A data protection impact assessment (GDPR Art. 35(7); accountability.md b11). What the register says already, the
 * processing, its data, purposes, recipients and measures, is said there; here stands what only an assessment says.
 */
export const assessment = recordKind({
  id: 'assessment',
  bodyVersion: 1,
  prefix: 'DP',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    activity: reference('activity', { need: 'law', law: 'GDPR Art. 35(1)' }),
    screening: reference('screening', { need: 'rule' }),
    team: texts({ need: 'rule' }),
    scope: paragraph({ need: 'rule' }),
    materials: texts(),
    publication: choice(['whole', 'summary', 'none']),
    phases: items(
      { phase: must(choice(['collection', 'use', 'storage', 'sharing', 'deletion'])), operations: must(text()) },
      { need: 'law', law: 'GDPR Art. 35(7)(a)' },
    ),
    codesOfConduct: texts({ law: 'GDPR Art. 35(8)' }),
    rights: paragraph({ need: 'law', law: 'GDPR Art. 12–22, 35(7)(b)' }),
    necessity: paragraph({ need: 'law', law: 'GDPR Art. 35(7)(b)' }),
    proportionality: paragraph({ need: 'law', law: 'GDPR Art. 35(7)(b)' }),
    method: paragraph({ need: 'rule' }),
    risks: items(
      {
        event: must(choice(fearedEvents)),
        /** `design`: also where everything works as meant; `accident`: where something goes wrong. */
        arises: must(choice(['design', 'accident'])),
        from: may(text()),
        impact: must(text()),
        severity: must(choice(riskLevels)),
        likelihood: must(choice(riskLevels)),
        controls: may(text()),
        residualSeverity: may(choice(riskLevels)),
        residualLikelihood: may(choice(riskLevels)),
        acceptedBy: may(text()),
      },
      { need: 'law', law: 'GDPR Art. 35(7)(c)' },
    ),
    measures: items(
      {
        what: must(text()),
        against: may(choice(fearedEvents)),
        owner: may(text()),
        due: may(date()),
        doneOn: may(date()),
        evidence: may(text()),
      },
      { need: 'law', law: 'GDPR Art. 35(7)(d)' },
    ),
    dpoName: text({ need: 'law', law: 'GDPR Art. 35(2), 39(1)(c)' }),
    dpoAdvice: paragraph({ need: 'law', law: 'GDPR Art. 35(2)' }),
    dpoFollowed: yesNo({ need: 'rule', law: 'GDPR Art. 35(2)' }),
    views: paragraph({ need: 'law', law: 'GDPR Art. 35(9)' }),
    viewsNotSought: paragraph({ law: 'GDPR Art. 35(9)' }),
    decision: choice(assessmentDecisions, { need: 'law', law: 'GDPR Art. 35(1), 36(1)' }),
    conditions: texts(),
    justification: paragraph({ need: 'rule', law: 'GDPR Art. 5(2)' }),
    consultation: items({ sentOn: must(date()), answerDue: may(date()), answer: may(text()) }, { law: 'GDPR Art. 36' }),
    completedOn: date({ need: 'rule' }),
    approvedBy: text({ need: 'rule' }),
    approvedOn: date({ need: 'rule' }),
    reviewOn: date({ need: 'law', law: 'GDPR Art. 35(11)' }),
  },
});
