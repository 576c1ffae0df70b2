import { expect, it } from 'vitest';
import type { RequestRecord } from '#shared/cases/request.ts';
import { dueItem } from '#shared/domain/due.ts';
import { dueRequests } from '#engine/use-cases/requests/due-requests.ts';
import { requestCases } from '#engine/use-cases/requests/request-records.ts';
import { makeWorkspace } from '../workspace/support.ts';
import { makeEngine } from '#test/support/make-engine.ts';

const asked: RequestRecord = {
  ref: 'R-1',
  type: 'erase',
  receivedOn: '2026-11-04',
  channel: 'e-mail',
  calendar: 'DE',
  language: 'en',
  name: 'Maria Musterfrau',
  contact: '',
  onBehalf: '',
  wish: '',
  identifiers: ['maria@example.com'],
  identity: { state: 'open', method: '', on: null },
  waits: [],
  extension: null,
  acknowledgedOn: null,
  search: null,
  decision: null,
  deeds: [],
  recipients: [],
  answer: null,
};

it('tells what is due of requests, and nothing of whom', async () => {
  const { workspace } = await makeWorkspace();
  const marketing: RequestRecord = { ...asked, ref: 'R-2', type: 'object-marketing' };
  const closed: RequestRecord = {
    ...asked,
    ref: 'R-3',
    answer: { on: '2026-11-20', how: 'letter', remediesTold: true },
  };
  workspace.transaction(() => {
    for (const [id, record] of Object.entries({ a: asked, b: marketing, c: closed }))
      requestCases(workspace).save(id, record);
  });
  const due = dueRequests(workspace, '2026-11-30T09:00:00.000Z');
  expect(due.map(({ id, ref, at, what }) => [id, ref, at, what])).toEqual([
    ['a/answer', 'R-1', '2026-12-04', 'Answer the request for erasure'],
    ['b/stop', 'R-2', '2026-11-04', 'Stop advertising'],
    ['b/answer', 'R-2', '2026-12-04', 'Answer the objection to advertising'],
    ['c/delete', 'R-3', '2029-11-20', 'Delete the record of the request for erasure'],
  ]);
  for (const item of due) expect(dueItem.parse(item)).toEqual(item);
  expect(JSON.stringify(due)).not.toMatch(/Muster|maria/);
  await workspace.close();
});

it('refuses to work on while the clock is set back, and counts on from the last day that is known', async () => {
  let now = '2026-11-30T10:00:00Z';
  const { client, close } = makeEngine('in memory', { clock: () => new Date(now) });
  await client.workspaces.createTemporary({ name: 'Try', operator: 'Ada' });
  const { id } = await client.requests.open({
    type: 'access',
    receivedOn: '2026-11-04',
    name: 'Maria',
    calendar: 'DE',
  });
  now = '2026-11-10T10:00:00Z';
  const { requests } = await client.requests.list({});
  expect(requests[0]).toMatchObject({ ref: 'R-1', left: 4, next: { due: '2026-12-04' } });
  await expect(client.requests.act({ id, act: { act: 'acknowledge', on: '2026-11-05' } })).rejects.toMatchObject({
    data: { detail: expect.stringContaining('Set the clock right, then go on.') as unknown },
  });
  await close();
});
