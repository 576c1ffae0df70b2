import { because } from '#shared/domain/reason.ts';
import { law03Text } from '#shared/text/register/rules/law-03-special-categories.ts';
import { valuesOf } from '../answer.ts';
import { activitiesFor } from '../declared-uses.ts';
import { heldRecords } from '../held-records.ts';
import { specialCategories } from '../vocabulary/lawful-bases.ts';
import { columnsFor, forNothing, notLookedAt, ofPurpose } from './about.ts';
import {
  exampleActivity,
  exampleColumn,
  exampleDataset,
  examplePurpose,
  exampleView,
  saidAll,
} from './example-view.ts';
import { atField, columnEvidence, recordEvidence, rule } from './rule.ts';
import type { RuleColumn } from './rule-view.ts';

const special = new Set<string>(specialCategories);
const religion = [exampleDataset([exampleColumn('faith', { flags: ['religion'] })])];

const shows = ({ flags }: RuleColumn): boolean => flags.some((flag) => special.has(flag));

/** Special categories of data are processed only under a condition of Art. 9(2), which the purpose names. */
export const law03 = rule({
  id: 'R-LAW-03',
  ...law03Text,
  source: 'GDPR Art. 9(1)–(2)',
  rests: ['activity', 'binding', 'purpose'],
  of: 'purpose',
  judge: (view) => [
    ...heldRecords(view.snapshot, 'purpose').flatMap((purpose) => {
      const held = columnsFor(view, purpose.id).flatMap(({ dataset, columns }) => {
        const names = columns.filter(shows).map(({ name }) => name);
        return names.length === 0 ? [] : [{ dataset, names }];
      });
      const declaring = activitiesFor(view.snapshot, purpose.id).filter(({ body }) =>
        valuesOf(body.dataItems).some((item) => item.special !== undefined || item.category === 'special'),
      );
      if (held.length === 0 && declaring.length === 0) return [];
      const conditions = valuesOf(purpose.body.art9Conditions);
      const about = ofPurpose(purpose);
      const met = conditions.length > 0;
      return [
        {
          about,
          columns: held.flatMap(({ names }) => names),
          state: met ? ('passed' as const) : ('blocked' as const),
          proofs: [
            recordEvidence(purpose),
            ...declaring.map(recordEvidence),
            ...held.map(({ dataset, names }) => columnEvidence(dataset, names)),
          ],
          place: atField(purpose, 'art9Conditions'),
          reason: met
            ? because('condition-named', { purpose: about.name, conditions: conditions.length })
            : because('no-condition', { purpose: about.name }),
        },
      ];
    }),
    ...forNothing(view, shows),
    ...notLookedAt(view),
  ],
  examples: [
    {
      name: 'such data that nobody declared a purpose for',
      view: exampleView([examplePurpose()], religion),
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
      name: 'religion under explicit consent',
      view: exampleView([examplePurpose({ art9Conditions: saidAll('explicit-consent') }), exampleActivity()], religion),
      state: 'passed',
      code: 'condition-named',
    },
    {
      name: 'religion without a condition',
      view: exampleView([examplePurpose(), exampleActivity()], religion),
      state: 'blocked',
      code: 'no-condition',
    },
    {
      name: 'health that an activity declares and no column shows',
      view: exampleView([
        examplePurpose(),
        exampleActivity({ dataItems: saidAll({ category: 'special', special: 'health' }) }),
      ]),
      state: 'blocked',
      code: 'no-condition',
    },
    {
      name: 'nothing special',
      view: exampleView([examplePurpose(), exampleActivity()]),
      state: 'does-not-apply',
      code: null,
    },
  ],
});
