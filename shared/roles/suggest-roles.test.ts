import { expect, it } from 'vitest';
import { mostProtected } from '#shared/domain/recipe-parts.ts';
import { finding } from '#test/support/finding.ts';
import { giveRole, rolesInForce, suggestRoles } from './suggest-roles.ts';

const columns = [
  finding('name', 'full_name', { class: 'linked' }),
  finding('born', 'date_of_birth', { class: 'linked', category: 'personal' }),
  finding('no', 'customer_id', { class: 'linkable', category: 'personal' }),
  finding('cookie', 'cookie_id', { flags: ['online_identifier'] }),
  finding('said', 'review_text', { flags: ['free_text_pii'] }),
  finding('order', 'order_id', { category: 'behavioral' }),
  finding('town', 'city', { class: 'linkable', category: 'personal' }),
  finding('opened', 'email_engagement', { category: 'engagement' }),
  finding('spent', 'total_spent', { category: 'behavioral' }),
  finding('mood', 'sentiment', { category: 'attitudinal' }),
  finding('last', 'timestamp', { category: 'technical', flags: ['timestamp'] }),
  finding('firm', 'company_name', { class: 'linkable', category: 'personal' }),
  finding('zz', 'unknown'),
  finding('origin', 'race_ethnicity', { class: 'linkable', category: 'personal', flags: ['race_ethnicity'] }),
  finding('pay', 'salary_income', { class: 'linkable', category: 'personal', flags: ['financial'] }),
];

it('takes what differs between people for known, and only what would harm for worth protecting', () => {
  expect(suggestRoles(columns).map(({ column, role, why }) => [column, role, why])).toEqual([
    ['name', 'identifying', 'one-person'],
    ['born', 'could-be-known', 'moment'],
    ['no', 'identifying', 'person-number'],
    ['cookie', 'identifying', 'online'],
    ['said', 'identifying', 'own-words'],
    ['order', 'identifying', 'one-event'],
    ['town', 'could-be-known', 'demographic'],
    ['opened', 'could-be-known', 'engagement'],
    ['spent', 'could-be-known', 'behaviour'],
    ['mood', 'could-be-known', 'attitude'],
    ['last', 'could-be-known', 'moment'],
    ['firm', 'same-for-a-group', 'group'],
    ['zz', 'could-be-known', 'untold'],
    ['origin', 'to-protect', 'special'],
    ['pay', 'to-protect', 'money'],
  ]);
});

it('protects few: special categories before money, and no identifier however sensitive', () => {
  const money = ['a', 'b', 'c'].map((name) => finding(name, 'account_balance', { flags: ['financial'] }));
  const special = ['d', 'e'].map((name) => finding(name, 'diagnosis', { flags: ['health'] }));
  const card = finding('f', 'credit_card_number', { class: 'linked', flags: ['financial'] });
  const roles = suggestRoles([...money, ...special, card]);
  const guarded = roles.filter(({ role }) => role === 'to-protect').map(({ column }) => column);
  expect(guarded).toEqual(['a', 'd', 'e']);
  expect(guarded).toHaveLength(mostProtected);
  const many = suggestRoles(['a', 'b', 'c', 'd'].map((name) => finding(name, 'diagnosis', { flags: ['health'] })));
  expect(many.at(-1)).toEqual({ column: 'd', role: 'could-be-known', why: 'special-beyond' });
});

it('gives way to what a recipe records, and records nothing that is suggested anyhow', () => {
  const [town] = suggestRoles(columns.filter(({ name }) => name === 'town'));
  const roles = giveRole(undefined, town!, 'same-for-a-group');
  expect(roles).toEqual([{ column: 'town', role: 'same-for-a-group' }]);
  expect(rolesInForce(columns, { roles }).find(({ column }) => column === 'town')).toEqual({
    column: 'town',
    role: 'same-for-a-group',
    why: 'given',
  });
  expect(giveRole(giveRole(roles, town!, 'to-protect'), town!, 'could-be-known')).toEqual([]);
  expect(rolesInForce(columns, null)).toEqual(suggestRoles(columns));
});
