import { because } from '#shared/domain/reason.ts';
import { ret01Text } from '#shared/text/register/rules/ret-01-period-for-everything.ts';
import { ofDataset } from './about.ts';
import { exampleColumn, exampleDataset, exampleView } from './example-view.ts';
import { columnEvidence, rule } from './rule.ts';
import type { RuleDataset } from './rule-view.ts';

const email = exampleColumn('email', { type: 'email_address', pointsAtPeople: true });
const cookie = exampleColumn('cookie_id', { type: 'cookie_id', pointsAtPeople: true });
const withRules = (columns: (typeof email)[], retention: RuleDataset['retention']) =>
  exampleView([], [exampleDataset(columns, { retention })]);

/** What of a dataset no rule of retention is about, and why that is so; null: nothing. */
function withoutRule({ columns, retention }: RuleDataset, people: readonly string[]) {
  if (retention.ofRows) return null;
  if (retention.columns.length === 0) return { code: 'no-rule' as const, columns: [...people] };
  const rest = people.filter((name) => !retention.columns.includes(name));
  const named = columns.filter(({ name }) => rest.includes(name)).map(({ name }) => name);
  return named.length === 0 ? null : { code: 'columns-without-rule' as const, columns: named };
}

/** Every dataset, and every kind of identifier in it, has a rule of retention. */
export const ret01 = rule({
  id: 'R-RET-01',
  ...ret01Text,
  source: 'GDPR Art. 5(1)(e), recital 39',
  rests: [],
  of: 'dataset',
  judge: ({ datasets }) =>
    datasets.flatMap((dataset) => {
      const people = dataset.columns.filter(({ pointsAtPeople }) => pointsAtPeople).map(({ name }) => name);
      if (people.length === 0) return [];
      const open = withoutRule(dataset, people);
      const columns = open?.columns ?? people;
      const state =
        open?.code === 'no-rule'
          ? 'blocked'
          : open !== null
            ? 'needs-you'
            : dataset.retention.decided
              ? 'passed'
              : 'not-stated';
      const code = open?.code ?? (dataset.retention.decided ? 'ruled' : 'length-undecided');
      return [
        {
          about: ofDataset(dataset),
          columns,
          state,
          proofs: [columnEvidence(dataset, columns)],
          place: { at: 'dataset' as const, dataset: dataset.id, screen: 'retention' as const },
          reason: because(code, { dataset: dataset.name }),
        },
      ];
    }),
  examples: [
    {
      name: 'people, and no rule at all',
      view: withRules([email], { ofRows: false, columns: [], decided: true }),
      state: 'blocked',
      code: 'no-rule',
    },
    {
      name: 'a rule for cookies, none for the addresses beside them',
      view: withRules([email, cookie], { ofRows: false, columns: ['cookie_id'], decided: true }),
      state: 'needs-you',
      code: 'columns-without-rule',
    },
    {
      name: 'a rule whose length nobody decided',
      view: withRules([email], { ofRows: true, columns: [], decided: false }),
      state: 'not-stated',
      code: 'length-undecided',
    },
    {
      name: 'a rule for the rows',
      view: withRules([email, cookie], { ofRows: true, columns: [], decided: true }),
      state: 'passed',
      code: 'ruled',
    },
    {
      name: 'a rule for every column of people',
      view: withRules([cookie], { ofRows: false, columns: ['cookie_id'], decided: true }),
      state: 'passed',
      code: 'ruled',
    },
    {
      name: 'nothing that points at people',
      view: withRules([exampleColumn('amount')], { ofRows: false, columns: [], decided: true }),
      state: 'does-not-apply',
      code: null,
    },
  ],
});
