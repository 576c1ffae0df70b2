import { because } from '#shared/domain/reason.ts';
import { law01Text } from '#shared/text/register/rules/law-01-declared-purpose.ts';
import { declaredUses } from '../declared-uses.ts';
import { heldRecord } from '../held-records.ts';
import { ofDataset } from './about.ts';
import { exampleActivity, exampleColumn, exampleDataset, examplePurpose, exampleView } from './example-view.ts';
import { atField, recordEvidence, rule } from './rule.ts';

/** Every dataset is for a purpose that somebody approved. */
export const law01 = rule({
  id: 'R-LAW-01',
  ...law01Text,
  source: 'GDPR Art. 5(1)(a)–(b), 6(1)',
  rests: ['activity', 'binding', 'purpose'],
  of: 'dataset',
  judge: ({ snapshot, datasets }) =>
    datasets.map((dataset) => {
      const uses = declaredUses(snapshot, dataset);
      const purposes = [...new Set(uses.map(({ purpose }) => purpose))].flatMap(
        (id) => heldRecord(snapshot, 'purpose', id) ?? [],
      );
      const about = { about: ofDataset(dataset), columns: [] };
      if (purposes.length === 0)
        return {
          ...about,
          state: 'not-stated' as const,
          proofs: [],
          place: atField({ kind: 'binding', id: null }, 'purposes'),
          reason: because('no-purpose', { dataset: dataset.name }),
        };
      const draft = purposes.find(({ state }) => state !== 'approved');
      return {
        ...about,
        state: draft === undefined ? ('passed' as const) : ('needs-you' as const),
        proofs: [...purposes, ...uses.map(({ by }) => by)].map(recordEvidence),
        place: atField(draft ?? purposes[0]!, null),
        reason:
          draft === undefined
            ? because('approved', { dataset: dataset.name, purposes: purposes.length })
            : because('not-approved', { dataset: dataset.name, ref: draft.ref }),
      };
    }),
  examples: [
    {
      name: 'an approved purpose',
      view: exampleView([examplePurpose(), exampleActivity()]),
      state: 'passed',
      code: 'approved',
    },
    {
      name: 'a purpose that is a draft',
      view: exampleView([examplePurpose({}, { state: 'draft' }), exampleActivity()]),
      state: 'needs-you',
      code: 'not-approved',
    },
    {
      name: 'a dataset nobody declared',
      view: exampleView([examplePurpose()], [exampleDataset([exampleColumn('amount')])]),
      state: 'not-stated',
      code: 'no-purpose',
    },
  ],
});
