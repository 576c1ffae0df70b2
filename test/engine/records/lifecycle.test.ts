import { describe, expect, it } from 'vitest';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import {
  approved,
  claimed,
  engineWithRecords,
  engineWithWorkspace,
  expectVerified,
  lists,
  none,
  reopen,
  says,
} from './support.ts';

const asVersion = (version: unknown): RecordVersion => version as RecordVersion;

describe('a record of the register', () => {
  it('goes from draft to review to approval, and an edit makes a new draft beside what holds', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const recipient = await approved(made.client, 'recipient', { name: says('Mailer Ltd'), kind: says('processor') });
    const body = { name: says('Newsletter'), recipients: lists(recipient.id), transfers: none };
    const draft = await records.saveDraft({ kind: 'activity', id: null, body });
    expect(draft).toMatchObject({ ref: 'PA-001', version: 1, state: 'draft', savedBy: 'Ada', entry: null });
    expect(draft.body).toMatchObject({ name: { value: 'Newsletter', origin: { from: 'person', by: 'Ada' } } });
    const sent = await records.send({ kind: 'activity', id: draft.id, reason: '' });
    expect(sent).toMatchObject({ version: 1, state: 'in-review', reason: '' });
    expect(await records.get({ kind: 'activity', id: draft.id })).toMatchObject({
      draft: null,
      version: { version: 1 },
    });

    await made.client.workspaces.setOperator({ operator: 'Bo' });
    const { sha256: recordSha256 } = sent;
    const done = await records.approve({ kind: 'activity', id: draft.id, version: 1, recordSha256 });
    expect(done).toMatchObject({ state: 'approved', approval: { by: 'Bo', byAnother: true, recordSha256 } });
    expect(done.body).toEqual(sent.body);

    const edited = { ...body, name: says('Newsletter and offers') };
    const next = await records.saveDraft({ kind: 'activity', id: draft.id, body: edited, base: recordSha256 });
    expect(next).toMatchObject({ version: 2, state: 'draft', savedBy: 'Bo', authors: ['Bo'], ref: 'PA-001' });
    // What Ada said stays hers; what Bo changed is his.
    expect(next.body).toMatchObject({
      name: { origin: { by: 'Bo' } },
      recipients: { items: [{ origin: { by: 'Ada' } }] },
      transfers: { origin: { by: 'Ada' } },
    });
    const beside = await records.get({ kind: 'activity', id: draft.id });
    expect(beside).toMatchObject({ version: { version: 1, state: 'approved' }, draft: { version: 2 } });
    expect(asVersion(beside.version).body).toEqual(sent.body);
    expect(await records.diff({ kind: 'activity', id: draft.id, from: 1, to: 'draft' })).toMatchObject([
      { field: 'name', change: 'changed', before: { value: 'Newsletter' }, after: { value: 'Newsletter and offers' } },
    ]);
    const [listed] = await records.list({ kind: 'activity' });
    expect(listed).toMatchObject({ title: 'Newsletter', state: 'approved', beside: [{ state: 'draft', version: 2 }] });
    await expectVerified(made);
  });

  it('goes back with a reason and on from there; a later version needs a reason, a first one does not', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const draft = await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Segments') } });
    const name = { kind: 'purpose', id: draft.id } as const;
    await records.send({ ...name, reason: '' });
    await expect(records.sendBack({ ...name, reason: ' ' })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
    expect(await records.sendBack({ ...name, reason: 'no basis' })).toMatchObject({
      state: 'returned',
      closing: { by: 'Ada', reason: 'no basis' },
    });
    const back = await records.get(name);
    expect(back.draft).toMatchObject({ state: 'returned', version: 2, body: { title: { value: 'Segments' } } });
    await expect(records.send({ ...name, reason: '' })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
    expect(await records.send({ ...name, reason: 'basis added' })).toMatchObject({ version: 2, reason: 'basis added' });
    await expect(records.send({ ...name, reason: 'again' })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
    expect((await records.get(name)).versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'in-review'],
      [1, 'returned'],
    ]);
    await expectVerified(made);
  });

  it('keeps the authors of a text that nobody approved, whoever begins a new draft from it', async () => {
    const made = await engineWithRecords();
    const { records, workspaces } = made.client;
    const { id } = await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Segments') } });
    const name = { kind: 'purpose', id } as const;
    await records.send({ ...name, reason: '' });
    await workspaces.setOperator({ operator: 'Bo' });
    const body = { title: says('Segments'), description: says('Groups of customers') };
    expect(await records.saveDraft({ ...name, body })).toMatchObject({ authors: ['Ada', 'Bo'] });
    await records.sendBack({ ...name, reason: 'described here' });
    const second = await records.send({ ...name, reason: 'description added' });
    await workspaces.setOperator({ operator: 'Ada' });
    const { version, sha256: recordSha256 } = second;
    expect(await records.approve({ ...name, version, recordSha256 })).toMatchObject({ approval: { byAnother: false } });

    const third = await records.saveDraft({ ...name, body: { title: says('Groups') } });
    expect(third.authors).toEqual(['Ada']);
  });

  it('keeps the authors of a version that was sent back, even where its draft is discarded and begun anew', async () => {
    const made = await engineWithRecords();
    const { records, workspaces } = made.client;
    const { id } = await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Segments') } });
    const name = { kind: 'purpose', id } as const;
    await records.send({ ...name, reason: '' });
    await records.sendBack({ ...name, reason: 'no basis' });
    await records.discardDraft({ ...name, reason: 'begun anew' });
    await workspaces.setOperator({ operator: 'Bo' });
    const body = { title: says('Segments'), basis: says('contract') };
    expect(await records.saveDraft({ ...name, body })).toMatchObject({ version: 2, authors: ['Ada', 'Bo'] });
  });

  it('is sent, sent back, retired and discarded as it was shown, and refused where it is another by now', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const first = await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Segments') } });
    const name = { kind: 'purpose', id: first.id, reason: 'looked at' } as const;
    const second = await records.saveDraft({ ...name, body: { title: says('Segments of buyers') } });
    const stale = { ...name, recordSha256: first.sha256 };
    const refused = {
      code: 'RECORD_CHANGED',
      data: { detail: expect.stringMatching(/^Version 1 of PU-001 “Segments of buyers”.* is not what was shown/) },
    };
    await expect(records.send(stale)).rejects.toMatchObject(refused);
    await expect(records.discardDraft(stale)).rejects.toMatchObject(refused);
    const sent = await records.send({ ...name, recordSha256: second.sha256 });
    await expect(records.sendBack(stale)).rejects.toMatchObject(refused);
    await records.sendBack({ ...name, recordSha256: sent.sha256 });
    const again = (await records.get(name)).draft!;
    if ('unreadable' in again) throw new Error('It is readable.');
    await records.discardDraft({ ...name, recordSha256: again.sha256 });
    const next = await approved(made.client, 'purpose', { title: says('Buyers') }, first.id);
    await expect(records.retire(stale)).rejects.toMatchObject({ code: 'RECORD_CHANGED' });
    await records.retire({ ...name, recordSha256: next.sha256 });
    await expectVerified(made);
  });

  it('is retired with a reason; whoever names it is told, and its text stays', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const recipient = await approved(made.client, 'recipient', { name: says('Mailer Ltd') });
    const activity = await approved(made.client, 'activity', {
      name: says('Letters'),
      recipients: lists(recipient.id),
    });
    const retired = await records.retire({ kind: 'recipient', id: recipient.id, reason: 'contract ended' });
    expect(retired).toMatchObject({
      version: { state: 'retired', closing: { reason: 'contract ended' }, approval: { by: 'Bo' } },
      referredBy: [{ id: activity.id, ref: 'PA-001', title: 'Letters', field: 'recipients' }],
    });
    const [cell] = (await records.list({ kind: 'activity' }))[0]!.minimum!.cells.filter(({ id }) => id === '30(1)(d)');
    expect(cell).toMatchObject({
      state: 'not-stated',
      missing: expect.arrayContaining([
        { kind: 'activity', id: activity.id, field: 'recipients', why: 'record-retired' },
      ]),
    });
    await expect(records.retire({ kind: 'recipient', id: recipient.id, reason: 'again' })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
    });
    await expectVerified(made);
  });

  it('is one record where there is but one: the organisation', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    await records.saveDraft({ kind: 'organisation', id: null, body: { name: says('Acme') } });
    const again = await records.saveDraft({ kind: 'organisation', id: null, body: { name: says('Acme Ltd') } });
    expect(again).toMatchObject({ id: 'organisation', body: { name: { value: 'Acme Ltd' } } });
    expect(await records.list({})).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('is told by one entry per sitting: at its end, at closing, and at the next opening', async () => {
    const made = await engineWithWorkspace();
    const { records, register } = made.client;
    // The workspace began the record of its organisation.
    const drafted = async () =>
      (await register.list({ kind: 'record.drafted' })).entries.filter(
        ({ subjectRef }) => subjectRef !== 'organisation',
      );
    const first = await records.saveDraft({ kind: 'system', id: null, body: { name: says('CRM') } });
    const name = { kind: 'system', id: first.id } as const;
    await records.saveDraft({ ...name, body: { name: says('CRM'), vendor: says('V') } });
    expect(await drafted()).toEqual([]);
    expect((await records.endSitting(name)).entries).toHaveLength(1);
    expect(await drafted()).toMatchObject([{ payload: { ref: 'SY-001', fields: ['name', 'vendor'] } }]);
    expect((await records.endSitting({})).entries).toEqual([]);
    // Saving what is there already begins no sitting.
    await records.saveDraft({ ...name, body: { name: says('CRM'), vendor: says('V') } });
    await records.saveDraft({ ...name, body: { name: says('CRM'), vendor: says('Vendor') } });
    await made.client.workspaces.close({});
    await reopen(made, made.folder, made.passphrase);
    expect((await drafted()).map(({ payload }) => (payload as { fields: string[] }).fields)).toEqual([
      ['vendor'],
      ['name', 'vendor'],
    ]);
    expect(JSON.stringify(await drafted())).not.toContain('CRM');
    await expectVerified(made);
  });

  it('that somebody else changed meanwhile is not written over: what differs is handed back', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const first = await records.saveDraft({ kind: 'system', id: null, body: { name: says('CRM') } });
    const name = { kind: 'system', id: first.id } as const;
    await records.saveDraft({ ...name, body: { name: says('CRM 2') }, base: first.sha256 });
    await expect(
      records.saveDraft({ ...name, body: { name: says('CRM 3') }, base: first.sha256 }),
    ).rejects.toMatchObject({
      code: 'RECORD_CHANGED',
      data: {
        detail: expect.stringContaining('SY-001'),
        findings: [{ field: 'name', before: { value: 'CRM 2' }, after: { value: 'CRM 3' } }],
      },
    });
    expect((await records.get(name)).draft).toMatchObject({ body: { name: { value: 'CRM 2' } } });
  });

  it('keeps its reference to itself for good: a discarded one is not given again', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const one = await records.saveDraft({ kind: 'measure', id: null, body: { name: says('Keys') } });
    await records.saveDraft({ kind: 'measure', id: null, body: { name: says('Doors') } });
    await records.discardDraft({ kind: 'measure', id: one.id, reason: 'twice' });
    await records.discardDraft({
      kind: 'measure',
      id: (await records.list({}))[0]!.id,
      reason: 'not ours',
    });
    expect(await records.saveDraft({ kind: 'measure', id: null, body: {} })).toMatchObject({ ref: 'SM-003' });
    await expectVerified(made);
  });

  it.each([
    ['a field that there is not', { colour: says('red') }, '“colour” is no field'],
    ['a choice that there is not', { role: says('bystander') }, '“Role” cannot be taken'],
    [
      'a part that does not fit',
      { dataItems: lists({ category: 'contact' }, { category: 'shoes' }) },
      '“Data”, value 2, “Category”',
    ],
    [
      'two values of one id',
      {
        datasets: {
          state: 'stated',
          items: [
            { id: 'a', value: 'x', origin: claimed },
            { id: 'a', value: 'y', origin: claimed },
          ],
        },
      },
      '“Datasets” holds two values',
    ],
    ['a record that is not there', { recipients: lists('nobody') }, '“Recipients” names a recipient “nobody”'],
    [
      'a record of a part that is not there',
      { dataItems: lists({ category: 'contact', retention: 'never' }) },
      '“Kept for” names a retention rule “never”',
    ],
  ])('with %s is refused by the field’s name, and nothing is saved', async (_what, body, sentence) => {
    const made = await engineWithRecords();
    await expect(
      made.client.records.saveDraft({ kind: 'activity', id: null, body: body as never }),
    ).rejects.toMatchObject({ code: 'RECORD_INVALID', data: { detail: expect.stringContaining(sentence) } });
    expect(await made.client.records.list({})).toEqual([]);
  });

  it('that others name is not discarded under them', async () => {
    const made = await engineWithRecords();
    const { records } = made.client;
    const system = await records.saveDraft({ kind: 'system', id: null, body: { name: says('CRM') } });
    await records.saveDraft({ kind: 'activity', id: null, body: { systems: lists(system.id) } });
    await expect(records.discardDraft({ kind: 'system', id: system.id, reason: 'x' })).rejects.toMatchObject({
      data: { detail: expect.stringContaining('PA-001') },
    });
  });
});

describe('two people who approve at once', () => {
  it('the second gets one sentence and what the version changed; nothing is approved twice', async () => {
    const made = await engineWithRecords();
    const { records, register } = made.client;
    const first = await approved(made.client, 'system', { name: says('CRM') });
    const name = { kind: 'system', id: first.id } as const;
    await records.saveDraft({ ...name, body: { name: says('CRM'), vendor: says('V') } });
    const sent = await records.send({ ...name, reason: 'vendor' });
    const word = { ...name, version: 2, recordSha256: sent.sha256 };
    await expect(records.approve({ ...word, recordSha256: first.sha256 })).rejects.toMatchObject({
      code: 'RECORD_CHANGED',
    });
    await records.approve(word);
    await made.client.workspaces.setOperator({ operator: 'Cy' });
    await expect(records.approve(word)).rejects.toMatchObject({
      code: 'RECORD_CHANGED',
      data: { detail: expect.stringContaining('approved by Ada before you'), findings: [{ field: 'vendor' }] },
    });
    expect((await register.list({ kind: 'record.approved' })).total).toBe(2);
    await expectVerified(made);
  });
});
