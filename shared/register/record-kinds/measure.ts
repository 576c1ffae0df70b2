import { choice, date, paragraph, text } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { measureKinds } from '../vocabulary/retention-and-security.ts';

/** A technical or organisational security measure (GDPR Art. 32(1)). */
export const measure = recordKind({
  id: 'measure',
  bodyVersion: 1,
  prefix: 'SM',
  title: 'name',
  fields: {
    name: text({ need: 'law', law: 'GDPR Art. 30(1)(g), 32(1)' }),
    kind: choice(measureKinds, { need: 'law', law: 'GDPR Art. 32(1)(a)–(d)' }),
    description: paragraph({ need: 'law', law: 'GDPR Art. 30(1)(g)' }),
    scope: text(),
    evidence: text(),
    testedOn: date({ law: 'GDPR Art. 32(1)(d)' }),
  },
});
