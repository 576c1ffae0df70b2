import { choice, choices, date, paragraph, reference, text, yesNo } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { lawfulBases } from '#shared/domain/lawful-basis.ts';
import { art9Conditions } from '../vocabulary/lawful-bases.ts';

/** A purpose as declared (accountability.md b4): one lawful basis, and why it holds. */
export const declaredPurpose = recordKind({
  id: 'purpose',
  bodyVersion: 1,
  prefix: 'PU',
  title: 'title',
  fields: {
    title: text({ need: 'law', law: 'GDPR Art. 5(1)(b), 30(1)(b)' }),
    description: paragraph({ need: 'law', law: 'GDPR Art. 5(1)(b), 13(1)(c)' }),
    /** Id of a purpose of the program or of the workspace: `p1-find-segments`. */
    preset: text({ need: 'rule' }),
    basis: choice(lawfulBases, { need: 'law', law: 'GDPR Art. 6(1)' }),
    justification: paragraph({ need: 'law', law: 'GDPR Art. 5(2), 6' }),
    art9Conditions: choices(art9Conditions, { need: 'rule', law: 'GDPR Art. 9(2)' }),
    art10Authority: text({ need: 'rule', law: 'GDPR Art. 10' }),
    directMarketing: yesNo({ law: 'GDPR Art. 21(2)' }),
    targeting: yesNo({ need: 'rule' }),
    parent: reference('purpose'),
    benefit: paragraph({ need: 'rule' }),
    validFrom: date(),
    validTo: date(),
  },
});
