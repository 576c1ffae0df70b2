import { choice, choices, countryField, date, paragraph, reference, text } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { dataCategories } from '../vocabulary/people-and-data.ts';
import { transferMechanisms } from '../vocabulary/recipients-and-transfers.ts';

/** A transfer to a third country or an international organisation (GDPR Art. 44–49, accountability.md b6). */
export const transfer = recordKind({
  id: 'transfer',
  bodyVersion: 1,
  prefix: 'TR',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    recipient: reference('recipient', { need: 'law', law: 'GDPR Art. 30(1)(e)' }),
    country: countryField({ need: 'law', law: 'GDPR Art. 30(1)(e)' }),
    internationalOrganisation: text({ law: 'GDPR Art. 30(1)(e)' }),
    mechanism: choice(transferMechanisms, { need: 'law', law: 'GDPR Art. 44–49' }),
    safeguardDocument: text({ need: 'law', law: 'GDPR Art. 30(1)(e), 49(1)' }),
    adequacyCheckedOn: date({ law: 'GDPR Art. 45(3)' }),
    impactAssessment: paragraph({ law: 'CJEU C-311/18' }),
    dataCategories: choices(dataCategories),
    onwardTransfer: text(),
    startsOn: date(),
    endsOn: date(),
    suspendedOn: date(),
  },
});
