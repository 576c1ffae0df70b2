import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { checkCertificateFile, checkedCertificateFile } from '#engine/release/check-certificate-file.ts';
import { follow } from '#test/support/make-engine.ts';
import { releaseRecipe, workedWorkspace } from '../journal/worked-workspace.ts';

it('says of a release what its source lost afterwards, and in a later one what it had lost before', async () => {
  const { client, engine, dataset, path, workspace } = await workedWorkspace();
  const release = async (name: string) => {
    const { grantId } = engine.grants.add(path(name), 'write');
    await follow(client.releases.run({ datasetId: dataset.id, recipe: releaseRecipe(), grantId, keepOrder: false }));
    return (await client.releases.list({})).find(({ fileName }) => fileName === name)!.id;
  };
  const sinceOf = async (releaseId: string) => (await client.releases.certificate({ releaseId })).rewrittenSince;
  const first = await release('first.csv');
  expect(await sinceOf(first)).toBeNull();

  const erase = { values: ['ana7@mail.example'], reason: 'Art. 17 request', by: [], dryRun: false, suppress: false };
  await follow(client.subjects.erase(erase));
  const rectify = { values: ['ana9@mail.example'], datasetId: dataset.id, column: 'city', reason: 'moved' };
  await follow(client.subjects.rectify({ ...rectify, to: 'Bonn' }));
  const entries = (await client.register.list({ kind: 'dataset.rewritten' })).entries;
  const since = {
    times: 2,
    lastAt: entries[0]!.ts,
    registerEntry: entries[0]!.seq,
    causes: [
      { cause: 'erasure', times: 1 },
      { cause: 'rectification', times: 1 },
    ],
  };
  expect(await sinceOf(first)).toEqual(since);
  const found = await checkCertificateFile(path('first.csv'), workspace);
  expect(found).toMatchObject({ ok: true, rewrittenSince: since });
  expect(await checkedCertificateFile(found, 'page.html', '')).toContain(
    'rewritten 2 times after it (1 erasure and 1 rectification)',
  );

  const second = await release('second.csv');
  expect(await sinceOf(second)).toBeNull();
  const read = (name: string) => JSON.parse(readFileSync(path(`${name}.certificate.json`), 'utf8')) as Certificate;
  expect(read('first.csv').inputs[0]).not.toHaveProperty('rewrites');
  expect(read('second.csv').inputs[0]).toMatchObject({
    rows: 39,
    rewrites: { times: 2, rows: 1, cells: 1, rejectedRows: 0 },
  });
  // The dataset keeps when it was rewritten, and the entry when it was entered.
  const { lastAt } = read('second.csv').inputs[0]!.rewrites!;
  expect(Math.abs(Date.parse(lastAt) - Date.parse(since.lastAt))).toBeLessThan(60_000);
});
