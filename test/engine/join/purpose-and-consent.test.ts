import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JoinRows } from '#shared/domain/joined-view.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let desk: TestEngine;
let people = '';
let orders = '';

const grant = (name: string, text?: string): string => {
  if (text !== undefined) writeFileSync(desk.path(name), text);
  return desk.engine.grants.add(desk.path(name), text === undefined ? 'write' : 'read').grantId;
};
const bring = async (name: string, text: string): Promise<string> =>
  (await follow(desk.client.datasets.import({ grantId: grant(name, text) }))).id;
const lines = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;

beforeEach(async () => {
  desk = makeEngine('in memory', { clock: () => new Date('2026-11-20T12:00:00Z') });
  await desk.client.workspaces.createTemporary({ name: 'Joined', operator: 'Ada' });
  const who = Array.from({ length: 100 }, (_, at) => at);
  people = await bring('people.csv', lines('email,city', [...who.map((at) => `p${at}@example.org,Ulm`), ',Bonn']));
  orders = await bring(
    'orders.csv',
    lines(
      'email,way',
      who.map((at) => `P${at}@example.org,${at % 2 ? 'web' : 'shop'}`),
    ),
  );
});
afterEach(() => desk.close());

const asked = (rows: JoinRows = 'both') => ({
  left: { datasetId: people, column: 'email' },
  right: { datasetId: orders, column: 'email' },
  rows,
});
const preview = (rows?: JoinRows) => follow(desk.client.joins.preview(asked(rows)));
const bind = (datasetId: string, purpose: string, basis: 'contract' | 'consent' | 'legitimate-interests') =>
  desk.client.lawfulness.bindColumns({ datasetId, purpose, basis, justification: 'It is needed for it.' });
const release = (datasetId: string, name: string) =>
  follow(
    desk.client.releases.run({
      datasetId,
      grantId: grant(name),
      recipe: {
        format: 'custos-recipe',
        formatVersion: 1,
        purpose: 'p1-find-segments',
        release: 'pseudonymised',
        referenceDate: '2026-11-20',
        target: { k: 1, suppression: 0 },
        steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['person_key'] }, reason: '', enabled: true }],
      },
    }),
  );
/** Of a hundred, sixty said yes and ten took it back; thirty are not in the ledger. */
const consent = () => {
  const said = Array.from({ length: 70 }, (_, at) => `p${at}@example.org,${at < 60 ? 'yes' : 'withdrawn'},2026-05-06`);
  return follow(
    desk.client.consent.record({
      datasetId: people,
      key: 'email',
      purpose: 'P6',
      grantId: grant('consent.csv', lines('email,consent_status,consent_date', said)),
    }),
  );
};

it('refuses to join data that were declared to be for something else', async () => {
  await bind(orders, 'P3', 'contract');
  await expect(preview()).rejects.toMatchObject({
    code: 'GUARDRAIL_BLOCKS',
    message: expect.stringMatching(/^orders was declared to be for .*nothing allows .*“way”/),
  });
});

it('restricts a view by what is declared of its sources, also after they are gone', async () => {
  const { dataset } = await follow(desk.client.joins.run({ ...asked(), name: 'unified' }));
  expect((await release(dataset.id, 'before.csv')).rowsOut).toBe(100);
  await bind(orders, 'P3', 'contract');
  const other = /bound to another purpose/;
  await expect(release(dataset.id, 'bound.csv')).rejects.toThrow(other);
  await desk.client.datasets.delete({ datasetId: orders, reason: 'no longer needed' });
  await expect(release(dataset.id, 'gone.csv')).rejects.toThrow(other);
});

it('leaves out and counts whoever’s consent is not known, and rows that name nobody', async () => {
  await consent();
  const told = {
    leftOut: [
      { standing: 'withdrawn', people: 10 },
      { standing: 'unknown', people: 30 },
    ],
    people: 40,
  };
  expect(await preview()).toMatchObject({ consent: told, rowsAfter: 60, risk: { joined: { people: 60 } } });
  expect(await preview('all')).toMatchObject({ consent: told, rowsAfter: 60 });
  const made = await follow(desk.client.joins.run({ ...asked(), name: 'unified' }));
  expect(made.dataset.rows).toBe(60);
  const { entries } = await desk.client.register.list({ kind: 'dataset.joined', limit: 5, offset: 0 });
  expect(entries[0]?.payload).toMatchObject({ withoutConsent: 40, people: 60 });
});

it('tells nothing of a few people before they are joined, neither who of them matches nor who agreed', async () => {
  await consent();
  const few = (from: number, to: number) =>
    bring(
      `few-${from}.csv`,
      lines('email,way', [
        ...Array.from({ length: 3 }, (_, at) => `p${from + at}@example.org,web`),
        ...Array.from({ length: 30 }, (_, at) => `x${to + at}@example.org,app`),
      ]),
    );
  const told = [];
  // Three who agreed, three who took it back.
  for (const from of [0, 62]) {
    orders = await few(from, 500);
    const { both, left, consent: leftOut, rowsAfter, risk, remarks } = await preview();
    told.push({ both, only: left.only, leftOut, rowsAfter, risk, remarks });
  }
  expect(told[0]).toMatchObject({
    both: { least: 1, most: 9 },
    leftOut: { people: null },
    rowsAfter: null,
    risk: null,
  });
  expect(JSON.stringify(told[1])).toBe(JSON.stringify(told[0]).replaceAll('few-0', 'few-62'));
});

it('asks nobody’s consent where the register states another basis', async () => {
  await consent();
  await bind(people, 'P6', 'legitimate-interests');
  expect(await preview()).toMatchObject({ consent: null, rowsAfter: 100 });
});

it('joins nothing where it rests on consent and none is known', async () => {
  await bind(people, 'P6', 'consent');
  await expect(preview()).rejects.toMatchObject({
    code: 'GUARDRAIL_BLOCKS',
    message: expect.stringContaining('the consent ledger has none for it'),
  });
});

it('takes what was decided on the sources over, and keeps nothing where it is cancelled', async () => {
  await desk.client.classify.decide({
    datasetId: orders,
    decisions: [{ column: 'way', action: 'override', type: 'contact_channel', reason: 'It is how they came.' }],
  });
  const jobs = await desk.client.joins.run({ ...asked(), name: 'never' });
  for await (const event of jobs) if (event.type === 'started') void desk.client.jobs.cancel({ jobId: event.jobId });
  expect((await desk.client.datasets.list({})).map(({ name }) => name).toSorted()).toEqual(['orders', 'people']);

  const { dataset } = await follow(desk.client.joins.run({ ...asked(), name: 'unified' }));
  const { columns } = await desk.client.classify.get({ datasetId: dataset.id });
  expect(columns.find(({ suggestion }) => suggestion.name === 'way')).toMatchObject({
    decision: { type: 'contact_channel', reason: 'As decided for orders: It is how they came.' },
  });
  expect(columns[0]).toMatchObject({ suggestion: { name: 'person_key', type: 'person_id' } });
});
