import { describe, expect, it } from 'vitest';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { RetentionChoice, RetentionRuleId } from '#shared/domain/retention.ts';
import { policyOn } from '#shared/policy/index.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { bindRules } from './bind-rules.ts';
import { isNoAct } from './no-act.ts';
import { rulesInForce } from './rule-in-force.ts';

const rules = rulesInForce({ decisions: [], own: [] }, policyOn('2026-11-30'));
const column = (name: string, type: SemanticTypeId, ...flags: ColumnFlag[]) => ({ name, type, flags });
const choice = (rule: RetentionRuleId, rest: Partial<RetentionChoice>): RetentionChoice => ({
  datasetId: 'd',
  rule,
  column: '',
  applies: true,
  starts: null,
  undated: null,
  reason: 'r',
  by: 'b',
  at: 'a',
  ...rest,
});
const bound = (
  columns: ReturnType<typeof column>[],
  { person = null, choices = [] }: { person?: string | null; choices?: RetentionChoice[] } = {},
) =>
  bindRules(rules, columns, { person, choices }).map(
    ({ rule, column: of, starts, latest, by, person: who, notActs }) => ({
      rule: rule.preset.id,
      of,
      starts,
      latest,
      by,
      who,
      notActs,
    }),
  );

const customers = [
  column('customer_id', 'customer_id'),
  column('cookie_id', 'cookie_id'),
  column('cookie_first_seen', 'date_event', 'timestamp'),
  column('cookie_last_seen', 'timestamp', 'timestamp'),
  column('signup_date', 'signup_date', 'timestamp'),
  column('last_login', 'timestamp', 'timestamp'),
  column('last_mail_opened', 'engagement_timestamp', 'timestamp'),
  column('updated_at', 'timestamp', 'timestamp'),
  column('date_of_birth', 'date_of_birth'),
];

describe('rules on a table', () => {
  it('an identifier counts from the first of the dates that bear its name', () => {
    expect(bound(customers).find(({ rule }) => rule === 'cookie-ids')).toEqual({
      rule: 'cookie-ids',
      of: 'cookie_id',
      starts: ['cookie_first_seen', 'cookie_last_seen'],
      latest: false,
      by: 'named-as-identifier',
      who: null,
      notActs: [],
    });
  });
  it('one without such a date counts from the last date of its row, birthdays never', () => {
    const found = bound([...customers.slice(0, 2), ...customers.slice(4)]).find(({ rule }) => rule === 'cookie-ids');
    expect(found).toMatchObject({
      starts: ['signup_date', 'last_login', 'last_mail_opened', 'updated_at'],
      latest: true,
      by: 'dates-of-row',
    });
  });
  it('days of which some cannot be read are no identifiers, though they were taken for such', () => {
    const found = bound([
      column('cookie_id', 'cookie_id'),
      column('cookie_first_seen', 'cookie_id'),
      column('last_login', 'timestamp', 'timestamp'),
    ]);
    expect(found.map(({ of, starts, by }) => [of, starts, by])).toEqual([
      ['cookie_id', ['cookie_first_seen'], 'named-as-identifier'],
    ]);
  });
  it('only what the person did counts as use', () => {
    expect(bound(customers, { person: 'customer_id' }).find(({ rule }) => rule === 'unused-customers')).toEqual({
      rule: 'unused-customers',
      of: '',
      starts: ['signup_date', 'last_login'],
      latest: true,
      by: 'acts',
      who: 'customer_id',
      notActs: ['cookie_first_seen', 'cookie_last_seen', 'last_mail_opened', 'updated_at'],
    });
  });
  it('rows of orders are no customers, whoever they name', () => {
    const orders = [
      column('order_id', 'order_id'),
      column('customer_id', 'customer_id'),
      column('ordered', 'order_date', 'timestamp'),
    ];
    expect(bound(orders).map(({ rule, starts }) => [rule, starts])).toEqual([['transactions', ['ordered']]]);
  });
  it('a table without a date is bound all the same, and says that none tells', () => {
    expect(bound([column('email', 'email_address')])).toMatchObject([
      { rule: 'unused-customers', starts: [], by: 'none' },
    ]);
  });
  it('a person’s choice is before the proposal', () => {
    const chosen = bound(customers, {
      choices: [
        choice('cookie-ids', { column: 'cookie_id', applies: false }),
        choice('unused-customers', { starts: ['last_login'] }),
        choice('prospects', {}),
      ],
    });
    expect(chosen.map(({ rule, starts, by }) => [rule, starts, by])).toEqual([
      ['unused-customers', ['last_login'], 'person'],
      ['prospects', ['signup_date', 'last_login'], 'acts'],
    ]);
  });
});

it.each([
  ['last_login', false],
  ['lastPurchaseDate', false],
  ['created_at', false],
  ['last_email_opened', true],
  ['updated_at', true],
  ['zuletzt geändert', true],
  ['mail_sent', true],
  ['expires_on', true],
])('the column %s tells no act of the person: %s', (name, no) => {
  expect(isNoAct(name)).toBe(no);
});
