import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileBorder, type FileBorder } from '#engine/release/place/file-border.ts';
import { notePlacing, putRightLeftReleases } from '#engine/release/place/placing-note.ts';
import { releaseFiles } from '#engine/release/place/release-files.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

const customers = ['email,zip', 'a@example.com,10115', 'b@example.com,10117', 'c@example.com,10119'].join('\n');
const findings = [
  finding('email', 'email_address', { class: 'linked' }),
  finding('zip', 'postal_code', { class: 'linkable' }),
];
const recipe = recipeOf(
  [step('drop-columns', { columns: ['email'] }), step('zip-prefix', { columns: ['zip'], length: 1 })],
  { release: 'pseudonymised', target: { k: 1, suppression: 0 } },
);
const former = {
  output: 'last month’s export\n',
  certificate: '{"of":"last month"}\n',
  descriptor: '{"name":"last month"}\n',
};
const failing = (code: string): Error => Object.assign(new Error(code), { code });

let folders: ReturnType<typeof testFolders>;
let target: string;
beforeEach(() => {
  folders = testFolders();
  target = join(folders.out, 'release.csv');
  writeFormer();
});
afterEach(() => folders.remove());

/** What lies at the places of a release, by its endings. */
const endings = { output: '', certificate: '.certificate.json', descriptor: '.datapackage.json' } as const;
const places = Object.entries(endings).map(([what, ending]) => ({ what: what as keyof typeof former, ending }));
function writeFormer(): void {
  for (const { what, ending } of places) writeFileSync(`${target}${ending}`, former[what]);
}

const prepare = (over: Omit<Partial<ReleaseInput>, 'recipe' | 'findings'> = {}) =>
  releaseInput(folders, customers, { recipe, findings, force: true, ...over });
const found = () => ({
  names: readdirSync(folders.out).sort(),
  output: readFileSync(target, 'utf8'),
  certificate: readFileSync(`${target}.certificate.json`, 'utf8'),
  descriptor: readFileSync(`${target}.datapackage.json`, 'utf8'),
});
const asBefore = { names: places.map(({ ending }) => `release.csv${ending}`), ...former };

/** Every call to the folder goes through `around`, which is told its number. */
function watched(
  around: (call: number, work: () => Promise<unknown>) => Promise<unknown>,
  base = fileBorder,
): FileBorder {
  let call = 0;
  const wrap =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      around((call += 1), () => work(...given)) as Promise<R>;
  return {
    create: wrap(base.create),
    rename: wrap(base.rename),
    link: wrap(base.link),
    copy: wrap(base.copy),
    remove: wrap(base.remove),
    isDirectory: wrap(base.isDirectory),
    syncFolder: wrap(base.syncFolder),
  };
}
const withoutLinks: FileBorder = {
  ...fileBorder,
  link: async (from, to) => (existsSync(from) ? Promise.reject(failing('EPERM')) : fileBorder.link(from, to)),
};

async function countCalls(base: FileBorder): Promise<number> {
  let calls = 0;
  const input = await prepare({ files: watched((call, work) => ((calls = call), work()), base) });
  await runRelease(input);
  await input.close();
  writeFormer();
  return calls;
}

