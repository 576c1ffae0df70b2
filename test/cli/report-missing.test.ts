import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { dropEmail, fortyPeople } from '#test/support/drop-email.ts';

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
  writeFileSync(desk.path('s.csv'), fortyPeople);
  writeFileSync(desk.path('recipe.json'), dropEmail());
});
afterEach(() => desk.remove());

const apply = (file: string, ...more: string[]) => ['apply', file, '--recipe', 'recipe.json', '-o', 'out.csv', ...more];

it('a report that cannot be written is found before anything is', async () => {
  mkdirSync(desk.path('folder'));
  const before = readdirSync(desk.directory).filter((name) => name !== 'home');
  for (const [report, why] of [
    ['folder', '“folder” is a folder.'],
    ['s.csv/report.json', '“report.json” cannot be written'],
    ['missing/report.json', '“report.json” cannot be written'],
    [`${'r'.repeat(300)}.json`, 'A name is longer than this file system allows.'],
  ] as const)
    for (const force of [[], ['--force']]) {
      const made = await desk.custos(apply('s.csv', '--report', report, ...force));
      expect(made.status, made.stderr).toBe(3);
      expect(made.stderr).toContain(why);
      expect(readdirSync(desk.directory).filter((name) => name !== 'home')).toEqual(before);
    }
});

it('says that a release stands whose report could not be written in the end, and where', async () => {
  await desk.workspace('W.custos');
  const child = spawn(
    process.execPath,
    [resolve('bin/custos.mjs'), ...apply('-', '--report', 'report.json', '--workspace', 'W.custos', '--json')],
    {
      cwd: desk.directory,
      env: { ...process.env, CUSTOS_HOME: desk.path('home'), CUSTOS_PASSPHRASE: 'a passphrase of the tests' },
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close');
  // The outputs are looked at before the workspace is opened, and the source is read after.
  await expect.poll(() => existsSync(desk.path('W.custos/lock.json')), { timeout: 300_000 }).toBe(true);
  mkdirSync(desk.path('report.json'));
  child.stdin.end(fortyPeople);
  const [status] = await ended;
  expect(status, stderr).toBe(3);
  expect(existsSync(desk.path('out.csv'))).toBe(true);
  // What a script reads is there, and the register knows of the release.
  const { registerEntry } = JSON.parse(stdout) as { registerEntry: number };
  expect(stderr).toContain(
    `The release is written and registered as entry ${registerEntry}; only the report (--report) is missing.`,
  );
  const listed = await desk.custos(['register', 'list', '--workspace', 'W.custos', '--json']);
  expect(listed.stdout).toContain('out.csv');
});
