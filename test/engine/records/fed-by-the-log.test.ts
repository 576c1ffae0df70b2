import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '#shared/register/compare/difference.ts';
import { generatedStatements } from '#shared/register/origins.ts';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { differencesText } from '#shared/text/register/differences.ts';
import { follow } from '#test/support/make-engine.ts';
import { people, releaseRecipe, workedWorkspace, type Worked } from '../journal/worked-workspace.ts';
import { approved, says } from './support.ts';

/** The draft of the only record of a kind, as the log began it. */
async function draftOf<K extends RecordKind>({ client }: Worked, kind: K): Promise<RecordVersion<K>> {
  const [found, ...others] = await client.records.list({ kind });
  expect(others).toEqual([]);
  const { draft } = await client.records.get({ kind, id: found!.id });
  return draft as RecordVersion<K>;
}

const release = ({ client, engine, path }: Worked, output: string, recipient?: string) =>
  follow(
    client.files.apply({
      grantId: engine.grants.add(path('people.csv'), 'read').grantId,
      recipe: releaseRecipe(),
      outputGrantId: engine.grants.add(path(output), 'write').grantId,
      keepOrder: false,
      ...(recipient === undefined ? {} : { recipient }),
    }),
  );

/** The rules of the differences; ◇ where a draft has it from the log. */
const told = ({ differences }: Comparison): string[] =>
  differences.map(({ rule, proposed }) => (proposed ? `${rule} ◇` : rule));

/** Sends and approves a draft, taking over all that the log says in it. */
async function takeOverAll({ client }: Worked, { kind, id, body }: RecordVersion, reason = ''): Promise<void> {
  const sent = await client.records.send({ kind, id, reason });
  const takingOver = generatedStatements(body);
  const { version, sha256: recordSha256 } = sent;
  await client.records.approve({ kind, id, version, recordSha256, takingOver });
}

