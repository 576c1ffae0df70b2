import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { noFacets } from '#shared/domain/record-view.ts';
import { follow } from '#test/support/make-engine.ts';
import { engineWithRecords, engineWithWorkspace, lists, reopen, says } from './support.ts';

/** Two activities, of which one goes to a recipient abroad and holds data about health. */
async function twoActivities(client: Awaited<ReturnType<typeof engineWithRecords>>['client']) {
  const { id: recipient } = await client.records.saveDraft({
    kind: 'recipient',
    id: null,
    body: { name: says('Müller Straße Ltd'), country: says('US') },
  });
  const { id: clinic } = await client.records.saveDraft({
    kind: 'activity',
    id: null,
    body: {
      name: says('Clinic'),
      role: says('controller'),
      recipients: lists(recipient),
      dataItems: lists({ category: 'special' as const, what: 'blood group', special: 'health' as const }),
      nextReviewOn: says('2020-01-01'),
    },
  });
  const { id: shop } = await client.records.saveDraft({ kind: 'activity', id: null, body: { name: says('Shop') } });
  return { clinic, shop };
}

it('finds a record by all that it states, and by what others that it names are called', async () => {
  const { client } = await engineWithRecords();
  const { clinic, shop } = await twoActivities(client);
  const found = async (text: string) => (await client.records.search({ kind: 'activity', text })).ids;
  expect(await found('BLOOD group')).toEqual([clinic]);
  expect(await found('strasse muller')).toEqual([clinic]);
  expect(await found('blood shop')).toEqual([]);
  expect((await found('')).toSorted()).toEqual([clinic, shop].toSorted());
});

it('says of each activity by what a list of them is narrowed', async () => {
  const { client } = await engineWithRecords();
  const { clinic } = await twoActivities(client);
  const listed = await client.records.list({ kind: 'activity' });
  expect(listed.find(({ id }) => id === clinic)).toMatchObject({
    role: 'controller',
    special: ['health'],
    countries: ['US'],
    nextReviewOn: '2020-01-01',
    people: ['Ada'],
  });
});

it('keeps views with the workspace, two of one name refused', async () => {
  const made = await engineWithWorkspace();
  const view = { name: 'Abroad', text: 'host', facets: { ...noFacets, country: 'US' } };
  await made.client.records.saveViews({ views: [view] });
  await expect(made.client.records.saveViews({ views: [view, view] })).rejects.toBeDefined();
  await made.client.workspaces.close({});
  await reopen(made, made.folder, made.passphrase);
  expect(await made.client.records.views({})).toEqual([view]);
  expect(await made.client.register.verify({})).toMatchObject({ ok: true });
});

it('prints one activity with all that it refers to, and nothing of the others', async () => {
  const made = await engineWithRecords();
  const { clinic } = await twoActivities(made.client);
  const grantId = made.engine.grants.add(made.path('clinic.html'), 'write').grantId;
  const done = await follow(made.client.registerFiles.export({ grantId, format: 'html', activity: clinic }));
  expect(done).toMatchObject({ activities: 1 });
  const page = readFileSync(made.path('clinic.html'), 'utf8');
  expect(page).toContain('Müller Straße Ltd');
  expect(page).not.toContain('Shop');
});
