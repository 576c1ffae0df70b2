import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { approved, engineWithWorkspace, expectVerified, says } from './support.ts';

it('a notice that is saved as a file stands in the log: which one, its hash, and nothing that it says', async () => {
  const made = await engineWithWorkspace();
  const { client, engine, path } = made;
  const purpose = await approved(client, 'purpose', { title: says('Invitations to members') });
  const save = async (name: string, record?: string) =>
    client.lawfulness.saveNotice({
      purpose: purpose.id,
      grantId: engine.grants.add(path(name), 'write').grantId,
      ...(record === undefined ? {} : { record }),
    });
  const generated = await save('now.txt');
  const kept = await client.lawfulness.takeOverNotice({ purpose: purpose.id, validFrom: '2026-01-01' });
  await save('kept.html', kept.id);

  const sha256 = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(path(name)))
      .digest('hex');
  const { entries } = await client.register.list({ kind: 'notice.exported' });
  const [second, first] = entries;
  expect(first).toMatchObject({
    seq: generated.registerEntry,
    payload: { fileName: 'now.txt', sha256: sha256('now.txt'), format: 'txt', purposeRef: 'PU-001', notice: null },
    sentence: 'Ada saved the notice of PU-001 to now.txt, as the register gave it then.',
  });
  expect(second).toMatchObject({
    subjectRef: kept.id,
    payload: { sha256: sha256('kept.html'), notice: { recordId: kept.id, ref: 'NO-001', version: 1 } },
    sentence: 'Ada saved the notice NO-001 of PU-001, version 1, to kept.html.',
  });
  expect(JSON.stringify(entries.map(({ payload }) => payload))).not.toContain('Invitations');
  await expectVerified(made);
});
