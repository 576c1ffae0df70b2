import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import { said, saidAll } from '#shared/register/rules/example-view.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
let datasetId: string;
let activity: string;

const save = async <K extends RecordKind>(kind: K, body: RecordBody<K>): Promise<string> =>
  (await made.client.records.saveDraft({ kind, id: null, body })).id;

/** The sample, bound to a purpose, with the activity of Art. 30 that a privacy officer fills in; no assessment yet. */
beforeAll(async () => {
  made = makeEngine();
  await made.client.workspaces.createTemporary({ name: 'Sample', operator: 'Ada' });
  const { grantId } = made.engine.grants.add(resolve('resources/sample/customers.csv'), 'read');
  datasetId = (await follow(made.client.datasets.import({ grantId, informedHow: 'Privacy notice of the shop' }))).id;
  await made.client.lawfulness.bindColumns({
    datasetId,
    purpose: 'P1',
    columns: ['city', 'total_spent'],
    why: 'Groups are formed by them.',
    basis: 'legitimate-interests',
    justification: 'Weighed in LI-001.',
  });
  await made.client.lawfulness.takeOverNotice({ purpose: 'P1', validFrom: '2026-01-01' });
  const [purpose] = await made.client.records.list({ kind: 'purpose' });
  await save('organisation', { name: said('Acme'), address: said('1 Main Street, Ghent') });
  const measure = await save('measure', {
    name: said('Keyed pseudonyms'),
    kind: said('pseudonymisation'),
    description: said('Identifiers leave as keyed hashes.'),
  });
  const system = await save('system', { name: said('Shop'), location: said('Ghent') });
  const period = await save('retention', { name: said('Two years'), duration: said('P2Y'), action: said('delete') });
  const agency = await save('recipient', { name: said('Agency Nord'), kind: said('processor') });
  activity = await save('activity', {
    name: said('Segments of customers'),
    role: said('controller'),
    purposes: saidAll(purpose!.id),
    dataSubjects: saidAll('customers'),
    dataItems: saidAll({ category: 'transaction' }, { category: 'contact' }),
    dataSources: saidAll({ kind: 'subject' }),
    recipients: saidAll(agency),
    transfers: { state: 'none', origin: { from: 'person', by: 'Ada', at: '2026-11-02T09:00:00.000Z' } },
    retention: saidAll(period),
    measures: saidAll(measure),
    systems: saidAll(system),
    datasets: saidAll(datasetId),
    automatedDecision: said('none'),
    startsOn: said('2026-01-01'),
    nextReviewOn: said('2027-01-01'),
  });
});
afterAll(() => made.close());

it('screens the sample by what its columns show', async () => {
  const { criteria, cases, result } = await made.client.impact.screen({ activity });
  const answers = new Map(criteria.map(({ id, answer }) => [id, answer]));
  expect(answers.get('sensitive-data')).toBe('yes');
  expect(answers.get('large-scale')).toBe('yes');
  expect(answers.get('automated-decision')).toBe('no');
  expect(answers.get('new-technology')).toBe('unknown');
  expect(cases.find(({ id }) => id === 'large-scale-special')!.answer).toBe('yes');
  expect(result).toBe('required');
});

it('fills at least 60 % of the template in the sample workspace, each field with the entry behind it', async () => {
  const { fields, filled, text, template } = await made.client.impact.template({ activity });
  expect(filled / fields.length).toBeGreaterThanOrEqual(0.6);
  for (const field of fields)
    if (field.state === 'filled') expect(field.from, field.id).not.toEqual([]);
    else expect(field.who).not.toBe('');
  expect(template.status).toBe('consultation');
  expect(text).toContain('version for public consultation');
  expect(text).toContain('Open. To be answered by the data protection officer.');
  expect(text).toContain('RT-001');
  await expect(made.client.impact.template({ activity: 'PA-999' })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
});

it('begins the test of a further purpose with what is known, and lets nobody decide but people', async () => {
  const { ref, body, state } = await made.client.lawfulness.openTest({ datasetId, purpose: 'P2' });
  expect([ref, state]).toEqual(['CT-001', 'draft']);
  expect(body).toMatchObject({
    dataset: { value: datasetId },
    originalBasis: { value: 'legitimate-interests' },
    nature: { value: expect.stringContaining('“ethnicity”') as string },
  });
  expect(body.outcome).toBeUndefined();
});
