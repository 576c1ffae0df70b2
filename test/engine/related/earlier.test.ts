import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeAll(async () => {
  made = makeEngine();
  const { grantId } = made.engine.grants.add(made.path('Acme.custos'), 'workspace-create');
  await made.client.workspaces.create({
    grantId,
    operator: 'Ada',
    organisation: 'Acme',
    passphrase: 'correct horse battery',
  });
});
afterAll(() => made.close());

const towns = ['Ulm', 'Bonn'];
const goods = ['rye', 'tea'];
/** People whose towns and orders make groups of ten that need no recoding. @param many how many of the 40 are there */
function tables(folder: string, many: number, first = 100): void {
  mkdirSync(made.path(folder));
  const write = (name: string, rows: string[]): void =>
    writeFileSync(made.path(`${folder}/${name}`), `${rows.join('\n')}\n`);
  const all = Array.from({ length: many }, (_, at) => at);
  write('people.csv', ['customer_id,city', ...all.map((at) => `K${first + at},${towns[at % 2]!}`)]);
  write('orders.csv', ['customer_id,product', ...all.map((at) => `K${first + at},${goods[(at >> 1) % 2]!}`)]);
}

async function imported(folder: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of ['people.csv', 'orders.csv']) {
    const { grantId } = made.engine.grants.add(made.path(`${folder}/${name}`), 'read');
    ids.push((await follow(made.client.datasets.import({ grantId }))).id);
  }
  return ids;
}

function released([people, orders]: string[], folder: string, over: object = {}): Promise<AnonymisedTables> {
  const { grantId } = made.engine.grants.add(made.path(folder), 'write');
  return follow(
    made.client.related.run({
      datasetId: people!,
      key: 'customer_id',
      children: [{ datasetId: orders!, key: 'customer_id' }],
      attack: false,
      folderGrantId: grantId,
      ...over,
    }),
  );
}

it('are held against an earlier release of the same people, which shows who left', async () => {
  tables('october', 40);
  tables('november', 39);
  const [october, november] = [await imported('october'), await imported('november')];
  const first = await released(october, 'out-october');
  expect(first).toMatchObject({ k: 10, people: 40, earlierReleases: [], earlierEditions: [] });
  const again = await released(october, 'out-again');
  expect(again.earlierReleases!.map(({ table, joined }) => [table, joined])).toEqual([
    ['people.csv', 0],
    ['orders.csv', 0],
  ]);
  // The same people: nobody came or went.
  expect(again.earlierEditions).toMatchObject([{ table: null, followedBy: 'customer_id', pointedAt: { people: 0 } }]);
  // Of one reading nine are left of ten: the two releases together are about the one.
  await expect(released(november, 'out-november')).rejects.toThrow('1 person (1 who left)');
  expect(existsSync(made.path('out-november'))).toBe(false);
  const { entries } = await made.client.register.list({ kind: 'tables.refused' });
  expect(entries).toHaveLength(1);
  expect(entries[0]!.payload).toMatchObject({ code: 'TARGET_MISSED', targetK: 5 });
});

it('answer for each of their tables among the principles, in the words of their certificate', async () => {
  const { cells } = await made.client.principles.matrix({});
  const onFiles = cells.flatMap(({ dataset, checks }) =>
    dataset === null ? [] : checks.filter(({ on }) => ['people.csv', 'orders.csv'].includes(on)).map(() => dataset),
  );
  // October's people and orders were released, November's were not.
  expect(new Set(onFiles).size).toBe(2);
});

it('stand in the way of no later release of one of the tables, which is told of them', async () => {
  const source = made.engine.grants.add(made.path('october/people.csv'), 'read').grantId;
  const recipe = await follow(made.client.files.recommend({ grantId: source, purpose: 'P1', way: 'levels' }));
  const output = made.engine.grants.add(made.path('one.csv'), 'write').grantId;
  const said = await follow(made.client.files.apply({ grantId: source, recipe, outputGrantId: output }));
  expect(said.label).toBe('anonymised');
  const before = said.earlierReleases!.filter(({ output: name }) => name === 'people.csv');
  expect(before).not.toEqual([]);
  for (const one of before) expect(one).toMatchObject({ joined: 0, columns: ['city'], why: '' });
});

