import { choice, date, paragraph, reference, text, yesNo } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { interestHolders, weighingOutcomes } from '../vocabulary/lawful-bases.ts';

/**
 * An assessment of legitimate interests (GDPR Art. 6(1)(f), recital 47; accountability.md b15): whose interest it is,
 * whether the processing is needed for it, and whether people’s interests outweigh it.
 */
export const legitimateInterests = recordKind({
  id: 'legitimate-interests',
  bodyVersion: 1,
  prefix: 'LI',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    purpose: reference('purpose', { need: 'law', law: 'GDPR Art. 6(1)(f)' }),
    interest: paragraph({ need: 'law', law: 'GDPR Art. 6(1)(f), 13(1)(d)' }),
    whose: choice(interestHolders, { need: 'law', law: 'GDPR Art. 6(1)(f)' }),
    necessity: paragraph({ need: 'law', law: 'GDPR Art. 6(1)(f)' }),
    lessIntrusive: paragraph({ need: 'rule', law: 'GDPR Art. 6(1)(f)' }),
    nature: paragraph({ need: 'rule', law: 'GDPR Art. 6(1)(f)' }),
    expectations: paragraph({ need: 'law', law: 'GDPR Art. 6(1)(f), recital 47' }),
    impact: paragraph({ need: 'law', law: 'GDPR Art. 6(1)(f)' }),
    children: yesNo({ need: 'rule', law: 'GDPR Art. 6(1)(f), recital 38' }),
    safeguards: paragraph({ need: 'rule', law: 'GDPR Art. 6(1)(f)' }),
    optOut: paragraph({ need: 'rule', law: 'GDPR Art. 21' }),
    outcome: choice(weighingOutcomes, { need: 'law', law: 'GDPR Art. 5(2), 6(1)(f)' }),
    decidedBy: text({ need: 'rule' }),
    decidedOn: date({ need: 'rule' }),
    reviewOn: date({ need: 'rule' }),
  },
});
