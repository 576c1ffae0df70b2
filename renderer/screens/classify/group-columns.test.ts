import { expect, it } from 'vitest';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { decisionsLeft, familyOf, groupColumns, groupsOf } from './group-columns.ts';

function column(name: string, part: Partial<Finding>, decided = false): ClassifiedColumn {
  const suggestion: Finding = {
    name,
    class: 'non_pii',
    category: 'other',
    type: 'unknown',
    flags: [],
    confidence: 0.95,
    needsReview: false,
    runnerUp: null,
    evidence: [],
    notes: [],
    ...part,
  };
  const by = { reason: null, actor: 'Ada', at: '2026-01-01T00:00:00Z' };
  const { type, class: of } = suggestion;
  const decision = decided ? { column: name, action: 'accepted' as const, type, class: of, ...by } : null;
  return { suggestion, effective: suggestion, examples: [], decision };
}
const doubt = (name: string, type: Finding['type'], part: Partial<Finding> = {}) =>
  column(name, { type, needsReview: true, confidence: 0.5, ...part });
const linkable = { class: 'linkable' } as const;

const mixed = [
  column('visits', { category: 'engagement', type: 'session_count' }),
  column('clicks', { category: 'engagement', type: 'ad_clicks' }),
  column('email', { class: 'linked', category: 'personal', type: 'email_address' }),
  column('phone', { class: 'linked', category: 'personal', type: 'phone_number' }),
  doubt('job', 'occupation', linkable),
  doubt('work', 'occupation', linkable),
  doubt('code', 'unknown'),
  column('illness', { ...linkable, flags: ['health'], type: 'diagnosis' }),
  column('faith', { ...linkable, flags: ['religion'], type: 'religion' }),
  column('creed', { ...linkable, flags: ['religion'], type: 'religion' }),
  column('remark', { class: 'linked', type: 'free_text', flags: ['free_text_pii'] }),
];
/** Groups as their columns, columns that stand for themselves as their name. */
const drawn = (columns: ClassifiedColumn[]) =>
  groupColumns(columns).map((part) => (typeof part === 'string' ? part : part.columns));

it('gathers what one decision can be made for: guarded first, then text, doubts, personal, and last what needs nobody', () => {
  expect(drawn(mixed)).toEqual([
    'illness',
    ['faith', 'creed'],
    'remark',
    'code',
    ['job', 'work'],
    ['email', 'phone'],
    ['visits', 'clicks'],
  ]);
});

it('puts every column into exactly one place, however many there are', () => {
  const columns = Array.from({ length: 300 }, (_, at) =>
    doubt(`q${at}`, (['occupation', 'unknown', 'age', 'opinion'] as const)[(at * 7) % 4]!, {
      class: at % 3 === 0 ? 'linkable' : 'non_pii',
      flags: at % 11 === 0 ? ['health'] : [],
      needsReview: at % 2 === 0,
    }),
  );
  expect(drawn(columns).flat().toSorted()).toEqual(columns.map(({ suggestion }) => suggestion.name).toSorted());
});

it('does not move a column when it is decided', () => {
  const decided = mixed.map((one, at) => (at % 2 === 0 ? column(one.suggestion.name, one.suggestion, true) : one));
  expect(drawn(decided)).toEqual(drawn(mixed));
});

it('gathers doubts of different types by the first word of their names, and many lonely ones by their class', () => {
  const types = ['age', 'gender', 'city', 'occupation', 'nationality'] as const;
  const family = types.map((type, at) => doubt(`Q12_${at}`, type, linkable));
  expect(groupsOf(groupColumns(family)).map(({ prefix, columns }) => [prefix, columns.length])).toEqual([['q', 5]]);
  const lonely = ['alpha', 'beta', 'gamma', 'delta', 'eps'].map((name, at) => doubt(name, types[at]!, linkable));
  expect(groupsOf(groupColumns(lonely))).toEqual([]);
});

it.each([
  ['q12_a', 'q'],
  ['Q12b', 'q'],
  ['healthScore', 'health'],
  ['HTTPStatus', 'httpstatus'],
  ['Größe_cm', 'größe'],
  ['12', null],
])('takes %s to be of %s', (name, family) => expect(familyOf(name)).toBe(family));

it('counts a group as one decision, and none for what needs nobody or is decided', () => {
  expect(decisionsLeft(groupColumns(mixed), mixed)).toBe(6);
  const decided = mixed.map((one) => column(one.suggestion.name, one.suggestion, one.suggestion.name !== 'creed'));
  expect(decisionsLeft(groupColumns(decided), decided)).toBe(1);
});
