import { choice, countries, date, durationField, items, may, must, paragraph, text } from '../field.ts';
import { recordKind } from '../record-kind.ts';

/** Who keeps the register (accountability.md b1): one record, referred to by every activity. */
export const organisation = recordKind({
  id: 'organisation',
  bodyVersion: 1,
  prefix: null,
  title: 'name',
  fields: {
    name: text({ need: 'law', law: 'GDPR Art. 30(1)(a)' }),
    address: paragraph({ need: 'law', law: 'GDPR Art. 30(1)(a)' }),
    email: text({ need: 'law', law: 'GDPR Art. 30(1)(a)' }),
    phone: text({ need: 'advised', law: 'GDPR Art. 30(1)(a)' }),
    jointControllers: items(
      { name: must(text()), contact: must(text()), arrangement: may(text()) },
      { need: 'law', law: 'GDPR Art. 26, 30(1)(a)' },
    ),
    representative: items(
      { name: must(text()), contact: must(text()) },
      { need: 'law', law: 'GDPR Art. 27, 30(1)(a)' },
    ),
    dpo: items(
      {
        name: must(text()),
        email: must(text()),
        phone: may(text()),
        designatedOn: may(date()),
        publishedOn: may(date()),
      },
      { need: 'law', law: 'GDPR Art. 37–39, 30(1)(a)' },
    ),
    role: choice(['controller', 'joint-controller', 'processor', 'sub-processor']),
    leadAuthority: items({ name: must(text()), country: may(text()), portal: may(text()) }, { law: 'GDPR Art. 56' }),
    employees: choice(['under-250', '250-to-749', '750-or-more'], { law: 'GDPR Art. 30(5)' }),
    inactivityPeriod: durationField({ need: 'rule', law: 'GDPR Art. 5(1)(e)' }),
    reviewInterval: durationField({ need: 'rule' }),
    countries: countries({ need: 'rule' }),
  },
});
