import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RetentionRan } from '#shared/contract/retention.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
let desk: Desk;
const step = (op: string, settings: object) => ({ op, version: 1, settings, reason: '' });
const recipe = (name: string, release: string, steps: object[]): void =>
  writeFileSync(
    desk.path(name),
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'p1-find-segments',
      release,
      referenceDate: ago(0),
      target: { k: 5, suppression: 0.05 },
      steps,
    }),
  );
const retention = (...args: string[]) => desk.custos(['retention', ...args, ...inWorkspace]);

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  const cities = ['Bonn', 'Ghent', 'Lyon'];
  // Two hundred people, every other of them gone for years.
  const rows = Array.from(
    { length: 200 },
    (_, at) => `K-${1000 + at},p${at}@mail.example,${cities[at % 3]},2018-01-01,${ago(at % 2 === 0 ? 1000 : 3)}`,
  );
  writeFileSync(desk.path('customers.csv'), `customer_id,email,city,signup_date,last_login\n${rows.join('\n')}\n`);
  expect((await desk.custos(['import', 'customers.csv', ...inWorkspace])).status).toBe(0);
  const set = ['set', 'unused-customers', '--keep', 'P24M', '--action', 'anonymise', '--reason', 'board'];
  expect((await retention(...set)).status).toBe(0);
  const days = ['signup_date', 'last_login'];
  recipe('hashed.json', 'pseudonymised', [
    step('keyed-hash', { columns: ['customer_id'], normalise: 'none', key: '' }),
    step('drop-columns', { columns: ['email', ...days] }),
  ]);
  recipe('grouped.json', 'anonymised', [step('drop-columns', { columns: ['customer_id', 'email', ...days] })]);
});
afterAll(() => desk.remove());

it('hashed rows stay, with the duty; anonymised ones go, and only then', async () => {
  const plain = await retention('run');
  expect(plain.status).toBe(1);
  expect(plain.stderr).toMatch(/100 over, to be anonymised/);

  const hashed = await retention('run', '-o', 'hashed.csv', '--recipe', 'hashed.json', '--json');
  expect(hashed.status, hashed.stderr).toBe(1);
  const first = JSON.parse(hashed.stdout) as RetentionRan;
  expect(first.anonymised).toMatchObject({ label: 'pseudonymised', status: 'pseudonymised-only' });
  expect(first.lines[0]).toMatchObject({ over: 100, acted: 0 });
  expect(first.open).toBe(1);

  const grouped = await retention('run', '-o', 'grouped.csv', '--recipe', 'grouped.json', '--json');
  expect(grouped.status, grouped.stderr).toBe(0);
  const second = JSON.parse(grouped.stdout) as RetentionRan;
  expect(second.anonymised).toMatchObject({ label: 'anonymised', status: 'anonymised' });
  expect(second.lines[0]).toMatchObject({ over: 100, acted: 100 });
  expect(second.datasets[0]).toMatchObject({ rowsBefore: 200, rowsAfter: 100 });
  expect(existsSync(desk.path('grouped.csv.certificate.json'))).toBe(true);
  expect(readFileSync(desk.path('grouped.csv'), 'utf8').trim().split('\n')).toHaveLength(101);

  const nothing = await retention('run', '-o', 'again.csv', '--recipe', 'grouped.json');
  expect(nothing.status).toBe(2);
  expect(nothing.stderr).toMatch(/Nothing is over that a rule asks to have anonymised/);
  expect((await retention('run')).status).toBe(0);
  expect((await desk.custos(['register', 'verify', ...inWorkspace])).status).toBe(0);
});
