import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wipeWorkingFiles } from './working-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'custos-work-'));
  writeFileSync(join(root, 'customers.csv'), 'x');
  for (const name of ['work.7.a-1-b-5.0011', 'work.7.a-1-b-5.2233', 'work.77.a-1-b-5.0011', 'work.7.a-1-b-6.0011'])
    mkdirSync(join(root, name, 'deeper'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the directories of one engine go, those of others and everything else stay', async () => {
  await wipeWorkingFiles(join(root, 'work.7.a-1-b-5.'));
  expect(readdirSync(root).sort()).toEqual(['customers.csv', 'work.7.a-1-b-6.0011', 'work.77.a-1-b-5.0011']);
});

const others = ['', '/', 'work.', 'work.7.', 'customers', '../work.7.a-1-b-5.x'];
test.each(others)('a prefix that is no engine’s (%j) removes nothing', async (name) => {
  await wipeWorkingFiles(join(root, name));
  expect(readdirSync(root)).toHaveLength(5);
});

test('a folder that is not there is nothing to remove', async () => {
  await expect(wipeWorkingFiles(join(root, 'gone', 'work.7.a-1-b-5.'))).resolves.toBeUndefined();
});
