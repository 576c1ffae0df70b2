import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { readEntryProof } from '#shared/journal/tlog-proof.ts';
import { compileCache } from '#scripts/runtime/project-root.mjs';
import { bundledProgram } from '#test/support/bundled-program.ts';
import { passphrase, releaseRecipe, workedWorkspace } from './worked-workspace.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const former = {
  'out.csv': 'last month\n',
  'out.csv.certificate.json': '{"of":"last month"}\n',
  'out.csv.certificate.json.tlog-proof': 'c2sp.org/tlog-proof@v1 of last month\n',
  'out.csv.datapackage.json': '{"name":"last month"}\n',
};
const parts = ['Acme.custos', 'profile'];

it(
  'a release that is killed at any moment is completed or cleared at the next start, by name; nothing hidden stays ' +
    'and nothing former is lost',
  async () => {
    const program = await bundledProgram(new URL('children/release-and-die.ts', import.meta.url));
    const made = await workedWorkspace();
    const { client, directory, path } = made;
    await made.shut();
    const out = path('out');
    writeFileSync(path('recipe.json'), JSON.stringify(releaseRecipe()));
    for (const part of parts) cpSync(path(part), path(`sound/${part}`), { recursive: true });
    const release = (last: number): { killed: boolean; calls: number } => {
      for (const part of [...parts, 'out']) rmSync(path(part), { recursive: true, force: true });
      for (const part of parts) cpSync(path(`sound/${part}`), path(part), { recursive: true });
      mkdirSync(out);
      for (const [name, text] of Object.entries(former)) writeFileSync(join(out, name), text);
      const { signal, stdout, stderr } = spawnSync(process.execPath, [program, directory, passphrase, String(last)], {
        encoding: 'utf8',
        env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
      });
      if (signal === null && stdout === '') throw new Error(stderr);
      return { killed: signal === 'SIGKILL', calls: Number(stdout) };
    };
    const found = (): Record<string, string> =>
      Object.fromEntries(
        readdirSync(out)
          .sort()
          .map((name) => [name, readFileSync(join(out, name), 'utf8')]),
      );
    const { calls } = release(Number.MAX_SAFE_INTEGER);
    const ends = { untouched: 0, cleared: 0, completed: 0, written: 0 };
    // Before anything is staged one moment is as good as any other; from the names on each of them counts.
    for (const last of [1, ...Array.from({ length: 20 }, (_, at) => calls - 20 + at)]) {
      expect(release(last).killed, `before call ${last + 1}`).toBe(true);
      const cut = made.verify();
      expect(cut.ok, `before call ${last + 1}`).toBe(true);
      const { notices } = await made.open();
      const { entries } = await client.register.list({});
      const released = entries
        .filter(({ kind }) => kind.startsWith('release.'))
        .map(({ kind, payload }) => ({
          kind,
          payload: payload as Record<'outputSha256' | 'certificateSha256' | 'descriptorSha256', string>,
        }));
      const kinds = released
        .map(({ kind }) => kind)
        .toReversed()
        .join(' ');
      const files = found();
      if (kinds === 'release.announced release.written') {
        expect(Object.keys(files)).toEqual(Object.keys(former));
        const { outputSha256, certificateSha256, descriptorSha256 } = released[0]!.payload;
        const written = ['out.csv', 'out.csv.certificate.json', 'out.csv.datapackage.json'].map((name) => files[name]!);
        expect(written.map(sha256)).toEqual([outputSha256, certificateSha256, descriptorSha256]);
        // The proof beside them is of this release, announced or written, whenever the program was cut off.
        const proof = readEntryProof(files['out.csv.certificate.json.tlog-proof']!, registerCrypto);
        expect(JSON.parse((JSON.parse(proof!.entry) as { payload: string }).payload)).toMatchObject({
          certificateSha256: released[0]!.payload.certificateSha256,
        });
        expect(await client.releases.list({})).toMatchObject([{ fileName: 'out.csv', rowsOut: 40 }]);
        const told = notices.some((notice) =>
          notice.includes('The release of out.csv was cut off after its files were in place'),
        );
        ends[told ? 'completed' : 'written'] += 1;
      } else {
        expect(files).toEqual(former);
        expect(await client.releases.list({})).toEqual([]);
        expect(readdirSync(path('Acme.custos/releases'))).toEqual([]);
        expect(['', 'release.announced release.cleared']).toContain(kinds);
        if (kinds !== '')
          expect(cut.problems).toMatchObject([
            { kind: 'release-unfinished', detail: expect.stringContaining('out.csv') },
          ]);
        if (kinds !== '')
          expect(notices.join(' ')).toContain('The release of out.csv was cut off before its files were in place');
        ends[kinds === '' ? 'untouched' : 'cleared'] += 1;
      }
      await made.shut();
      expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    }
    for (const [end, times] of Object.entries(ends)) expect(times, end).toBeGreaterThan(0);
  },
  1_800_000,
);
