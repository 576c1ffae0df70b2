import { expect, it, onTestFinished } from 'vitest';
import { dueKeys } from '#engine/use-cases/keys/due-keys.ts';
import { keysAsOf } from '#engine/use-cases/keys/keys-as-of.ts';
import { makeWorkspace } from '../workspace/support.ts';

const hash = 'ab'.repeat(32);
const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');
const dayAfter = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

it('counts from the first pseudonymised release, then from the change of the key', async () => {
  const { workspace } = await makeWorkspace();
  onTestFinished(() => workspace.close());
  const released = (purpose: string, release: 'pseudonymised' | 'anonymised') =>
    workspace.register.append({
      kind: 'release.written',
      subjectRef: purpose,
      payload: {
        datasetId: null,
        fileName: 'a.csv',
        sourceSha256: hash,
        recipeSha256: hash,
        purpose,
        release,
        outputSha256: hash,
        certificateSha256: hash,
      },
    });
  released('p2', 'anonymised');
  const state = { requireWorkspace: () => workspace, findPurpose: () => null, policyOverrides: () => [] };
  expect(await dueKeys(state)).toEqual([]);
  released('p1-find-segments', 'pseudonymised');
  const [first] = workspace.catalog.entriesOf('release.written').slice(-1);
  expect(await dueKeys(state)).toMatchObject([
    { kind: 'key', id: 'key-p1-find-segments', at: dayAfter(first!.ts, 365), screen: 'settings' },
  ]);

  const [before, other] = [workspace.keys.pseudonymKey('p1-find-segments'), workspace.keys.pseudonymKey('p2')];
  const payload = { key: 'p1-find-segments', epoch: 1, reason: 'a year' };
  workspace.register.append({ kind: 'key.rotated', subjectRef: 'p1-find-segments', payload });
  const rotated = workspace.catalog.entriesOf('key.rotated')[0]!;
  expect((await dueKeys(state)).map(({ at }) => at)).toEqual([dayAfter(rotated.ts, 365)]);
  // A key that a recipe named, and that was changed, is no purpose's.
  const own = { key: 'newsletter', epoch: 1, reason: 'a year' };
  workspace.register.append({ kind: 'key.rotated', subjectRef: 'newsletter', payload: own });
  expect((await dueKeys(state)).map(({ id }) => id)).toEqual(['key-newsletter', 'key-p1-find-segments']);
  expect(hex(workspace.keys.pseudonymKey('p1-find-segments'))).not.toBe(hex(before));
  expect(hex(workspace.keys.pseudonymKey('p1-find-segments', 0))).toBe(hex(before));
  expect(hex(workspace.keys.pseudonymKey('p2'))).toBe(hex(other));
  const then = (at: string): string => hex(keysAsOf(workspace, at).pseudonymKey('p1-find-segments'));
  expect(then('2000-01-01T00:00:00.000Z')).toBe(hex(before));
  expect(then('2100-01-01T00:00:00.000Z')).toBe(hex(workspace.keys.pseudonymKey('p1-find-segments')));
});