describe('a register that is fed by what happened', () => {
  it('gets a draft from an import, each statement by the entry of the import', async () => {
    const made = await workedWorkspace();
    const { entries } = await made.client.register.list({ kind: 'dataset.imported' });
    const { body, ref } = await draftOf(made, 'activity');
    expect(ref).toBe('PA-001');
    const origin = { from: 'log', entry: entries[0]!.seq };
    expect(body).toMatchObject({
      name: { value: 'people', origin },
      datasets: { items: [{ value: made.dataset.id, origin }] },
      dataItems: {
        items: expect.arrayContaining([
          expect.objectContaining({
            value: { category: 'contact', dataset: made.dataset.id, columns: ['email'] },
            origin,
          }),
        ]) as unknown[],
      },
    });
    const found = await made.client.records.differences({});
    expect(found).toMatchObject({
      differences: [{ rule: 'dataset-undeclared', proposed: true, place: { ref: 'PA-001', field: 'datasets' } }],
      compared: 1,
    });
    await made.shut();
    expect(made.verify()).toMatchObject({ ok: true });
  });

  it('gets purpose and recipient from a release, and says what nobody has stated', async () => {
    const made = await workedWorkspace();
    await takeOverAll(made, await draftOf(made, 'activity'));
    expect(told(await made.client.records.differences({}))).toEqual(['purpose-missing']);
    const { registerEntry } = await release(made, 'out.csv', 'Agency Nord');
    const origin = { from: 'log', entry: registerEntry };
    const purpose = await draftOf(made, 'purpose');
    const recipient = await draftOf(made, 'recipient');
    expect(purpose.body).toMatchObject({ preset: { value: 'p1-find-segments', origin } });
    expect(recipient.body).toEqual({ name: { state: 'stated', value: 'Agency Nord', origin } });
    const activity = await draftOf(made, 'activity');
    expect(activity).toMatchObject({
      version: 2,
      body: {
        purposes: { items: [{ value: purpose.id, origin }] },
        recipients: { items: [{ value: recipient.id, origin }] },
      },
    });
    expect(told(await made.client.records.differences({}))).toEqual([
      'recipient-undeclared ◇',
      'purpose-undeclared ◇',
      'purpose-missing ◇',
    ]);

    // Somebody states the basis and where the recipient is, and takes the rest over.
    const [kept, to] = [purpose.body, recipient.body];
    const basis = says('legitimate-interests' as const);
    await made.client.records.saveDraft({ kind: 'purpose', id: purpose.id, body: { ...kept, basis } });
    await made.client.records.saveDraft({
      kind: 'recipient',
      id: recipient.id,
      body: { ...to, kind: says('processor'), country: says('IN') },
    });
    for (const kind of ['purpose', 'recipient'] as const) await takeOverAll(made, await draftOf(made, kind));
    await takeOverAll(made, activity, 'released');
    const found = await made.client.records.differences({});
    // The written file is anonymised; the recipient is declared, and is abroad.
    expect(told(found)).toEqual(['transfer-undeclared']);
    expect(found.differences[0]).toMatchObject({ detail: { recipient: 'Agency Nord', country: 'IN' } });
  });

  it('never changes what a person wrote, and says nothing twice', async () => {
    const made = await workedWorkspace();
    const draft = await draftOf(made, 'activity');
    const named = { ...draft.body, name: says('Newsletter') } as RecordBody<'activity'>;
    await made.client.records.saveDraft({ kind: 'activity', id: draft.id, body: named });
    const before = await draftOf(made, 'activity');
    // The next edition of the same table.
    await follow(
      made.client.datasets.import({ grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId }),
    );
    const after = await draftOf(made, 'activity');
    expect(after.sha256).toBe(before.sha256);
    expect(after.body).toMatchObject({ name: { value: 'Newsletter', origin: { from: 'person' } } });
  });

  it('names a release without a recipient as one that cannot be judged', async () => {
    const made = await workedWorkspace();
    await takeOverAll(made, await draftOf(made, 'activity'));
    await release(made, 'out.csv');
    const { notJudged } = await made.client.records.differences({});
    expect(notJudged).toContainEqual(expect.objectContaining({ what: 'recipient-not-named', fileName: 'out.csv' }));
  });

  it('names a release whose source nobody can hold against the register', async () => {
    const made = await workedWorkspace();
    writeFileSync(made.path('strange.csv'), people().replaceAll('Bonn', 'Ghent'));
    await follow(
      made.client.files.apply({
        grantId: made.engine.grants.add(made.path('strange.csv'), 'read').grantId,
        recipe: releaseRecipe(),
        outputGrantId: made.engine.grants.add(made.path('away.csv'), 'write').grantId,
      }),
    );
    await release(made, 'out.csv');
    await made.client.datasets.delete({ datasetId: made.dataset.id, reason: 'period is over' });
    const { notJudged } = await made.client.records.differences({});
    const unknown = notJudged.filter(({ what }) => what === 'source-unknown').map(differencesText.notJudged);
    expect(unknown).toHaveLength(2);
    expect(unknown).toContainEqual(
      expect.stringMatching(/^“away\.csv” was released from a file that was never imported/),
    );
    expect(unknown).toContainEqual(expect.stringMatching(/^“out\.csv” was released from “people”, which is not in/));
  });

  it('goes by the log: whoever deletes the record of a release takes nothing of it back', async () => {
    const made = await workedWorkspace();
    await takeOverAll(made, await draftOf(made, 'activity'));
    await release(made, 'out.csv', 'Agency Nord');
    const [written] = await made.client.releases.list({});
    await made.client.releases.delete({ releaseId: written!.id, reason: 'tidied' });
    expect(told(await made.client.records.differences({}))).toContain('recipient-undeclared ◇');
  });

  it('knows a recipient that the register has under another name', async () => {
    const made = await workedWorkspace();
    const known = await approved(made.client, 'recipient', {
      name: says('Agency Nord GmbH'),
      alsoCalled: { state: 'stated', items: [{ id: 'a', value: 'agency nord', origin: says('x').origin }] },
    });
    await release(made, 'out.csv', 'Agency Nord');
    const recipients = await made.client.records.list({ kind: 'recipient' });
    expect(recipients.map(({ id }) => id)).toEqual([known.id]);
    expect((await draftOf(made, 'activity')).body).toMatchObject({ recipients: { items: [{ value: known.id }] } });
  });

  it('knows a recipient who was retired, drafts no second one, and says that they are retired', async () => {
    const made = await workedWorkspace();
    await takeOverAll(made, await draftOf(made, 'activity'));
    const { id, ref } = await approved(made.client, 'recipient', { name: says('Agency Nord') });
    await made.client.records.retire({ kind: 'recipient', id, reason: 'contract over' });
    await release(made, 'out.csv', 'Agency Nord');
    expect(await made.client.records.list({ kind: 'recipient' })).toHaveLength(1);
    const { differences } = await made.client.records.differences({});
    const found = differences.find(({ rule }) => rule === 'recipient-undeclared');
    expect(found).toMatchObject({ place: { kind: 'recipient', ref }, detail: { retired: ref } });
    expect(differencesText.says(found!)).toContain(`who is retired in the register (${ref})`);
  });
});
