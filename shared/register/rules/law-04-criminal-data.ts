import { because } from '#shared/domain/reason.ts';
import { law04Text } from '#shared/text/register/rules/law-04-criminal-data.ts';
import { valueOf } from '../answer.ts';
import { activitiesFor } from '../declared-uses.ts';
import { heldRecords } from '../held-records.ts';
import { columnsFor, forNothing, notLookedAt, ofPurpose } from './about.ts';
import { exampleActivity, exampleColumn, exampleDataset, examplePurpose, exampleView, said } from './example-view.ts';
import { atField, columnEvidence, recordEvidence, rule } from './rule.ts';
import type { RuleColumn } from './rule-view.ts';

const convictions = [exampleDataset([exampleColumn('conviction', { flags: ['criminal'] })])];

const shows = ({ flags }: RuleColumn): boolean => flags.includes('criminal');

/** Data on criminal offences are processed only under official authority or a law that allows it. */
export const law04 = rule({
  id: 'R-LAW-04',
  ...law04Text,
  source: 'GDPR Art. 10',
  rests: ['activity', 'binding', 'purpose'],
  of: 'purpose',
  judge: (view) => [
    ...heldRecords(view.snapshot, 'purpose').flatMap((purpose) => {
      const held = columnsFor(view, purpose.id).flatMap(({ dataset, columns }) => {
        const names = columns.filter(shows).map(({ name }) => name);
        return names.length === 0 ? [] : [{ dataset, names }];
      });
      const declaring = activitiesFor(view.snapshot, purpose.id).filter(
        ({ body }) => valueOf(body.criminalData) === 'yes',
      );
      if (held.length === 0 && declaring.length === 0) return [];
      const authority = valueOf(purpose.body.art10Authority);
      const about = ofPurpose(purpose);
      return [
        {
          about,
          columns: held.flatMap(({ names }) => names),
          state: authority === undefined ? ('blocked' as const) : ('passed' as const),
          proofs: [
            recordEvidence(purpose),
            ...declaring.map(recordEvidence),
            ...held.map(({ dataset, names }) => columnEvidence(dataset, names)),
          ],
          place: atField(purpose, 'art10Authority'),
          reason: because(authority === undefined ? 'no-authority' : 'authority-named', { purpose: about.name }),
        },
      ];
    }),
    ...forNothing(view, shows),
    ...notLookedAt(view),
  ],
  examples: [
    {
      name: 'such data that nobody declared a purpose for',
      view: exampleView([examplePurpose()], convictions),
      state: 'not-stated',
      code: 'for-nothing',
    },
    {
      name: 'a column of which nothing tells what it holds',
      view: exampleView(
        [examplePurpose(), exampleActivity()],
        [exampleDataset([exampleColumn('x1', { notJudged: 'unknown' })])],
      ),
      state: 'not-stated',
      code: 'not-looked-at',
    },
    {
      name: 'a law that allows it',
      view: exampleView(
        [examplePurpose({ art10Authority: said('§ 1 of an invented act') }), exampleActivity()],
        convictions,
      ),
      state: 'passed',
      code: 'authority-named',
    },
    {
      name: 'no authority',
      view: exampleView([examplePurpose(), exampleActivity()], convictions),
      state: 'blocked',
      code: 'no-authority',
    },
    { name: 'no such data', view: exampleView([examplePurpose()]), state: 'does-not-apply', code: null },
  ],
});
