import { countryField, paragraph, text } from '../field.ts';
import { recordKind } from '../record-kind.ts';

/** A system that personal data lie in (accountability.md b2 `systems`). */
export const system = recordKind({
  id: 'system',
  bodyVersion: 1,
  prefix: 'SY',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    vendor: text(),
    location: text({ need: 'advised' }),
    hostedIn: countryField({ need: 'rule', law: 'GDPR Art. 44' }),
    description: paragraph(),
  },
});
