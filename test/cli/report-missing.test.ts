import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeEach(() => (desk = makeDesk()));
afterEach(() => desk.remove());

it('says that a release stands whose report could not be written, and where', async () => {
  writeFileSync(
    desk.path('s.csv'),
    `email,city\n${Array.from({ length: 40 }, (_, i) => `p${i}@example.org,${i % 2 ? 'Bonn' : 'Lyon'}`).join('\n')}\n`,
  );
  writeFileSync(
    desk.path('recipe.json'),
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'p1-find-segments',
      release: 'pseudonymised',
      referenceDate: '2026-11-01',
      target: { k: 1, suppression: 1 },
      steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: 'x' }],
    }),
  );
  mkdirSync(desk.path('folder'));
  await desk.custos(['init', 'W.custos']);
  const made = await desk.custos([
    'apply',
    's.csv',
    '--recipe',
    'recipe.json',
    '-o',
    'out.csv',
    '--report',
    'folder',
    '--force',
    '--workspace',
    'W.custos',
    '--json',
  ]);
  expect(made.status, made.stderr).toBe(3);
  expect(existsSync(desk.path('out.csv'))).toBe(true);
  // What a script reads is there, and the register knows of the release.
  const { registerEntry } = JSON.parse(made.stdout) as { registerEntry: number };
  expect(made.stderr).toContain(
    `The release is written and registered as entry ${registerEntry}; only the report (--report) is missing.`,
  );
  const listed = await desk.custos(['register', 'list', '--workspace', 'W.custos', '--json']);
  expect(listed.stdout).toContain('out.csv');
}, 120_000);
