import { cpSync, existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryKinds } from '#shared/journal/entry-kinds/index.ts';
import { registerText } from '#shared/text/window/register.ts';
import { releaseRecipe, workedWorkspace } from './worked-workspace.ts';

test('every kind of entry has words of its own in the window', () => {
  for (const kind of Object.keys(entryKinds)) expect(registerText.kind(kind), kind).not.toBe(kind);
});

test('a dataset that was deleted keeps its name in all its entries, and is not deleted without a reason', async () => {
  const { client, dataset } = await workedWorkspace();
  for (const reason of ['', '  \n'])
    await expect(client.datasets.delete({ datasetId: dataset.id, reason })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
      message: expect.stringContaining('people'),
    });
  expect(await client.datasets.list({})).toHaveLength(1);
  await client.datasets.delete({ datasetId: dataset.id, reason: ' asked to ' });
  const { entries } = await client.register.list({});
  const ofDataset = entries.filter(({ subjectRef }) => subjectRef === dataset.id);
  expect(ofDataset.map(({ kind }) => kind)).toContain('classification.decided');
  expect(ofDataset.map(({ about }) => about)).toEqual(ofDataset.map(() => 'people'));
  expect(ofDataset[0]).toMatchObject({ kind: 'dataset.deleted', payload: { name: 'people', reason: 'asked to' } });
  expect((await client.register.get({ seq: ofDataset[0]!.seq })).about).toBe('people');
  expect(entries.find(({ kind }) => kind === 'workspace.created')?.about).toBeUndefined();
});

test('the record of a release is not deleted without a reason either', async () => {
  const { client, apply } = await workedWorkspace();
  await apply('out.csv', releaseRecipe());
  const [release] = await client.releases.list({});
  await expect(client.releases.delete({ releaseId: release!.id, reason: ' ' })).rejects.toMatchObject({
    code: 'WRONG_USAGE',
    message: expect.stringContaining('out.csv'),
  });
  await client.releases.delete({ releaseId: release!.id, reason: 'a trial' });
  expect((await client.register.list({ kind: 'release.deleted' })).entries[0]?.payload).toEqual({
    releaseId: release!.id,
    fileName: 'out.csv',
    reason: 'a trial',
  });
});

test('a workspace is not deleted without a reason, and a copy put back later is told to be older', async () => {
  const made = await workedWorkspace();
  const confirmName = 'Acme';
  await expect(made.client.workspaces.delete({ confirmName, reason: ' ' })).rejects.toMatchObject({
    code: 'WRONG_USAGE',
    message: expect.stringContaining('Acme'),
  });
  expect(existsSync(made.file)).toBe(true);
  const copy = made.path('copy');
  cpSync(made.workspace, copy, { recursive: true });
  await made.client.workspaces.delete({ confirmName, reason: 'moved to another machine' });
  expect(existsSync(made.workspace)).toBe(false);
  cpSync(copy, made.workspace, { recursive: true });
  expect(made.verify()).toMatchObject({ ok: false, problems: [{ kind: 'removed' }] });
});
