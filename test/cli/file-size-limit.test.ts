import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const command = resolve(import.meta.dirname, '../../bin/custos.mjs');
const limited = process.platform === 'linux' || process.platform === 'darwin';

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at * 7919},${at % 7},text ${(at * 104_729) % 99_991}`);
  writeFileSync(desk.path('orders.csv'), `number,amount,what\n${rows.join('\n')}\n`);
  writeFileSync(
    desk.path('recipe.json'),
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-11-01',
      target: { k: 1, suppression: 1 },
      steps: [],
    }),
  );
  // The program is built before any file of it could be too large.
  await desk.custos(['--version']);
});
afterAll(() => desk.remove());

const words = ['apply', 'orders.csv', '--recipe', 'recipe.json', '-o', 'out.csv', '--force'];

/** Runs a command where no file may be larger than so many kilobytes: for whoever is root as for everybody. */
const within = (kilobytes: number) =>
  spawnSync('bash', ['-c', `ulimit -f ${kilobytes} && exec "$0" "$@"`, process.execPath, command, ...words], {
    cwd: desk.path('.'),
    env: { ...process.env, CUSTOS_HOME: desk.path('account') },
    encoding: 'utf8',
  });

it('leaves what was there and nothing half written where a place takes no file so large', async ({ skip }) => {
  skip(!limited, 'The size of files is limited by a shell of Linux or macOS');
  const before = readdirSync(desk.path('.')).concat('out.csv').toSorted();
  writeFileSync(desk.path('out.csv'), 'the former release');
  const refused = within(48);
  expect(refused.status).toBe(3);
  expect(refused.stderr).toContain('The disk is full');
  expect(readFileSync(desk.path('out.csv'), 'utf8')).toBe('the former release');
  const left = readdirSync(desk.path('.')).filter((name) => name !== 'account');
  expect(left.toSorted()).toEqual(before.filter((name) => name !== 'account'));
  // The same command line succeeds where there is room.
  const written = await desk.custos(words);
  expect(written.status, written.stderr).toBe(0);
  expect(readFileSync(desk.path('out.csv'), 'utf8').split('\n').length).toBe(20_002);
});
