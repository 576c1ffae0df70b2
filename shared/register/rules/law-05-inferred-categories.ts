import { because } from '#shared/domain/reason.ts';
import { law05Text } from '#shared/text/register/rules/law-05-inferred-categories.ts';
import { notLookedAt, ofDataset } from './about.ts';
import { exampleColumn, exampleDataset, exampleView } from './example-view.ts';
import { revealingTypes } from './revealing-types.ts';
import { columnEvidence, rule } from './rule.ts';

const revealing = new Set<string>(revealingTypes.types);

/** Columns whose values can reveal a special category are looked at by a person, who says whether they do. */
export const law05 = rule({
  id: 'R-LAW-05',
  ...law05Text,
  source: revealingTypes.source,
  rests: ['activity', 'binding', 'purpose'],
  of: 'dataset',
  judge: ({ datasets }) => [
    ...datasets.flatMap((dataset) => {
      const found = dataset.columns.filter(({ type }) => revealing.has(type));
      if (found.length === 0) return [];
      const open = found.filter(({ decided }) => !decided).map(({ name }) => name);
      const columns = open.length > 0 ? open : found.map(({ name }) => name);
      return [
        {
          about: ofDataset(dataset),
          columns,
          state: open.length > 0 ? ('needs-you' as const) : ('passed' as const),
          proofs: [columnEvidence(dataset, columns)],
          place: { at: 'dataset' as const, dataset: dataset.id, screen: 'classify' as const },
          reason: because(open.length > 0 ? 'undecided' : 'decided', { dataset: dataset.name }),
        },
      ];
    }),
    ...notLookedAt({ datasets }),
  ],
  examples: [
    {
      name: 'a column of which nothing tells what it holds',
      view: exampleView([], [exampleDataset([exampleColumn('x1', { notJudged: 'unknown', decided: false })])]),
      state: 'not-stated',
      code: 'not-looked-at',
    },
    {
      name: 'search terms that a person looked at',
      view: exampleView([], [exampleDataset([exampleColumn('search', { type: 'search_term' })])]),
      state: 'passed',
      code: 'decided',
    },
    {
      name: 'search terms nobody looked at',
      view: exampleView([], [exampleDataset([exampleColumn('search', { type: 'search_term', decided: false })])]),
      state: 'needs-you',
      code: 'undecided',
    },
    { name: 'amounts only', view: exampleView([]), state: 'does-not-apply', code: null },
  ],
});
