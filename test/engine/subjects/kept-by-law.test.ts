import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RequestView } from '#shared/contract/requests.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { importDataset } from '#engine/use-cases/datasets/import-dataset.ts';
import { actOnRequest } from '#engine/use-cases/requests/act-on-request.ts';
import { eraseForRequest } from '#engine/use-cases/requests/erase-for-request.ts';
import { findForRequest } from '#engine/use-cases/requests/find-request.ts';
import { openRequest } from '#engine/use-cases/requests/open-request.ts';
import { eraseSubject } from '#engine/use-cases/subjects/erase/erase-subject.ts';
import { findSubject } from '#engine/use-cases/subjects/find-subject.ts';
import { suppressSubject } from '#engine/use-cases/suppression/suppress-subject.ts';
import { unsuppressSubject } from '#engine/use-cases/suppression/unsuppress-subject.ts';
import { onListOf } from '#engine/suppression/suppression-list.ts';
import { createWorkspace } from '#engine/workspace/open-workspace.ts';
import { jobOf, rowsOf, sessionAt } from '../rewrite/support.ts';
import { newWorkspace, testPlace } from '../workspace/support.ts';

const mail = (at: number): string => `p${at}@mail.example`;
const customers = [
  'customer_id,email,city,note',
  ...Array.from({ length: 30 }, (_, at) => `K-${1000 + at},${mail(at)},${at % 2 === 0 ? 'Bonn' : 'Lyon'},`),
].join('\n');
const orders = [
  'invoice,customer_id,email,total',
  ...Array.from({ length: 40 }, (_, at) => `INV-${at},K-${1000 + (at % 20)},${mail(at % 20)},${at}.50`),
].join('\n');
const asked = { by: [], dryRun: false, suppress: false };

/** Two tables; person 7 has one row of customers and the invoices 7 and 27. */
async function shop() {
  const place = testPlace();
  const state = sessionAt(place);
  const { workspace } = await createWorkspace(place.directory, newWorkspace, place.env);
  await state.adoptWorkspace(workspace);
  const bring = async (name: string, text: string): Promise<string> => {
    const path = join(place.root, `${name}.csv`);
    writeFileSync(path, text);
    const { grantId } = state.grants.add(path, 'read');
    return (await importDataset(state, jobOf(), { grantId, informedHow: '' })).id;
  };
  return {
    place,
    state,
    workspace,
    customers: await bring('customers', customers),
    orders: await bring('orders', orders),
  };
}

it('keeps of an erased person what a law asks for, empties the rest of it, and says so', async () => {
  const { place, state, workspace, ...ids } = await shop();
  const before = await rowsOf(state, ids.orders);
  const keep = { datasetId: ids.orders, columns: ['invoice', 'total'], ground: 'legal-obligation' as const };
  const erase = (keeps: { columns?: string[]; reason: string }) =>
    eraseSubject(state, jobOf(), {
      ...asked,
      values: [mail(7), 'K-1007'],
      reason: 'Art. 17 request',
      keep: [{ ...keep, ...keeps }],
    });
  await expect(erase({ reason: ' ' })).rejects.toThrow('Say which law keeps what of “orders”');
  await expect(erase({ columns: ['nowhere'], reason: 'tax' })).rejects.toMatchObject({ code: 'COLUMN_UNKNOWN' });
  expect(workspace.catalog.entriesOf('dataset.rewritten')).toEqual([]);

  const made = await erase({ reason: 'tax law, until 2034' });
  const told = { rows: 2, columns: ['invoice', 'total'], emptied: ['customer_id', 'email'] };
  const kept = { ...told, ground: 'legal-obligation', reason: 'tax law, until 2034' };
  expect(made.datasets.find(({ name }) => name === 'orders')).toMatchObject({ rows: 0, kept });
  expect(made.datasets.find(({ name }) => name === 'customers')).toMatchObject({ rows: 1, kept: null });
  expect(made.remains[0]).toEqual({
    what: '2 records of “orders”, of which “invoice” and “total” stay',
    why: 'A law demands the data (Art. 17(3)(b)). tax law, until 2034',
  });
  expect(await rowsOf(state, ids.orders)).toEqual(
    before.map((row) => (row[2] === mail(7) ? [row[0], null, null, row[3]] : row)),
  );
  expect(await rowsOf(state, ids.customers)).toHaveLength(29);
  const [entry] = workspace.catalog.entriesOf('subject.erased');
  expect(entry!.payload.kept).toEqual([{ datasetId: ids.orders, ...kept, columns: 2 }]);
  const again = await findSubject(state, jobOf(), { values: [mail(7), 'K-1007'] });
  expect(again.hits).toEqual([]);
  await state.close();
  expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
});

