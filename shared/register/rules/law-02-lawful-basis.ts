import { because } from '#shared/domain/reason.ts';
import { law02Text } from '#shared/text/register/rules/law-02-lawful-basis.ts';
import { valueOf } from '../answer.ts';
import { heldRecords } from '../held-records.ts';
import { ofPurpose } from './about.ts';
import { examplePurpose, exampleView } from './example-view.ts';
import { atField, recordEvidence, rule } from './rule.ts';

/** Every purpose rests on one lawful basis, and says why it holds. */
export const law02 = rule({
  id: 'R-LAW-02',
  ...law02Text,
  source: 'GDPR Art. 5(2), 6(1)',
  rests: ['purpose'],
  of: 'purpose',
  judge: ({ snapshot }) =>
    heldRecords(snapshot, 'purpose').map((purpose) => {
      const basis = valueOf(purpose.body.basis);
      const about = ofPurpose(purpose);
      const found = { about, columns: [], proofs: [recordEvidence(purpose)] };
      if (basis === undefined)
        return {
          ...found,
          state: 'not-stated' as const,
          place: atField(purpose, 'basis'),
          reason: because('no-basis', { purpose: about.name }),
        };
      const justified = (valueOf(purpose.body.justification) ?? '') !== '';
      return {
        ...found,
        state: justified ? ('passed' as const) : ('needs-you' as const),
        place: atField(purpose, 'justification'),
        reason: because(justified ? 'justified' : 'no-justification', { purpose: about.name, basis }),
      };
    }),
  examples: [
    { name: 'a basis with its reason', view: exampleView([examplePurpose()]), state: 'passed', code: 'justified' },
    {
      name: 'a basis without a reason',
      view: exampleView([examplePurpose({ justification: undefined })]),
      state: 'needs-you',
      code: 'no-justification',
    },
    {
      name: 'no basis',
      view: exampleView([examplePurpose({ basis: undefined })]),
      state: 'not-stated',
      code: 'no-basis',
    },
  ],
});
