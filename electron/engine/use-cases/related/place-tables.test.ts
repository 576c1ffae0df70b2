import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { stageFile } from '#engine/release/place/place-file.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { StagedTables } from './certify-tables.ts';
import { placeTables } from './place-tables.ts';

it('takes every file back, and the copy of the certificate, where the register does not take the release', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'custos-placed-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, 'releases'));
  mkdirSync(join(directory, 'out'));
  const target = (name: string): string => join(directory, 'out', name);
  writeFileSync(target('people.csv'), 'former\n');
  const table = async (name: string) => ({
    file: await stageFile(target(name), [Buffer.from('new\n')], { releaseId: 'r', files: fileBorder }),
    target: target(name),
    loaded: { table: { datasetId: null, sha256: '' } },
    written: { rows: 1 },
  });
  const staged = {
    releaseId: 'r1',
    tables: [await table('people.csv'), await table('orders.csv')],
    measured: { k: 5, people: 5 },
    judged: { label: 'k-anonymous', purpose: null },
  } as unknown as StagedTables;
  let seen: string[] = [];
  const workspace = {
    directory,
    register: {
      append: () => {
        seen = readdirSync(join(directory, 'out')).filter((name) => !name.startsWith('.'));
        throw new Error('full');
      },
    },
  } as unknown as Workspace;
  const certificate = { target: target('tables.certificate.json'), text: '{}\n' };
  const placed = placeTables(staged, certificate, { workspace, stagingId: 'r', force: true });
  await expect(placed).rejects.toThrow('full');
  // All were there when the entry was to be written.
  expect(seen.toSorted()).toEqual(['orders.csv', 'people.csv', 'tables.certificate.json']);
  expect(readdirSync(join(directory, 'out'))).toEqual(['people.csv']);
  expect(readFileSync(target('people.csv'), 'utf8')).toBe('former\n');
  expect(existsSync(join(directory, 'releases', 'r1.certificate.json'))).toBe(false);
});
