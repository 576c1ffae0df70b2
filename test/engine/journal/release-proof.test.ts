import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exportHead } from '#engine/journal/heads.ts';
import { verifyFiles } from '#resources/verifier/verify.mjs';
import { workedWorkspace } from './worked-workspace.ts';

it('a release has the proof beside it that its register knows of it, which anybody may check; the workspace keeps none', async () => {
  const made = await workedWorkspace();
  const { path, apply, workspace } = made;
  const result = await apply('out.csv');
  expect(result.proof).toBe(path('out.csv.certificate.json.tlog-proof'));
  expect(readdirSync(`${workspace}/releases`).filter((name) => name.endsWith('.tlog-proof'))).toEqual([]);
  const [key] = exportHead(workspace).keys;
  const handed = () =>
    verifyFiles(
      new Map(
        ['out.csv', 'out.csv.certificate.json', 'out.csv.certificate.json.tlog-proof'].map((name) => [
          name,
          readFileSync(path(name)),
        ]),
      ),
      key,
    );
  expect(await handed()).toMatchObject({ ok: true, problems: [], checked: ['out.csv.certificate.json.tlog-proof'] });
  writeFileSync(path('out.csv'), `${readFileSync(path('out.csv'), 'utf8')}x`);
  expect((await handed()).problems).toMatchObject([
    { file: 'out.csv', seq: result.registerEntry, kind: 'file-changed' },
  ]);
});

it('a proof that is there is not written over without being asked to', async () => {
  const { path, apply, wrote } = await workedWorkspace();
  writeFileSync(path('out.csv.certificate.json.tlog-proof'), 'somebody’s own');
  await expect(apply('out.csv')).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
  expect(wrote('out.csv')).toBe(false);
  expect(readFileSync(path('out.csv.certificate.json.tlog-proof'), 'utf8')).toBe('somebody’s own');
});
