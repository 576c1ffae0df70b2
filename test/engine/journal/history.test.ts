import SqliteDatabase from 'better-sqlite3';
import { cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listEntries } from '#engine/journal/read-journal.ts';
import { appendSome, makeWorkspace, scratch } from '../workspace/support.ts';
import { releaseRecipe, workedWorkspace } from './worked-workspace.ts';

it('tells what happened in names, also of what was deleted, and finds it by them', async () => {
  const { client, dataset, apply } = await workedWorkspace();
  await apply('segments.csv', releaseRecipe());
  const [release] = await client.releases.list({});
  await client.releases.delete({ releaseId: release!.id, reason: 'a trial' });
  await client.datasets.delete({ datasetId: dataset.id, reason: 'asked to' });
  const { entries, total, facets } = await client.register.list({ facets: true });
  expect(total).toBe(entries.length);
  const sentences = entries.map(({ sentence }) => sentence);
  expect(sentences).toContain('Ada deleted the dataset people, because: asked to.');
  expect(sentences.join('\n')).toMatch(
    /Ada released segments\.csv from people for .*40 of 40 rows, anonymised, k 10\./,
  );
  expect(sentences.join('\n')).toContain('Ada deleted the record of release segments.csv, because: a trial.');
  for (const sentence of sentences) {
    expect(sentence).not.toContain(dataset.id);
    expect(sentence).not.toContain(release!.id);
    expect(sentence).not.toMatch(/undefined|\[object|[0-9a-f]{32}/);
  }
  expect(facets?.datasets).toEqual([{ value: dataset.id, label: 'people', entries: expect.any(Number) }]);
  const ofDataset = await client.register.list({ dataset: dataset.id, limit: 1000 });
  expect(ofDataset.total).toBe(facets?.datasets[0]?.entries);
  expect((await client.register.list({ text: 'DELETED people' })).entries.map(({ kind }) => kind)).toEqual([
    'dataset.deleted',
  ]);
  expect((await client.register.list({ area: 'policy' })).entries.map(({ kind }) => kind)).toEqual([
    'policy.overridden',
  ]);
  expect((await client.register.list({ before: '2020-01-01T00:00:00.000Z' })).total).toBe(0);
});

it('finds what was entered since it looked last, and takes no other log for the one it knows', async () => {
  const { workspace, directory } = await makeWorkspace();
  appendSome(workspace, 3);
  const before = scratch();
  cpSync(directory, before, { recursive: true });
  const changes = (): number => listEntries(directory, { text: 'changed the setting' }).total;
  expect(changes()).toBe(3);
  appendSome(workspace, 2);
  expect(changes()).toBe(5);
  await workspace.close();
  // Put back as it was, and other things done since.
  cpSync(before, directory, { recursive: true });
  expect(changes()).toBe(3);
});

it('shows what the log says now, whatever was searched before', async () => {
  const { workspace, directory } = await makeWorkspace();
  appendSome(workspace, 1);
  await workspace.close();
  expect(listEntries(directory, { text: 'setting' }).entries[0]?.actor).not.toBe('Mallory');
  const db = new SqliteDatabase(`${directory}/register.sqlite`);
  db.exec(`DROP TRIGGER log_no_update; UPDATE log SET actor = 'Mallory' WHERE seq = 3`);
  db.close();
  const [entry] = listEntries(directory, { text: 'setting' }).entries;
  expect(entry).toMatchObject({ actor: 'Mallory', sentence: expect.stringMatching(/^Mallory changed the setting/) });
});
