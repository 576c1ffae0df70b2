import { describe, expect, it } from 'vitest';
import type { RecordBody } from '../record-kinds/index.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { exampleActivity, examplePurpose, exampleRecord, exampleView, said, saidAll } from '../rules/example-view.ts';
import { useOfColumns } from './use-of-columns.ts';

const dataset = { id: 'd1', name: 'customers', fileName: 'customers.csv', earlier: ['d0'] };
const segments = examplePurpose();
const audience = exampleRecord('purpose', 'pu-2', {
  title: said('Audience'),
  preset: said('p2-high-value-customers'),
  basis: said('consent'),
});
const binding = (body: RecordBody<'binding'> = {}, over: Partial<RecordVersion<'binding'>> = {}) =>
  exampleRecord(
    'binding',
    'bd-1',
    {
      dataset: said('d1'),
      purposes: saidAll('pu-1'),
      cells: saidAll({ purpose: 'pu-1', columns: ['amount', 'city'], needed: 'yes', why: 'Groups are formed by it.' }),
      ...body,
    },
    over,
  );
const tested = (body: RecordBody<'compatibility'> = {}, over: Partial<RecordVersion<'compatibility'>> = {}) =>
  exampleRecord(
    'compatibility',
    'ct-1',
    {
      dataset: said('d1'),
      from: said('pu-1'),
      to: said('pu-2'),
      originalBasis: said('contract'),
      outcome: said('compatible'),
      decidedBy: said('Ada'),
      ...body,
    },
    over,
  );

const use = (records: RecordVersion[], purpose: string | null = 'p2-high-value-customers', columns = ['amount']) =>
  useOfColumns(exampleView(records).snapshot, { dataset, purpose, columns });

