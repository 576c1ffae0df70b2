// Tables that were released together are files that went out, like any other: everybody who asks what did is told of them.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { follow, makeEngine } from '#test/support/make-engine.ts';

/** A number below `below` by a rule without a pattern that the eye sees. */
const mixed = (at: number, below: number): number => ((at * 7919 + 13) ** 2 % 104_729) % below;
const towns = ['Lyon', 'Nantes', 'Ulm'];
const goods = ['pain', 'vin', 'fromage'];
const people = Array.from(
  { length: 60 },
  (_, at) => `C-${1000 + at},p${at}@example.fr,${towns[mixed(at, 3)]!},${1950 + mixed(at + 90, 40)}`,
);
const orders = people.flatMap((_, at) =>
  Array.from(
    { length: mixed(at + 500, 4) },
    (_none, row) => `${at}-${row},C-${1000 + at},${goods[mixed(at + row, 3)]!}`,
  ),
);

async function releasedTogether() {
  const made = makeEngine('in memory', { clock: () => new Date('2026-11-20T09:00:00Z') });
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  const grant = (name: string, use: 'read' | 'write' | 'workspace-create'): string =>
    engine.grants.add(path(name), use).grantId;
  await client.workspaces.create({
    grantId: grant('Acme.custos', 'workspace-create'),
    operator: 'Ada',
    organisation: 'Acme',
    passphrase: 'correct horse battery staple',
  });
  const bring = (name: string, lines: readonly string[]) => {
    writeFileSync(path(`${name}.csv`), `${lines.join('\n')}\n`);
    return follow(client.datasets.import({ grantId: grant(`${name}.csv`, 'read') }));
  };
  const own = await bring('people', ['customer_id,email,city,birth_year', ...people]);
  const bought = await bring('orders', ['order_id,customer_id,product', ...orders]);
  mkdirSync(path('out'));
  const released = await follow(
    client.related.run({
      datasetId: own.id,
      key: 'customer_id',
      children: [{ datasetId: bought.id, key: 'customer_id' }],
      k: 5,
      attack: false,
      folderGrantId: grant('out', 'write'),
    }),
  );
  return { ...made, grant, own, bought, released };
}

it('are looked through for somebody, told to be about them where they are gone, and known to be of rows that changed', async () => {
  const { client, path, released, own, grant } = await releasedTogether();
  const files = ['people.csv', 'orders.csv'];
  expect(released.tables.map(({ output }) => output)).toEqual(files);
  const told = async () => (await client.releases.handedOut({}))[0]!;
  expect(await told()).toMatchObject({ related: true, registerEntry: released.registerEntry, rewrittenSince: null });
  expect((await told()).files.map(({ fileName }) => fileName)).toEqual(files);

  // They lie where they were written: nobody is found in them, for their own keys and addresses are not there.
  // Somebody who bought something, so that both datasets have rows of theirs.
  const at = people.findIndex((_, one) => mixed(one + 500, 4) > 0);
  const values = [`C-${1000 + at}`, `p${at}@example.fr`];
  const found = await follow(client.subjects.find({ values }));
  const looked = found.searched.filter(({ place }) => place === 'release').map(({ name }) => name);
  expect(looked).toEqual(files);
  expect(found.hits.filter(({ place }) => place === 'release')).toEqual([]);
  expect(found.hits.length).toBeGreaterThan(0);

  // Who has the files is to be told of what cannot be looked at, and only that.
  const request = await client.requests.open({ type: 'erase', receivedOn: '2026-11-20', identifiers: values });
  const recipients = async () => (await follow(client.requests.find({ id: request.id }))).request.recipients;
  expect(await recipients()).toEqual([]);
  renameSync(path('out/orders.csv'), path('out/elsewhere.csv'));
  const may = released.label === 'anonymised' ? [] : [{ fileName: 'people.csv and orders.csv', holds: 'not-known' }];
  expect(await recipients()).toMatchObject(may);

  const asked = { values, datasetId: own.id, column: 'city', to: 'Nice', reason: 'moved' };
  const mended = await follow(client.subjects.rectify(asked));
  expect(mended.handedOver.map(({ fileName }) => fileName)).toEqual(may.length === 0 ? [] : ['people.csv']);
  await follow(client.subjects.erase({ values, reason: 'asked', suppress: false }));
  expect((await told()).rewrittenSince).toMatchObject({
    times: 3,
    causes: [
      { cause: 'erasure', times: 2 },
      { cause: 'rectification', times: 1 },
    ],
  });
  const page = await client.related.printCertificate({
    releaseId: released.releaseId,
    grantId: grant('c.html', 'write'),
  });
  expect(page.fileName).toBe('c.html');
  expect(readFileSync(path('c.html'), 'utf8')).toContain('The source of this release was rewritten 3 times after it');
});

it('and a release whose record was deleted can be what a breach is about', async () => {
  const { client, own, grant, path } = await releasedTogether();
  const recipe = {
    format: 'custos-recipe' as const,
    formatVersion: 1 as const,
    purpose: 'p1-find-segments',
    release: 'pseudonymised' as const,
    referenceDate: '2026-11-20',
    target: { k: 1, suppression: 1 },
    steps: [
      { op: 'keyed-hash', version: 1, settings: { columns: ['customer_id', 'email'] }, reason: '', enabled: true },
    ],
  };
  const single = await follow(
    client.releases.run({ datasetId: own.id, recipe, grantId: grant('single.csv', 'write'), recipient: 'Mailer' }),
  );
  const [newest] = await client.releases.handedOut({});
  expect(newest).toMatchObject({ related: false, recorded: true, files: [{ fileName: 'single.csv', rows: 60 }] });
  await client.releases.delete({ releaseId: newest!.releaseId, reason: 'tidied' });
  expect(single.rowsOut).toBe(60);
  const { ref } = await client.breaches.report({ title: 'Stick', awareAt: '2026-11-20T08:00:00Z', description: '' });
  const { releases } = await client.breaches.get({ breach: ref });
  expect(releases.map(({ name, to }) => [name, to])).toEqual([
    ['single.csv', 'Mailer'],
    ['people.csv and orders.csv', null],
  ]);
  await follow(client.breaches.affected({ breach: ref, datasets: [], releases: releases.map(({ id }) => id) }));
  const linesOf = (name: string): number => readFileSync(path(name), 'utf8').trim().split('\n').length;
  const { body, affected } = await client.breaches.get({ breach: ref });
  expect(body.scope!.parts.map(({ name, rows }) => [name, rows])).toEqual([
    ['single.csv', 60],
    ['people.csv', 60],
    ['orders.csv', linesOf('out/orders.csv') - 1],
  ]);
  // Nobody knows whom they share: at most everybody of each.
  const buyers = new Set(orders.map((line) => line.split(',')[1])).size;
  expect(affected!.people).toEqual({ least: 0, most: 60 + 60 + buyers });

  // Their certificate is evidence, too, and held by its signature.
  await follow(client.evidence.export({ grantId: grant('pack.zip', 'write') }));
  expect(await verifyPack(path('pack.zip'))).toMatchObject({ ok: true, problems: [] });
  const zip = await readZip(path('pack.zip'), 'pack.zip');
  const certificates = zip.paths.filter((name) => name.endsWith('.certificate.json'));
  expect(certificates).toEqual([expect.stringMatching(/^09_recipients_transfers\/releases\//)]);
  const text = (await zip.read(certificates[0]!))!.toString('utf8');
  expect(text).toBe(readFileSync(path('out/tables.certificate.json'), 'utf8'));
  zip.close();
});
