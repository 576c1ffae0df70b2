import { choice, date, paragraph, reference, text, texts } from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { lawfulBases } from '#shared/domain/lawful-basis.ts';
import { compatibilityOutcomes } from '../vocabulary/lawful-bases.ts';

/** The test of a further purpose by its five factors (GDPR Art. 6(4)(a)–(e), recital 50; accountability.md b4). */
export const compatibility = recordKind({
  id: 'compatibility',
  bodyVersion: 1,
  prefix: 'CT',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    /** Id of a dataset of the workspace, and names of the columns that the further purpose would use. */
    dataset: text({ need: 'rule' }),
    columns: texts(),
    from: reference('purpose', { need: 'law', law: 'GDPR Art. 6(4)' }),
    to: reference('purpose', { need: 'law', law: 'GDPR Art. 6(4)' }),
    /** The basis on which the data came in: on consent the test cannot pass. */
    originalBasis: choice(lawfulBases, { need: 'law', law: 'GDPR Art. 6(4)' }),
    link: paragraph({ need: 'law', law: 'GDPR Art. 6(4)(a)' }),
    context: paragraph({ need: 'law', law: 'GDPR Art. 6(4)(b)' }),
    nature: paragraph({ need: 'law', law: 'GDPR Art. 6(4)(c)' }),
    consequences: paragraph({ need: 'law', law: 'GDPR Art. 6(4)(d)' }),
    safeguards: paragraph({ need: 'law', law: 'GDPR Art. 6(4)(e)' }),
    outcome: choice(compatibilityOutcomes, { need: 'law', law: 'GDPR Art. 6(4)' }),
    /** What the outcome rests on beside the factors: which new consent, which law. */
    ground: paragraph({ need: 'rule', law: 'GDPR Art. 6(4), 23(1), 89(1)' }),
    decidedBy: text({ need: 'rule' }),
    decidedOn: date({ need: 'rule' }),
    informedOn: date({ need: 'rule', law: 'GDPR Art. 13(3), 14(4)' }),
  },
});
