import { choices, date, paragraph, reference, references, text } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { noticeElements } from '../vocabulary/notice-elements.ts';

/**
 * What people are told of one purpose (GDPR Art. 13, 14). The text is generated from the register and belongs to nobody
 * until a person takes it over; which elements it lacked then is kept with it.
 */
export const notice = recordKind({
  id: 'notice',
  bodyVersion: 1,
  prefix: 'NO',
  title: 'title',
  fields: {
    title: text({ need: 'rule' }),
    purpose: reference('purpose', { need: 'law', law: 'GDPR Art. 13(1)(c), 14(1)(c)' }),
    text: paragraph({ need: 'law', law: 'GDPR Art. 12(1), 13, 14' }),
    missing: choices(noticeElements, { law: 'GDPR Art. 13, 14' }),
    recipients: references('recipient', { law: 'GDPR Art. 13(1)(e), 14(1)(e)' }),
    takenOverBy: text({ need: 'rule' }),
    validFrom: date({ need: 'rule' }),
    validTo: date(),
    toldWhere: text({ need: 'rule', law: 'GDPR Art. 12(1)' }),
  },
});
