import { describe, expect, it } from 'vitest';
import { findPurpose } from '#shared/purposes/index.ts';
import type { ObservedDataset, ObservedRelease } from '#shared/register/observed/observed.ts';
import { observeColumn } from '#shared/register/observed/observe-column.ts';
import { mergeProposal, type Proposal } from '#shared/register/proposals/merge-proposal.ts';
import { proposalsOfImport } from '#shared/register/proposals/of-import.ts';
import { proposalsOfRelease } from '#shared/register/proposals/of-release.ts';
import { recordKinds, type RecordBody } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { classifyCells } from '#test/support/classify-cells.ts';
import { email, numbered, oneOf, uuid } from './invented.ts';
import { activity, list, purpose, recipient, record, said, snapshotOf } from './records.ts';
import { datasetId, today } from './suite-case.ts';

const registerOf = (...records: RecordVersion[]) => snapshotOf(records);
const newId = (): (() => string) => {
  let given = 0;
  return () => `new${(given += 1)}`;
};

async function datasetOf(table: Record<string, (row: number) => string>): Promise<ObservedDataset> {
  return {
    id: datasetId,
    name: 'customers',
    fileName: 'customers.csv',
    earlier: [],
    importedAt: `${today}T08:00:00.000Z`,
    channel: 'transactions',
    columns: Object.values(await classifyCells(table)).map(observeColumn),
    moments: [],
    rowsArePeople: null,
    entry: 2,
    columnsEntry: 3,
  };
}
const shop = {
  customer_id: numbered('C-'),
  email,
  diagnosis: oneOf('asthma', 'migraine', 'type 2 diabetes', 'hypertension'),
  record_id: uuid,
};

const release = (more: Partial<ObservedRelease> = {}): ObservedRelease => ({
  id: 'r1',
  datasetId,
  fileName: 'out.csv',
  purpose: 'p1-find-segments',
  purposeTitle: 'Find the most important segments',
  recipient: 'Agency Nord',
  label: 'pseudonymised',
  entry: 9,
  ...more,
});
const p1 = findPurpose('p1')!;
const bodyOf = <K extends 'activity' | 'purpose' | 'recipient'>(proposals: readonly Proposal[], kind: K) =>
  proposals.find((proposal) => proposal.kind === kind)?.body as RecordBody<K> | undefined;

describe('what an import proposes', () => {
  it('is the dataset, its data, its people and its channel, each from the entry of the import', async () => {
    const [proposal, ...others] = proposalsOfImport(registerOf(), await datasetOf(shop), 2, newId());
    expect(others).toEqual([]);
    expect(recordKinds.activity.schema.safeParse(proposal?.body).success).toBe(true);
    const { name, datasets, dataItems, dataSubjects, dataSources } = proposal!.body;
    expect(name).toMatchObject({ value: 'customers', origin: { from: 'log', entry: 2 } });
    expect(datasets).toMatchObject({ items: [{ value: datasetId, origin: { from: 'log', entry: 2 } }] });
    expect(dataItems).toMatchObject({
      items: [
        { value: { category: 'identity', columns: ['customer_id'] } },
        { value: { category: 'contact', columns: ['email'] } },
        { value: { category: 'special', special: 'health', columns: ['diagnosis'] } },
      ],
    });
    expect(dataSubjects).toMatchObject({ items: [{ value: 'customers' }] });
    expect(dataSources).toMatchObject({ items: [{ value: { kind: 'subject', who: 'transactions' } }] });
  });

  it('says nothing that the activity says already, whoever said it', async () => {
    const dataset = await datasetOf(shop);
    const said1 = activity({ items: [['identity'], ['contact', ['email']]] });
    const [more] = proposalsOfImport(registerOf(said1), dataset, 7, newId());
    expect(more).toMatchObject({ id: 'pa1', body: { dataItems: { items: [{ value: { special: 'health' } }] } } });
    expect(more?.body).not.toHaveProperty('name');
    expect(more?.body).not.toHaveProperty('datasets');
    // The draft that the log began goes on; there is no second one.
    const [first] = proposalsOfImport(registerOf(), dataset, 2, newId());
    const draft = record('activity', 'pa9', first!.body, 'draft');
    const [again] = proposalsOfImport(registerOf(draft), { ...dataset, id: 'd2', earlier: [datasetId] }, 8, newId());
    expect(again?.id).toBe('pa9');
    expect(again?.body).not.toHaveProperty('dataItems');
  });

  it('is nothing of a table about nobody', async () => {
    const prices = await datasetOf({ product_id: numbered('SKU-'), price: numbered('', 5) });
    expect(proposalsOfImport(registerOf(), prices, 2, newId())).toEqual([]);
  });
});

