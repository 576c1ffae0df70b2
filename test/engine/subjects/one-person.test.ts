import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine } from '#test/support/make-engine.ts';

const gone = { email: 'zelda.quagmire@vanish.example', id: 'K-4711' };
/** Forty people of one month, one of whom is to be gone. */
const month = (name: string): string =>
  [
    'customer_id,email,city,signup_date',
    ...Array.from({ length: 40 }, (_, at) =>
      at === 17
        ? `${gone.id},${gone.email},Bonn,2020-05-01`
        : `K-${1000 + at},p${at}@mail.example,${at % 2 === 0 ? 'Bonn' : 'Lyon'},2019-05-01`,
    ),
    `K-9000,${name}@mail.example,Bonn,2019-05-02`,
  ].join('\n');

const recipe: RecipeFile = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-27',
  target: { k: 1, suppression: 1 },
  steps: [{ op: 'keyed-hash', version: 1, settings: { columns: ['customer_id', 'email'] }, reason: '', enabled: true }],
};

it('is found, copied, erased, and still left out next month; every step has its entry, and none names them', async () => {
  let now = new Date('2026-11-20T09:00:00Z');
  const made = makeEngine('in memory', { clock: () => now });
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
  const bring = (name: string) => {
    writeFileSync(path(`${name}.csv`), `${month(name)}\n`);
    return follow(client.datasets.import({ grantId: grant(`${name}.csv`, 'read') }));
  };
  const november = await bring('november');
  const values = Object.values(gone);

  const found = await follow(client.subjects.find({ values }));
  expect(found.hits.map(({ dataset, column, rows }) => `${dataset} ${column} ${rows}`).toSorted()).toEqual([
    'november customer_id 1',
    'november email 1',
  ]);
  await follow(client.subjects.export({ values, grantId: grant('copy.json', 'write') }));
  expect(readFileSync(path('copy.json'), 'utf8')).toContain(gone.email);
  const erased = await follow(client.subjects.erase({ values, reason: 'Art. 17 request', suppress: true }));
  expect(erased.datasets).toMatchObject([{ name: 'november', rows: 1 }]);
  expect((await follow(client.subjects.find({ values }))).hits).toEqual([]);

  now = new Date('2026-12-20T09:00:00Z');
  const december = await bring('december');
  expect(december.rows).toBe(41);
  expect(december.warnings.join(' ')).toContain('1 row is about people on the suppression list');
  const written = await follow(
    client.releases.run({ datasetId: december.id, recipe, grantId: grant('out.csv', 'write'), keepOrder: true }),
  );
  expect(written.rowsOut).toBe(40);
  // One line a row: the line of theirs is not among them, and those before and after are.
  const towns = (text: string): string[] =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(2).join(','));
  const expected = towns(month('december')).filter((_, at) => at !== 17);
  expect(towns(readFileSync(path('out.csv'), 'utf8').replaceAll('"', '').replaceAll('\r', ''))).toEqual(expected);

  const { entries } = await client.register.list({ limit: 1000 });
  const told = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ payload }) => payload);
  expect(told('subject.searched')).toMatchObject([{ rows: 0 }, { identifiers: 2, rows: 2 }]);
  expect(told('subject.exported')).toMatchObject([{ rows: 1 }]);
  expect(told('subject.erased')).toMatchObject([{ rows: 1, datasets: 1, suppressed: erased.suppressed }]);
  expect(told('dataset.rewritten')).toMatchObject([
    { datasetId: november.id, cause: 'erasure', rowsBefore: 41, rowsAfter: 40 },
  ]);
  expect(told('suppression.added')).toMatchObject([{ identifiers: 2, added: erased.suppressed }]);
  expect(told('dataset.imported')).toMatchObject([{ datasetId: december.id }, { datasetId: november.id }]);
  expect(told('release.written')).toMatchObject([{ datasetId: december.id, rowsOut: 40 }]);
  expect(JSON.stringify(entries)).not.toMatch(/quagmire|K-4711/i);
  expect((await client.register.verify({})).problems).toEqual([]);
});