it('may be called anonymised where every value reads the same for everybody, and nothing else stands against it', async () => {
  tables('earned', 800, 2000);
  const earned = await imported('earned');
  const said = await released(earned, 'out-earned', { attack: true });
  expect(said).toMatchObject({ label: 'anonymised', against: [], k: 200 });
  expect(said.tests.map(({ result }) => result)).toEqual(['pass', 'pass', 'pass']);
  // Nothing was recoded: the tables say what the sources say, row for row.
  const cells = (path: string, column: number): string[] =>
    readFileSync(made.path(path), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.trimEnd().split(',')[column]!)
      .toSorted();
  for (const [at, name] of ['people.csv', 'orders.csv'].entries())
    expect(cells(`out-earned/${said.tables[at]!.output}`, 1)).toEqual(cells(`earned/${name}`, 1));
  // Unattacked, nobody knows.
  const unknown = await released(earned, 'out-unknown');
  expect(unknown.label).toBe('k-anonymous');
  expect(unknown.against.join(' ')).toContain('Not attacked');
});

it('are refused where a guardrail blocks one of the tables, and the register has which', async () => {
  tables('bound', 40, 500);
  const bound = await imported('bound');
  await made.client.lawfulness.bindColumns({
    datasetId: bound[1]!,
    purpose: 'P3',
    basis: 'contract',
    justification: 'It is needed for it.',
  });
  await expect(released(bound, 'out-bound', { purpose: 'P1' })).rejects.toThrow(
    /orders(\.csv)?, G2: .*Nothing was written/,
  );
  expect(existsSync(made.path('out-bound'))).toBe(false);
  const { entries } = await made.client.register.list({ kind: 'tables.refused' });
  const refused = entries.map(({ payload }) => payload as { code: string; tables: { blocking: { id: string }[] }[] });
  expect(refused.find(({ code }) => code === 'GUARDRAIL_BLOCKS')!.tables.map(({ blocking }) => blocking)).toMatchObject(
    [[], [{ id: 'G2', code: 'other-purpose' }]],
  );
  // For what they were declared to be for they may leave.
  const said = await released(bound, 'out-for-it', { purpose: 'P3' });
  expect(said.purpose).not.toBeNull();
  expect(said.guardrails.map(({ table }) => table)).toEqual(['people.csv', 'orders.csv']);
  expect(readFileSync(made.path(`out-for-it/${said.tables[0]!.output}`), 'utf8')).not.toMatch(/K5/);
});

it('are counted by a breach, each table by its rows and at most by the people of its dataset', async () => {
  const { client } = made;
  const awareAt = new Date().toISOString();
  const { ref } = await client.breaches.report({ title: 'Stick', awareAt, description: '', zone: 'Europe/Berlin' });
  const { releases } = await client.breaches.get({ breach: ref });
  const [chosen] = releases.filter(({ name }) => name === 'people.csv and orders.csv');
  await follow(client.breaches.affected({ breach: ref, datasets: [], releases: [chosen!.id] }));
  const { body, affected } = await client.breaches.get({ breach: ref });
  const told = body.scope!.parts.map(({ kind, id, name, rows, people, columns }) => {
    expect([kind, id]).toEqual(['release', chosen!.id]);
    return [name, rows, people.count, people.atMost, columns.map((column) => column.name)];
  });
  expect(told).toEqual([
    ['people.csv', 40, 40, true, expect.arrayContaining(['city'])],
    ['orders.csv', 40, 40, true, expect.arrayContaining(['product'])],
  ]);
  // Two datasets, of which nobody knows how many people they share.
  expect(affected).toMatchObject({ rows: 80, people: { least: 0, most: 80 }, identifiers: 'keyed' });
});
