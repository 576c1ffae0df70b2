import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
let now = Date.parse('2026-03-01T09:00:00Z');
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date((now += 1000)) });
  await made.client.workspaces.createTemporary({ name: 'Months' });
});
afterAll(() => made.close());

async function bring(name: string, columns: Record<string, (at: number) => string>) {
  const rows = Array.from({ length: 80 }, (_, at) =>
    Object.values(columns)
      .map((value) => value(at))
      .join(','),
  );
  writeFileSync(made.path(name), `${Object.keys(columns).join(',')}\n${rows.join('\n')}\n`);
  return follow(made.client.datasets.import({ grantId: made.engine.grants.add(made.path(name), 'read').grantId }));
}

const march = {
  email: (at: number) => `p${at}@example.org`,
  city: (at: number) => ['Bonn', 'Lyon', 'Turin'][at % 3]!,
  age: (at: number) => String(20 + (at % 50)),
  ref: (at: number) => `X-${at * 7}`,
  colour: (at: number) => ['red', 'blue'][at % 2]!,
};

describe('the next edition of a file', () => {
  it('says what is new, gone and read differently, and offers the decisions made on the last one', async () => {
    const first = await bring('march.csv', march);
    expect((await made.client.classify.get({ datasetId: first.id })).since).toBeNull();
    await made.client.classify.decide({
      datasetId: first.id,
      decisions: [
        { column: 'ref', action: 'override', type: 'customer_id', class: 'linkable', reason: 'our CRM number' },
        { column: 'email', action: 'accept' },
      ],
    });

    const { ref, colour: _colour, ...rest } = march;
    const april = await bring('april.csv', {
      ...rest,
      age: (at) => `${20 + (at % 50)}-${29 + (at % 50)}`,
      ref,
      shoe_size: (at) => String(36 + (at % 10)),
    });
    const { since } = await made.client.classify.get({ datasetId: april.id });
    expect(since).toMatchObject({ datasetId: first.id, name: 'march', added: ['shoe_size'], removed: ['colour'] });
    expect(since!.reclassified.map(({ column }) => column)).toContain('age');
    expect(since!.decisions.map(({ column }) => column).sort()).toEqual(['email', 'ref']);

    const after = await made.client.classify.decide({
      datasetId: april.id,
      decisions: since!.decisions.map(({ column, type, class: columnClass, action, reason }) =>
        action === 'accepted'
          ? { column, action: 'accept' as const }
          : { column, action: 'override' as const, type, class: columnClass, reason: reason ?? '' },
      ),
    });
    expect(after.columns.find(({ suggestion }) => suggestion.name === 'ref')!.effective).toMatchObject({
      type: 'customer_id',
      class: 'linkable',
    });
    expect(after.since!.decisions).toEqual([]);
  });

  it('is not confused by a file of other columns', async () => {
    const other = await bring('orders.csv', { order_id: (at) => `O${at}`, total: (at) => `${at}.50` });
    expect((await made.client.classify.get({ datasetId: other.id })).since).toBeNull();
  });
});

describe('what the window may learn of masked columns', () => {
  it('logs each new search on one, without its words, and shows neither end of its values', async () => {
    const [dataset] = (await made.client.datasets.list({})).filter(({ name }) => name === 'march');
    const search = {
      datasetId: dataset!.id,
      columns: ['email'],
      filter: [{ column: 'email', op: 'contains' as const, value: 'p17@' }],
      offset: 0,
      limit: 10,
    };
    expect((await made.client.datasets.readWindow(search)).total).toBe(1);
    await made.client.datasets.readWindow(search);
    const { entries } = await made.client.register.list({ kind: 'value.searched' });
    expect(entries).toHaveLength(1);
    expect(entries[0]!.payload).toEqual({ datasetId: dataset!.id, column: 'email', comparison: 'contains' });
    const { histogram, min, max } = await made.client.datasets.profile({ datasetId: dataset!.id, column: 'age' });
    expect([min, max]).toEqual([null, null]);
    expect(
      (histogram ?? []).flatMap(({ from, to }) => [from, to]).filter((edge) => edge === 20 || edge === 69),
    ).toEqual([]);
  });
});
