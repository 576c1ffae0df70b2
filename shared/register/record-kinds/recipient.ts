import { choice, choices, countryField, date, paragraph, text, texts, yesNo } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { dataCategories } from '../vocabulary/people-and-data.ts';
import { receivedForms, recipientKinds } from '../vocabulary/recipients-and-transfers.ts';

/** Whoever data are disclosed to (GDPR Art. 4(9), accountability.md b5). */
export const recipient = recordKind({
  id: 'recipient',
  bodyVersion: 1,
  prefix: 'RC',
  title: 'name',
  fields: {
    name: text({ need: 'law', law: 'GDPR Art. 30(1)(d)' }),
    /** Other names by which releases call the same recipient. */
    alsoCalled: texts(),
    kind: choice(recipientKinds, { need: 'law', law: 'GDPR Art. 30(1)(d)' }),
    country: countryField({ need: 'rule', law: 'GDPR Art. 44' }),
    contact: text(),
    contract: text({ need: 'rule', law: 'GDPR Art. 26, 28(3)' }),
    clausesChecked: choices(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { law: 'GDPR Art. 28(3)(a)–(h)' }),
    dataReceived: choices(dataCategories),
    form: choices(receivedForms),
    canReidentify: yesNo({ law: 'CJEU C-413/23 P' }),
    canReidentifyWhy: paragraph(),
    since: date(),
    until: date(),
    deletionConfirmedOn: date({ law: 'GDPR Art. 19' }),
  },
});