describe.each([
  ['with links', fileBorder],
  ['on a file system without links', withoutLinks],
])('a release over a former one, %s', (_name, base) => {
  it('comes back with its certificate when the release cannot be registered', async () => {
    const input = await prepare({ files: base, register: () => Promise.reject(failing('SQLITE_FULL')) });
    await expect(runRelease(input)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await input.close();
    expect(found()).toEqual(asBefore);
  });

  it('never leaves its name to nobody', async () => {
    const missing: number[] = [];
    const look = (call: number): void => {
      if (places.some(({ ending }) => !existsSync(`${target}${ending}`))) missing.push(call);
    };
    const input = await prepare({
      files: watched(async (call, work) => {
        const result = await work();
        look(call);
        return result;
      }, base),
    });
    await runRelease(input);
    await input.close();
    expect(missing).toEqual([]);
    expect(found()).toMatchObject({ names: asBefore.names, output: expect.stringMatching(/^zip\n/) });
  });

  it('comes back whichever call fails, or the new one stands whole; nothing hidden stays', async () => {
    const calls = await countCalls(base);
    const input = await prepare();
    for (let bad = 1; bad <= calls; bad += 1) {
      const files = watched((call, work) => (call === bad ? Promise.reject(failing('ENOSPC')) : work()), base);
      const ended = await runRelease({ ...input, files }).then(
        () => 'written',
        (error: { code: string }) => error.code,
      );
      const now = found();
      // Only a file that could not be removed itself may stay hidden.
      if (ended === 'DISK_FULL')
        expect({ bad, ...now, names: now.names.filter((name) => !name.startsWith('.')) }).toEqual({ bad, ...asBefore });
      else
        expect({ bad, ended, output: now.output }).toEqual({
          bad,
          ended: 'written',
          output: expect.stringMatching(/^zip\n/),
        });
      for (const name of now.names.filter((hidden) => hidden.startsWith('.')))
        await fileBorder.remove(join(folders.out, name));
      writeFormer();
    }
    await input.close();
  });

  it.each([true, false])(
    'is put right at the next start, whenever the process is killed (one was there before: %s)',
    async (existed) => {
      const calls = await countCalls(base);
      const { pid } = spawnSync(process.execPath, ['--version']);
      const profile = join(folders.root, 'profile');
      const input = await prepare();
      for (let last = 0; last <= calls; last += 1) {
        const set = async (path: string, text: string): Promise<void> =>
          existed ? writeFileSync(path, text) : fileBorder.remove(path);
        for (const { what, ending } of places) await set(`${target}${ending}`, former[what]);
        const releaseId = `r${last}`;
        const placing = notePlacing(profile, {
          releaseId,
          workspaceId: null,
          targets: releaseFiles(target, { registered: false }),
        });
        const files = watched((call, work) => (call > last ? Promise.reject(failing('EIO')) : work()), base);
        await runRelease({ ...input, releaseId, placing, files }).catch(() => undefined);
        const note = join(profile, 'placing', `${releaseId}.json`);
        writeFileSync(note, readFileSync(note, 'utf8').replace(`"${process.pid}.`, `"${pid}.`));

        const [left] = await putRightLeftReleases(profile, null, ({ inPlace }) => inPlace);
        const names = readdirSync(folders.out).sort();
        if (left?.stands)
          expect({ last, ...found() }).toMatchObject({
            last,
            names: asBefore.names,
            output: expect.stringMatching(/^zip\n/),
            certificate: expect.stringContaining('custos-certificate'),
          });
        else
          expect({ last, names, ...(existed ? found() : {}) }).toEqual({
            last,
            names: existed ? asBefore.names : [],
            ...(existed ? asBefore : {}),
          });
        expect(existsSync(note)).toBe(false);
      }
      await input.close();
    },
  );
});

it('what somebody put there after the crash is not taken back', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const profile = join(folders.root, 'profile');
  const placing = notePlacing(profile, {
    releaseId: 'r',
    workspaceId: 'w',
    targets: releaseFiles(target, { registered: false }),
  });
  let renamed = 0;
  const dead: FileBorder = {
    ...fileBorder,
    rename: (from, to) => ((renamed += 1) > 1 ? Promise.reject(failing('EIO')) : fileBorder.rename(from, to)),
    remove: () => Promise.reject(failing('EIO')),
  };
  const input = await prepare({
    releaseId: 'r',
    placing,
    files: { ...dead, remove: (path) => (renamed === 0 ? fileBorder.remove(path) : dead.remove(path)) },
  });
  await runRelease(input).catch(() => undefined);
  await input.close();
  writeFileSync(target, 'made by hand since');
  const note = join(profile, 'placing', 'r.json');
  expect(await putRightLeftReleases(profile, 'w', () => false), 'its process lives').toEqual([]);
  writeFileSync(note, readFileSync(note, 'utf8').replace(`"${process.pid}.`, `"${pid}.`));
  expect(await putRightLeftReleases(profile, null, () => false), 'of another workspace').toEqual([]);
  expect(await putRightLeftReleases(profile, 'w', () => false)).toMatchObject([{ releaseId: 'r', stands: false }]);
  expect(found()).toEqual({ ...asBefore, output: 'made by hand since' });
});
