import { expect, test } from 'vitest';
import { diffBodies } from '#shared/register/diff.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { diffLines } from './diff-lines.ts';

const origin = { from: 'person', by: 'Ada', at: '2026-11-28T09:41:00.000Z' } as const;
const said = (value: unknown) => ({ state: 'stated', value, origin }) as const;
const names = { recordsOf: () => [], namesOf: () => new Map([['d1', 'customers']]) };

const lines = (kind: RecordKind, before: AnyBody, after: AnyBody): string[] =>
  diffBodies(kind, before, after).flatMap((difference) =>
    diffLines(kind, difference, names).map(({ sign, words }) => `${sign} ${words}`),
  );

test('a duration is told in words, what it was over what it is', () => {
  expect(lines('retention', { duration: said('P365D') }, { duration: said('P180D') })).toEqual([
    '− 365 days',
    '+ 180 days',
  ]);
});

test('what was not stated before says so, and an answer without a value says its reason', () => {
  expect(
    lines('activity', {}, { transfers: { state: 'not-applicable', reason: 'Nothing leaves the EEA', origin } }),
  ).toEqual(['− Not stated', '+ Does not apply: Nothing leaves the EEA']);
});

test('of a line with parts only what changed is told; things of the workspace by their name', () => {
  const item = (value: unknown) => ({ state: 'stated' as const, items: [{ id: 'i', value, origin }] });
  expect(
    lines(
      'activity',
      { dataItems: item({ category: 'contact', what: 'e-mail' }) },
      { dataItems: item({ category: 'contact', what: 'e-mail', dataset: 'd1' }) },
    ),
  ).toEqual(['− Not stated', '+ Dataset: customers']);
});