it('erases for a request what was not decided to stay', async () => {
  const { state, ...ids } = await shop();
  const { id } = openRequest(state, {
    type: 'erase',
    receivedOn: '2026-01-02',
    channel: 'letter',
    calendar: '',
    language: 'en',
    name: '',
    contact: '',
    onBehalf: '',
    wish: '',
    identifiers: [mail(3), 'K-1003'],
  });
  actOnRequest(state, { id, act: { act: 'identified', needed: true, how: 'passport', on: '2026-01-03' } });
  const found = await findForRequest(state, jobOf(), id);
  const hits = found.request.search!.hits;
  const decide = (ground: 'legal-obligation' | 'excessive', columns?: string[]): RequestView =>
    actOnRequest(state, {
      id,
      act: {
        act: 'decide',
        outcome: 'partly',
        ground,
        reason: 'Invoices stay.',
        kept: hits.flatMap(({ dataset }, hit) =>
          dataset === 'orders' ? [{ hit, reason: 'tax law, until 2034', ...(columns && { columns }) }] : [],
        ),
      },
    });
  decide('excessive');
  await expect(eraseForRequest(state, jobOf(), { id, suppress: false })).rejects.toThrow(
    'On this ground nothing is kept',
  );
  decide('legal-obligation');
  const { request } = await eraseForRequest(state, jobOf(), { id, suppress: false });
  expect(request.deeds).toMatchObject([{ what: 'erased', rows: 1 }]);
  expect(request.deeds[0]!.remains[0]!.what).toBe('2 records of “orders”');
  expect(await rowsOf(state, ids.orders)).toHaveLength(40);
  decide('legal-obligation', ['invoice', 'customer_id', 'total']);
  await eraseForRequest(state, jobOf(), { id, suppress: false });
  const theirs = (await rowsOf(state, ids.orders)).filter(([, customer]) => customer === 'K-1003');
  expect(theirs.map(([, , email]) => email)).toEqual([null, null]);
});

it('finds what people wrote into the register, and says that it stays there', async () => {
  const { state, workspace, customers: datasetId } = await shop();
  workspace.register.append({
    kind: 'quality.scheduled',
    subjectRef: datasetId,
    payload: { datasetId, everyDays: 90, freshDays: 14, reason: `asked for by ${mail(5)} on the telephone` },
  });
  const { seq } = workspace.catalog.entriesOf('quality.scheduled')[0]!;
  const of = { place: 'register', dataset: `entry ${seq} of the register`, match: 'text', rows: 1 };
  const { hits, notSearched } = await findSubject(state, jobOf(), { values: [mail(5)] });
  expect(hits).toContainEqual(expect.objectContaining(of));
  expect(notSearched.map(({ what }) => what)).toEqual(['requests and breaches, which lie under seal']);
  const { remains } = await eraseSubject(state, jobOf(), { ...asked, values: [mail(5)], reason: 'asked', keep: [] });
  expect(remains).toContainEqual({
    what: of.dataset,
    why: expect.stringContaining('An entry is not changed') as string,
  });
});

it('takes a person off the suppression list by what put them on it, with a reason', async () => {
  const { state, workspace } = await shop();
  await suppressSubject(state, { values: [mail(1), mail(2)], reason: 'objected' });
  const isListed = (at: number): boolean => onListOf(workspace)?.('mail', mail(at)) ?? false;
  expect([1, 2, 3].map(isListed)).toEqual([true, true, false]);
  expect(() => unsuppressSubject(state, { values: [mail(1)], reason: '' })).toThrow('Say why somebody is taken off');
  expect(() => unsuppressSubject(state, { values: [mail(3)], reason: 'x' })).toThrow('None of these values');
  const made = unsuppressSubject(state, { values: [` ${mail(1).toUpperCase()}`], reason: 'agreed again' });
  expect([1, 2].map(isListed)).toEqual([false, true]);
  const [entry] = workspace.catalog.entriesOf('suppression.removed');
  expect(entry).toMatchObject({ seq: made.registerEntry, payload: { removed: made.removed, hashes: made.hashes } });
  expect(workspace.hold()).toMatchObject({ damage: null, contradictions: [] });
});
