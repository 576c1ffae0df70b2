import { because } from '#shared/domain/reason.ts';
import { law06Text } from '#shared/text/register/rules/law-06-consent-shown.ts';
import { valueOf } from '../answer.ts';
import { heldRecords } from '../held-records.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { basisUnknown, columnsFor, ofPurpose } from './about.ts';
import { exampleActivity, exampleColumn, exampleDataset, examplePurpose, exampleView, said } from './example-view.ts';
import { columnEvidence, recordEvidence, rule } from './rule.ts';

const onConsent = examplePurpose({ basis: said('consent') });

/** Where a purpose rests on consent, its datasets say of each row whether it was given. */
export const law06 = rule({
  id: 'R-LAW-06',
  ...law06Text,
  source: 'GDPR Art. 6(1)(a), 7(1)',
  rests: ['activity', 'binding', 'purpose'],
  of: 'purpose',
  judge: (view) => {
    const purposes = heldRecords(view.snapshot, 'purpose');
    const used = ({ body, id }: RecordVersion<'purpose'>): boolean =>
      valueOf(body.basis) === undefined && columnsFor(view, id).length > 0;
    const resting = purposes.filter(({ body }) => valueOf(body.basis) === 'consent');
    return [
      ...purposes.filter(used).map(basisUnknown),
      ...resting.flatMap((purpose) =>
        columnsFor(view, purpose.id).map(({ dataset }) => {
          const preset = valueOf(purpose.body.preset);
          const ledger = dataset.consentLedger.filter((link) => link.purpose === preset).map(({ column }) => column);
          const said = dataset.columns.filter(({ flags }) => flags.includes('consent')).map(({ name }) => name);
          const columns = ledger.length > 0 ? ledger : said;
          const about = ofPurpose(purpose);
          const code =
            ledger.length > 0 ? 'consent-ledger' : columns.length > 0 ? 'consent-column' : 'no-consent-column';
          return {
            about,
            columns,
            state: columns.length > 0 ? ('passed' as const) : ('not-stated' as const),
            proofs: [recordEvidence(purpose), columnEvidence(dataset, columns)],
            place: { at: 'dataset' as const, dataset: dataset.id, screen: 'classify' as const },
            reason: because(code, { purpose: about.name, dataset: dataset.name }),
          };
        }),
      ),
    ];
  },
  examples: [
    {
      name: 'a basis that nobody stated',
      view: exampleView([examplePurpose({ basis: undefined }), exampleActivity()]),
      state: 'not-stated',
      code: 'basis-unknown',
    },
    {
      name: 'a column of consent',
      view: exampleView(
        [onConsent, exampleActivity()],
        [exampleDataset([exampleColumn('opt_in', { flags: ['consent'] })])],
      ),
      state: 'passed',
      code: 'consent-column',
    },
    {
      name: 'people whom the ledger knows',
      view: exampleView(
        [onConsent, exampleActivity()],
        [
          exampleDataset([exampleColumn('member')], {
            consentLedger: [{ purpose: 'p1-find-segments', column: 'member' }],
          }),
        ],
      ),
      state: 'passed',
      code: 'consent-ledger',
    },
    {
      name: 'no column of consent',
      view: exampleView([onConsent, exampleActivity()]),
      state: 'not-stated',
      code: 'no-consent-column',
    },
    {
      name: 'another basis',
      view: exampleView([examplePurpose(), exampleActivity()]),
      state: 'does-not-apply',
      code: null,
    },
  ],
});
