import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownerToken } from '#engine/workspace/work-directory.ts';
import { checkWritable, writeEntered, writeWhole } from './write-whole.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'custos-whole-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('removes what dead processes left under a hidden name, and nothing that is not surely that', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const dead = ownerToken().replace(/^\d+/, String(pid));
  const left = [`.r.json.custos.${dead}.0123456789abcdef.part`, `.other.csv.custos.${dead}.0123456789abcdef.part`];
  const kept = [
    `.r.json.custos.${ownerToken()}.0123456789abcdef.part`,
    `.r.json.custos.${dead}.0123.part`,
    `r.json.custos.${dead}.0123456789abcdef.part`,
    '.r.json.6f1d.part',
    'r.json.3141592653',
  ];
  for (const name of [...left, ...kept]) writeFileSync(at(name), 'half');
  mkdirSync(at(`.d.custos.${dead}.0123456789abcdef.part`));
  await writeWhole(at('r.json'), 'whole');
  expect(readdirSync(folder).sort()).toEqual([`.d.custos.${dead}.0123456789abcdef.part`, ...kept, 'r.json'].sort());
  expect(readFileSync(at('r.json'), 'utf8')).toBe('whole');
});

it('a process that is killed while it writes leaves a name by which it is found', () => {
  const script = `
    import { openSync } from 'node:fs';
    import { fileBorder } from '#engine/release/place/file-border.ts';
    import { writeWhole } from '#engine/release/place/write-whole.ts';
    fileBorder.create = async (path) => ({ write: () => process.kill(process.pid, 'SIGKILL'), close: openSync(path, 'wx') });
    await writeWhole(${JSON.stringify(at('r.json'))}, 'half');`;
  const killed = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: process.cwd(),
    encoding: 'utf8',
  });
  expect(killed.signal, killed.stderr).toBe('SIGKILL');
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.r\.json\.custos\..*\.part$/)]);
  return writeWhole(at('r.json'), 'whole').then(() => expect(readdirSync(folder)).toEqual(['r.json']));
});

it.skipIf(process.platform === 'win32')('follows a link and keeps the permissions of what it replaces', async () => {
  writeFileSync(at('real.json'), 'old');
  chmodSync(at('real.json'), 0o600);
  symlinkSync('real.json', at('link.json'));
  await writeWhole(at('link.json'), 'new');
  expect(readFileSync(at('real.json'), 'utf8')).toBe('new');
  expect(statSync(at('real.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['link.json', 'real.json']);
});

it('says up front where no file can be made, and leaves nothing there', () => {
  writeFileSync(at('file'), 'x');
  for (const [path, why] of [
    [folder, 'is a folder'],
    [at('missing/r.json'), 'cannot be written'],
    [at('file/r.json'), 'cannot be written'],
    [at(`${'r'.repeat(300)}.json`), 'longer than this file system allows'],
  ] as const)
    expect(() => checkWritable(path)).toThrow(why);
  checkWritable(at('r.json'));
  checkWritable(at('file'));
  expect(readdirSync(folder)).toEqual(['file']);
  expect(existsSync(at('r.json'))).toBe(false);
});

it('a file whose entry cannot be written is gone again, and what it replaced is back', async () => {
  const fails = (): never => {
    throw new Error('no entry');
  };
  writeFileSync(at('there.csv'), 'before');
  for (const name of ['there.csv', 'new.csv'])
    await expect(writeEntered(at(name), 'now', fails)).rejects.toThrow('no entry');
  expect(readdirSync(folder)).toEqual(['there.csv']);
  expect(readFileSync(at('there.csv'), 'utf8')).toBe('before');
  const seen = await writeEntered(at('there.csv'), 'now', () => readFileSync(at('there.csv'), 'utf8'));
  expect(seen).toBe('now');
  expect(readdirSync(folder)).toEqual(['there.csv']);
});

it('what was kept for an entry that a killed process never wrote is removed by the next who writes there', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const dead = ownerToken().replace(/^\d+/, String(pid));
  writeFileSync(at(`.r.csv.custos.${dead}.0123456789abcdef.former`), 'before');
  await writeWhole(at('r.csv'), 'now');
  expect(readdirSync(folder)).toEqual(['r.csv']);
});

it('of two who bring one file at once, the one that is refused takes nothing of the other away', async () => {
  for (let round = 0; round < 20; round += 1) {
    const path = at(`stamp-${round}.tsr`);
    const entered: string[] = [];
    const bring = (text: string) =>
      writeEntered(path, text, () => {
        if (entered.length > 0) throw new Error('entered already');
        entered.push(text);
      });
    const both = await Promise.allSettled([bring('one'), bring('other')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([readFileSync(path, 'utf8')]).toEqual(entered);
  }
  expect(readdirSync(folder)).toHaveLength(20);
});