describe('the use of columns for a purpose', () => {
  it('is not stated where nobody declared anything, and where only the log did', () => {
    expect(use([segments, audience])).toEqual({ state: 'not-declared' });
    const log = { from: 'log', entry: 4 } as const;
    const generated = exampleRecord('activity', 'pa-9', {
      purposes: { state: 'stated', items: [{ id: 'i', value: 'pu-1', origin: log }] },
      datasets: { state: 'stated', items: [{ id: 'i', value: 'd1', origin: log }] },
    });
    expect(use([segments, audience, { ...generated, state: 'draft' }])).toEqual({ state: 'not-declared' });
    expect(use([segments, audience, generated]).state).toBe('other');
  });

  it('is bound where it is the purpose declared, by a binding or by an activity that names the dataset', () => {
    for (const declaring of [binding(), exampleActivity()])
      expect(use([segments, declaring], 'p1-find-segments')).toEqual({ state: 'bound', unbound: [] });
    expect(use([segments, binding()], 'p1-find-segments', ['amount', 'phone'])).toEqual({
      state: 'bound',
      unbound: ['phone'],
    });
  });

  it('is bound as an earlier edition of the dataset was, and by its name', () => {
    for (const word of ['d0', 'Customers', 'customers.csv'])
      expect(use([segments, audience, binding({ dataset: said(word) })]).state).toBe('other');
    expect(use([segments, audience, binding({ dataset: said('orders') })]).state).toBe('not-declared');
  });

  it('stays bound where only is said what the purpose does without', () => {
    const without = binding({ cells: saidAll({ purpose: 'pu-1', columns: ['city'], needed: 'no' }) });
    expect(use([segments, without], 'p1-find-segments')).toEqual({ state: 'bound', unbound: [] });
    expect(use([segments, audience, without]).state).toBe('other');
  });

  it('is refused for another purpose, and for none that is known', () => {
    expect(use([segments, audience, binding()])).toEqual({
      state: 'other',
      columns: ['amount'],
      boundTo: ['Segments'],
      onConsent: false,
      test: 'none',
    });
    expect(use([segments, binding()], null)).toMatchObject({ state: 'other', columns: ['amount'] });
    expect(use([segments, audience, binding()], 'p2-high-value-customers', ['phone'])).toMatchObject({
      state: 'other',
      columns: ['phone'],
    });
  });

  it('is refused for those columns alone that are bound to another purpose', () => {
    const both = binding({
      purposes: saidAll('pu-1', 'pu-2'),
      cells: saidAll(
        { purpose: 'pu-1', columns: ['amount', 'city'], needed: 'yes' },
        { purpose: 'pu-2', columns: ['email'], needed: 'yes' },
      ),
    });
    expect(use([segments, audience, both], 'p2-high-value-customers', ['email', 'city'])).toMatchObject({
      state: 'other',
      columns: ['city'],
      boundTo: ['Segments'],
    });
  });

  it('is allowed by an approved test, and by no draft of one', () => {
    const records = [segments, audience, binding()];
    expect(use([...records, tested()])).toEqual({
      state: 'allowed',
      columns: ['amount'],
      by: 'compatible',
      ref: 'CT-1',
      informed: false,
    });
    expect(use([...records, tested({ informedOn: said('2026-11-20') })])).toMatchObject({ informed: true });
    expect(use([...records, tested({}, { state: 'draft' })])).toMatchObject({ state: 'other', test: 'undecided' });
    expect(use([...records, tested({ outcome: said('incompatible') })])).toMatchObject({
      state: 'other',
      test: 'incompatible',
    });
    expect(use([...records, tested({ columns: saidAll('city') })])).toMatchObject({ state: 'other', test: 'none' });
  });

  it('is refused where any test says incompatible, whatever another one says, and a draft is enough', () => {
    const records = [segments, audience, binding()];
    const second = (body: RecordBody<'compatibility'>, over: Partial<RecordVersion<'compatibility'>> = {}) => ({
      ...tested({ outcome: said('incompatible'), ...body }, over),
      id: 'ct-2',
      ref: 'CT-2',
    });
    const refused = { state: 'other', test: 'incompatible' };
    for (const tests of [
      [tested(), second({})],
      [second({}), tested()],
      [tested(), second({}, { state: 'draft' })],
      [tested(), tested({ outcome: said('incompatible') }, { state: 'draft', version: 2 })],
      [tested(), second({ columns: saidAll('amount', 'phone') })],
    ])
      expect(use([...records, ...tests])).toMatchObject(refused);
    const someOf = [tested(), second({ columns: saidAll('amount') })];
    expect(use([...records, ...someOf], 'p2-high-value-customers', ['amount', 'city'])).toMatchObject(refused);
    expect(use([...records, tested(), second({ columns: saidAll('city') })]).state).toBe('allowed');
    expect(use([...records, tested(), second({ to: said('pu-1') })]).state).toBe('allowed');
  });

  it('cannot be allowed by a test where the data came in on consent; a new consent can, with its ground', () => {
    const onConsent = [examplePurpose({ basis: said('consent') }), audience, binding()];
    for (const outcome of ['compatible', 'research'] as const)
      expect(use([...onConsent, tested({ outcome: said(outcome) })])).toMatchObject({
        state: 'other',
        onConsent: true,
      });
    expect(use([segments, audience, binding(), tested({ originalBasis: said('consent') })]).state).toBe('other');
    const asked = tested({ outcome: said('new-consent') });
    expect(use([...onConsent, asked]).state).toBe('other');
    expect(
      use([...onConsent, tested({ outcome: said('new-consent'), ground: said('Letter of 3 November') })]),
    ).toMatchObject({ state: 'allowed', by: 'new-consent' });
  });

  it('widens by an approval alone: a draft beside what is approved adds no purpose', () => {
    const draft = exampleRecord(
      'binding',
      'bd-2',
      { dataset: said('d1'), purposes: saidAll('pu-2') },
      { state: 'draft' },
    );
    expect(use([segments, audience, binding(), draft]).state).toBe('other');
    const beside = binding({ purposes: saidAll('pu-2'), cells: undefined }, { state: 'draft', version: 2 });
    for (const records of [
      [binding(), beside],
      [beside, binding()],
    ])
      expect(use([segments, audience, ...records]).state).toBe('other');
    expect(use([audience, draft]).state).toBe('bound');
    expect(use([segments, draft], 'p1-find-segments').state).toBe('other');
  });
});