describe('what a release proposes', () => {
  it('is its purpose and its recipient, as records of their own that the activity refers to', async () => {
    const dataset = await datasetOf(shop);
    const register = registerOf(activity({ purposes: [] }));
    const proposals = proposalsOfRelease(register, { release: release(), dataset, purpose: p1 }, newId());
    expect(proposals.map(({ kind, id }) => [kind, id])).toEqual([
      ['purpose', 'new1'],
      ['recipient', 'new2'],
      ['activity', 'pa1'],
    ]);
    const log = { from: 'log', entry: 9 };
    const proposed = bodyOf(proposals, 'purpose');
    expect(proposed).toMatchObject({ preset: { value: p1.id, origin: log }, title: { value: p1.title } });
    // The basis is for a person to state, and to justify.
    expect(proposed).not.toHaveProperty('basis');
    expect(bodyOf(proposals, 'recipient')).toEqual({ name: { state: 'stated', value: 'Agency Nord', origin: log } });
    expect(bodyOf(proposals, 'activity')).toMatchObject({
      purposes: { items: [{ value: 'new1', origin: log }] },
      recipients: { items: [{ value: 'new2', origin: log }] },
    });
    for (const { kind, body } of proposals) expect(recordKinds[kind].schema.safeParse(body).success).toBe(true);
  });

  it('finds both under the names that the register knows them by', async () => {
    const dataset = await datasetOf(shop);
    const agency = recipient('Agency Nord GmbH', { alsoCalled: list(['agency nord']) });
    const stated = activity({ recipients: ['rc1'] });
    const asked = { release: release(), dataset, purpose: p1 };
    expect(proposalsOfRelease(registerOf(stated, purpose(), agency), asked, newId())).toEqual([]);
    const proposals = proposalsOfRelease(registerOf(activity({}), purpose(), agency), asked, newId());
    expect(proposals).toMatchObject([{ kind: 'activity', body: { recipients: { items: [{ value: 'rc1' }] } } }]);
  });

  it('names no recipient where none was named, or where it is a unit of the same house', async () => {
    const dataset = await datasetOf(shop);
    const unit = recipient('Marketing', { kind: said('internal-unit' as const) });
    const register = registerOf(activity({}), purpose(), unit);
    for (const name of [null, 'Marketing'])
      expect(
        proposalsOfRelease(register, { release: release({ recipient: name }), dataset, purpose: p1 }, newId()),
      ).toEqual([]);
  });
});

describe('a proposal and what stands', () => {
  const proposal = (body: RecordBody<'activity'>): Proposal<'activity'> => ({ kind: 'activity', id: 'pa1', body });

  it('never changes what a person said, and only makes lists longer', () => {
    const standing: RecordBody<'activity'> = { name: said('Newsletter'), recipients: list(['rc1']) };
    const merged = mergeProposal(
      standing,
      proposal({
        name: said('customers', 'log'),
        recipients: list(['rc1', 'rc2'], 'log'),
        datasets: list(['d1'], 'log'),
      }),
    );
    expect(merged).toMatchObject({
      name: { value: 'Newsletter', origin: { from: 'person' } },
      recipients: {
        items: [
          { value: 'rc1', origin: { from: 'person' } },
          { value: 'rc2', origin: { from: 'log' } },
        ],
      },
      datasets: { items: [{ value: 'd1', origin: { from: 'log' } }] },
    });
    expect(standing.recipients).toEqual(list(['rc1']));
  });

  it('leaves an answer without a value as it is', () => {
    const origin = { from: 'person', by: 'Ada', at: '2026-01-02T09:00:00.000Z' } as const;
    const standing: RecordBody<'activity'> = {
      recipients: { state: 'none', origin },
      datasets: { state: 'unknown', ask: 'Bo', origin },
    };
    expect(
      mergeProposal(standing, proposal({ recipients: list(['rc2'], 'log'), datasets: list(['d1'], 'log') })),
    ).toBeNull();
  });

  it('is nothing where the record says it all', () => {
    expect(mergeProposal({ recipients: list(['rc1']) }, proposal({ recipients: list(['rc1'], 'log') }))).toBeNull();
    expect(mergeProposal(null, proposal({ name: said('x', 'log') }))).toEqual({ name: said('x', 'log') });
  });
});
