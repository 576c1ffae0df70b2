// The register of keys, and a key that is changed: what was released keeps its own, and nothing new joins it.
import Database from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeyRegister } from '#shared/contract/keys.ts';
import type { SubjectFound } from '#shared/contract/subjects.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
let desk: Desk;
const custos = async (...words: string[]) => {
  const done = await desk.custos([...words, ...inWorkspace]);
  expect(done.status, done.stderr).toBe(0);
  return done;
};
const recipe = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-29',
  target: { k: 1, suppression: 1 },
  steps: [
    { op: 'keyed-hash', version: 1, settings: { columns: ['customer_id'], normalise: 'none', key: '' }, reason: '' },
    { op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: '' },
  ],
};
const apply = (output: string) => custos('apply', 'orders.csv', '--recipe', 'keyed.json', '-o', output, '--keep-order');
const pseudonyms = (file: string): string[] =>
  readFileSync(desk.path(file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[0]!);
const register = async () => JSON.parse((await custos('keys', 'list', '--json')).stdout) as KeyRegister;

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  const rows = Array.from({ length: 12 }, (_, at) => `K-${1000 + at},p${at}@example.org,${at}.50`);
  writeFileSync(desk.path('orders.csv'), `${['customer_id,email,total_spent', ...rows].join('\n')}\n`);
  writeFileSync(desk.path('keyed.json'), JSON.stringify(recipe));
  await custos('import', 'orders.csv');
  await apply('first.csv');
});
afterAll(() => desk.remove());

it('says which keys there are, since when, and which release was written with which', async () => {
  const found = await register();
  expect(found.workspace.keyId).toMatch(/^[0-9a-f]{16}$/);
  expect(found.sealed).toEqual({ datasets: 1, missing: 0 });
  const [own] = found.pseudonyms;
  expect(own).toMatchObject({ name: 'p1-find-segments', epoch: 0, releases: [{ epoch: 0, fileNames: ['first.csv'] }] });
  const day = (iso: string, days: number) => new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
  expect(own!.rotateBy).toBe(day(own!.since!, 365));
});

it('changes a key: later releases join nothing before, and a person is found under both', async () => {
  await apply('second.csv');
  expect(pseudonyms('second.csv')).toEqual(pseudonyms('first.csv'));
  const rotated = await custos('keys', 'rotate', 'P1', '--reason', 'a year has passed');
  expect(rotated.stderr).toContain('p1-find-segments: epoch 1.');
  expect(rotated.stderr).toContain('No release from now on joins first.csv and second.csv');
  await apply('third.csv');
  const before = new Set(pseudonyms('first.csv'));
  expect(pseudonyms('third.csv').filter((one) => before.has(one))).toEqual([]);
  expect(new Set(pseudonyms('third.csv')).size).toBe(12);

  const { hits } = JSON.parse((await custos('subject', 'find', 'K-1003', '--json')).stdout) as SubjectFound;
  const found = hits.filter(({ match }) => match === 'keyed').map(({ dataset, rows }) => [dataset, rows]);
  expect(found.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([
    ['first.csv', 1],
    ['second.csv', 1],
    ['third.csv', 1],
  ]);
  const [own] = (await register()).pseudonyms;
  expect(own).toMatchObject({
    epoch: 1,
    releases: [
      { epoch: 0, fileNames: ['first.csv', 'second.csv'] },
      { epoch: 1, fileNames: ['third.csv'] },
    ],
  });
  const db = new Database(desk.path('Acme.custos/register.sqlite'), { readonly: true });
  const entry = db.prepare("SELECT payload FROM log WHERE kind = 'key.rotated'").pluck().get() as string;
  db.close();
  expect(JSON.parse(entry)).toEqual({ key: 'p1-find-segments', epoch: 1, reason: 'a year has passed' });
  await custos('register', 'verify');
});

it.each([
  ['a name that nothing is written under', ['rotate', 'nobody', '--reason', 'x'], 'No pseudonyms are written under'],
  ['no reason', ['rotate', 'P1', '--reason', ' '], 'Say why the key is changed'],
])('%s is refused with a sentence', async (_name, words, sentence) => {
  const done = await desk.custos(['keys', ...words, ...inWorkspace]);
  expect([done.status, done.stderr]).toEqual([2, expect.stringContaining(sentence)]);
});
