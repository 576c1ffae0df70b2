import { choice, choices, date, durationField, paragraph, text, yesNo } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { dataCategories } from '../vocabulary/people-and-data.ts';
import { expiryActions, startEvents } from '../vocabulary/retention-and-security.ts';

/** How long data of a kind are kept, or by which criteria (GDPR Art. 5(1)(e), 30(1)(f); accountability.md b7). */
export const retention = recordKind({
  id: 'retention',
  bodyVersion: 1,
  prefix: 'RT',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    dataCategories: choices(dataCategories, { need: 'law', law: 'GDPR Art. 30(1)(f)' }),
    duration: durationField({ need: 'law', law: 'GDPR Art. 30(1)(f)' }),
    /** In place of a duration: by what the end is judged. */
    criteria: paragraph({ law: 'GDPR Art. 13(2)(a)' }),
    startEvent: choice(startEvents, { need: 'rule' }),
    action: choice(expiryActions, { need: 'rule' }),
    legalReason: text(),
    legalHold: yesNo(),
    reviewOn: date(),
  },
});
