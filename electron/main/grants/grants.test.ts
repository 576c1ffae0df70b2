import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: {}, ipcMain: {} }));
const { GrantStore } = await import('./grant-store.ts');
const { filesNamed } = await import('./opened-files.ts');
const { useOfPath } = await import('./dropped-file.ts');
const { safeName, withEnding } = await import('./suggested-name.ts');

const folder = mkdtempSync(join(tmpdir(), 'custos-grants-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'customers.csv');
writeFileSync(file, 'a,b\n1,2\n');
mkdirSync(join(folder, 'Acme.custos'));

test('the engine learns the path, the page a name and a size', () => {
  const told: unknown[] = [];
  const grant = new GrantStore((one) => told.push(one)).add(file, 'read');
  expect(grant).toEqual({
    grantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    fileName: 'customers.csv',
    size: 8,
    use: 'read',
  });
  expect(told).toEqual([{ grantId: grant.grantId, path: file, use: 'read' }]);
  expect(JSON.stringify(grant)).not.toContain(folder);
});

test('a folder or a missing file is refused with its name, not its path', () => {
  const store = new GrantStore(() => {});
  expect(() => store.add(folder, 'read')).toThrow(/is not a file/);
  expect(() => store.add(join(folder, 'gone.csv'), 'read')).toThrow(/^gone\.csv is not there any more/);
  expect(store.all()).toEqual([]);
});

test('a folder whose name ends in .custos is a workspace', () => {
  expect([join(folder, 'Acme.custos'), file, join(folder, 'gone.custos')].map(useOfPath)).toEqual([
    'workspace-open',
    'read',
    'read',
  ]);
});

test('files named on the command line are read relative to where it was typed', () => {
  expect(filesNamed(['electron', '--no-sandbox', '/app', 'a.csv', '--flag', '/b.csv'], true, '/typed')).toEqual([
    '/typed/a.csv',
    '/b.csv',
  ]);
  expect(filesNamed(['custos', 'a.csv'], false, '/typed')).toEqual(['/typed/a.csv']);
  expect(filesNamed(['custos'], false, '/typed')).toEqual([]);
});

test.each([
  ['customers 2026.csv', 'customers 2026.csv'],
  ['../../etc/passwd', 'etc passwd'],
  ['a\u0000b\nc', 'a b c'],
  ['C:\\x\\y', 'C x y'],
  ['evil\u202evsc.exe', 'evil vsc.exe'],
  ['  . ', 'Untitled'],
  ['', 'Untitled'],
])('%j is suggested as %j', (suggested, name) => expect(safeName(suggested)).toBe(name));

test('names are completed where the kind decides the ending', () => {
  expect([
    withEnding('/a/Acme', 'workspace'),
    withEnding('/a/Acme.CUSTOS', 'workspace'),
    withEnding('/a/r', 'recipe'),
    withEnding('/a/out', 'release'),
  ]).toEqual(['/a/Acme.custos', '/a/Acme.CUSTOS', '/a/r.json', '/a/out']);
});
