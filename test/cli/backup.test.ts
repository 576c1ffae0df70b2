// A backup of a workspace: made, looked into with another ZIP program's eyes, verified, damaged, restored.
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
let desk: Desk;
const custos = async (...words: string[]) => {
  const done = await desk.custos(words);
  expect(done.status, done.stderr).toBe(0);
  return done;
};
const entries = (folder: string): { seq: number; kind: string; payload: string }[] => {
  const db = new Database(desk.path(`${folder}/register.sqlite`), { readonly: true });
  const rows = db.prepare('SELECT seq, kind, payload FROM log ORDER BY seq').all();
  db.close();
  return rows as { seq: number; kind: string; payload: string }[];
};

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  const rows = Array.from({ length: 12 }, (_, at) => `K-${at},canary${at}@example.org,${at}.50`);
  writeFileSync(desk.path('orders.csv'), `${['customer_id,email,total_spent', ...rows].join('\n')}\n`);
  await custos('import', 'orders.csv', ...inWorkspace);
  await custos('breach', 'report', '--title', 'Stick lost', ...inWorkspace);
  await custos('backup', 'make', '-o', 'acme.zip', ...inWorkspace);
});
afterAll(() => desk.remove());

it('is one file whose hash the register has, in which everything stays sealed', async () => {
  const bytes = readFileSync(desk.path('acme.zip'));
  const made = entries('Acme.custos').find(({ kind }) => kind === 'backup.made')!;
  const said = JSON.parse(made.payload) as Record<string, unknown>;
  expect(said).toMatchObject({ fileName: 'acme.zip', bytes: bytes.length, entries: made.seq - 1 });
  expect(said.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  // Stored, not packed: whatever lay in the clear in it would be found.
  expect(bytes.includes('register.sqlite')).toBe(true);
  for (const word of ['canary3@example.org', 'Stick lost']) expect(bytes.includes(word), word).toBe(false);
  expect((await custos('backup', 'verify', 'acme.zip')).stderr).toContain('acme.zip is whole');
});

it('is restored into a new folder, and says what was erased since', async () => {
  const known = readdirSync(desk.path('Acme.custos/data')).toSorted();
  await custos('breach', 'delete', 'B-1', '--why', 'entered-by-mistake', ...inWorkspace);
  const restored = await custos('backup', 'restore', 'acme.zip', 'Again.custos', '--newer', 'Acme.custos', '--json');
  const { toRepeat, entries: many } = JSON.parse(restored.stdout) as { toRepeat: { kind: string }[]; entries: number };
  expect(toRepeat.map(({ kind }) => kind)).toEqual(['breach.deleted']);
  expect(entries('Again.custos')).toHaveLength(many);
  expect(readdirSync(desk.path('Again.custos/data')).toSorted()).toEqual(known);
  // Opened with the passphrase of that time, it has again what was erased.
  const listed = await desk.custos(['breach', 'list', '--json', '--workspace', 'Again.custos']);
  expect(JSON.parse(listed.stdout)).toMatchObject({ breaches: [{ ref: 'B-1', title: 'Stick lost' }] });
  const unknown = await custos('backup', 'restore', 'acme.zip', 'Third.custos');
  expect(unknown.stderr).toContain('is not known: give the workspace as it was last with --newer');
});

it('is refused where a byte of it is another, and leaves nothing behind', async () => {
  const bytes = readFileSync(desk.path('acme.zip'));
  const at = bytes.indexOf('SQLite format 3') + 5000;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(desk.path('damaged.zip'), bytes);
  const verified = await desk.custos(['backup', 'verify', 'damaged.zip']);
  expect([verified.status, verified.stderr]).toEqual([1, expect.stringContaining('register.sqlite” is not the file')]);
  const before = readdirSync(desk.path('.')).toSorted();
  const restored = await desk.custos(['backup', 'restore', 'damaged.zip', 'Not.custos']);
  expect([restored.status, restored.stderr]).toEqual([3, expect.stringContaining('nothing was restored')]);
  expect(readdirSync(desk.path('.')).toSorted()).toEqual(before);
});

it.each([
  ['a folder that is there', ['restore', 'acme.zip', 'Acme.custos'], 'Acme.custos'],
  ['a file that is no backup', ['verify', 'orders.csv'], 'is no ZIP'],
  ['a place inside a workspace', ['make', '-o', 'Acme.custos/a.zip', ...inWorkspace], 'workspace'],
  [
    'a newer log of another workspace',
    ['restore', 'acme.zip', 'Other.custos', '--newer', 'Bond.custos'],
    'another workspace',
  ],
])('%s is refused with a sentence', async (_name, words, sentence) => {
  if (words.includes('Bond.custos') && !existsSync(desk.path('Bond.custos'))) await desk.workspace('Bond.custos');
  const done = await desk.custos(['backup', ...words]);
  expect(done.status).toBeGreaterThan(0);
  expect(done.stderr).toContain(sentence);
  expect(existsSync(desk.path('Other.custos'))).toBe(false);
});
