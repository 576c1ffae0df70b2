import { afterEach, beforeEach, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeEach(async () => {
  made = makeEngine();
  await made.client.workspaces.createTemporary({ name: 'Sample', operator: 'Ada' });
});
afterEach(() => made.close());

async function importSample(): Promise<void> {
  const { grantId } = await made.client.datasets.sampleGrant({});
  await follow(made.client.datasets.import({ grantId, informedHow: '' }));
}

it('the sample with its register fills 60 % of the assessment, each field naming an entry; nothing is approved', async () => {
  await importSample();
  const found = await made.client.registerFiles.sample({});
  expect(found).not.toBeNull();
  await follow(made.client.registerFiles.import({ grantId: found!.grantId, again: 'update' }));
  const { fields, filled } = await made.client.impact.template({ activity: 'PA-001' });
  expect(filled / fields.length).toBeGreaterThanOrEqual(0.6);
  for (const field of fields) if (field.state === 'filled') expect(field.from, field.id).not.toEqual([]);
  const records = await made.client.records.list({});
  expect(new Set(records.map(({ state }) => state))).toEqual(new Set(['draft']));
  // One activity: what the import proposed and what the register says are the same.
  expect(records.filter(({ kind }) => kind === 'activity')).toHaveLength(1);
  for (const kind of ['organisation', 'recipient', 'retention', 'measure', 'system'])
    for (const record of records.filter((one) => one.kind === kind)) expect(record.title).toContain('(sample)');
  // It is offered once.
  expect(await made.client.registerFiles.sample({})).toBeNull();
});

it('is not offered to a workspace without the sample, nor to a register that somebody keeps', async () => {
  expect(await made.client.registerFiles.sample({})).toBeNull();
  await importSample();
  const origin = { from: 'person', by: 'Ada', at: '2026-11-02T09:00:00.000Z' } as const;
  await made.client.records.saveDraft({
    kind: 'organisation',
    id: null,
    body: { name: { state: 'stated', value: 'Acme', origin } },
  });
  expect(await made.client.registerFiles.sample({})).toBeNull();
});
