import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubjectFound } from '#shared/contract/subjects.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
/** Invented people. Ada is written otherwise in every table; Adam and Ada Lang are somebody else. */
const customers = [
  ['customer_id', 'email', 'phone', 'city', 'note'],
  ['K-1001', ' Ada@Example.COM ', '+49 170 1234567', 'Bonn', 'Prefers letters'],
  ['K-1002', 'adam@example.com', '+49 171 7654321', 'Ghent', 'Is a friend of ada@example.com, she says'],
  ['K-10011', 'lang-ada@example.com', '+49 170 12345679', 'Bonn', ''],
  ['K-1004', 'di@example.com', '0170 765432', 'Lyon', 'Ring (0170) 123 45-67 instead'],
];
const orders = [
  ['order', 'customer', 'total'],
  ['1', 'k-1001', '10.00'],
  ['2', 'K-1001', '12.50'],
  ['3', 'K-1002', '99.00'],
  // A row that cannot be read is kept, too, and is about her.
  ['4', 'K-1001', '1.00', 'a field', 'too many'],
];

let desk: Desk;
const write = (name: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(desk.path(name), `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`);
const step = (op: string, settings: object) => ({ op, version: 1, settings, reason: '' });
const recipe = (steps: object[], release = 'pseudonymised'): string =>
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release,
    referenceDate: '2026-11-29',
    target: { k: 1, suppression: 1 },
    steps,
  });

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  write('customers.csv', customers);
  write('orders.csv', orders);
  writeFileSync(
    desk.path('keyed.json'),
    recipe([
      step('keyed-hash', { columns: ['customer_id'], normalise: 'none', key: '' }),
      step('platform-hash', { columns: ['email'], platform: 'meta', field: 'email', callingCode: '', profile: 1 }),
      step('drop-columns', { columns: ['phone', 'note'] }),
    ]),
  );
  for (const file of ['customers.csv', 'orders.csv']) {
    const imported = await desk.custos(['import', file, ...inWorkspace]);
    expect(imported.status, imported.stderr).toBe(0);
  }
  const args = ['apply', 'customers.csv', '--recipe', 'keyed.json', '-o', 'audience.csv', '--keep-order'];
  const applied = await desk.custos([...args, ...inWorkspace]);
  expect(applied.status, applied.stderr).toBe(0);
  // What went out comes back in under another name.
  writeFileSync(desk.path('returned.csv'), readFileSync(desk.path('audience.csv')));
  const returned = await desk.custos(['import', 'returned.csv', ...inWorkspace]);
  expect(returned.status, returned.stderr).toBe(0);
});
afterAll(() => desk.remove());

async function find(...values: string[]): Promise<{ status: number | null; found: SubjectFound; stderr: string }> {
  const { status, stdout, stderr } = await desk.custos(['subject', 'find', ...values, ...inWorkspace, '--json']);
  return { status, stderr, found: JSON.parse(stdout) as SubjectFound };
}
const told = ({ hits }: SubjectFound): string[] =>
  hits.map(({ dataset, column, match, rows }) => `${dataset} ${column} ${match} ${rows}`).sort();

it('finds a person in every spelling, under keys, hashed and inside texts, and nobody else', async () => {
  const { status, found, stderr } = await find('ada@example.com', 'K-1001', '0170/1234567');
  expect(status, stderr).toBe(0);
  expect(told(found)).toEqual([
    'audience.csv customer_id keyed 1',
    'audience.csv email platform 1',
    'customers customer_id plain 1',
    'customers email plain 1',
    'customers note text 2',
    'customers phone plain 1',
    'orders customer plain 2',
    'returned customer_id keyed 1',
    'returned email platform 1',
    'rows of “orders” that could not be read  text 1',
  ]);
  expect(found.searched.map(({ name, rows }) => `${name} ${rows}`)).toEqual(
    expect.arrayContaining(['customers 4', 'orders 3', 'returned 4', 'audience.csv 4', 'consent ledger 0']),
  );
});

it('says by number alone in the register that somebody was looked for', async () => {
  const { found } = await find('ada@example.com');
  const shown = await desk.custos(['register', 'list', ...inWorkspace, '--json']);
  const kept = JSON.stringify(JSON.parse(shown.stdout));
  expect(kept).toContain('subject.searched');
  expect(kept.toLowerCase()).not.toContain('ada@example.com');
  expect(found.registerEntry).toBeGreaterThan(0);
});

it('finds nobody: exit 1, with everything that was looked through', async () => {
  const { status, found } = await find('nobody@example.com');
  expect(status).toBe(1);
  expect(found.hits).toEqual([]);
  expect(found.searched.length).toBeGreaterThan(3);
});

it('refuses a value that stands in every second text', async () => {
  const { status, stderr } = await desk.custos(['subject', 'find', 'ab', ...inWorkspace]);
  expect(status).toBe(2);
  expect(stderr).toContain('fewer than 3');
});

it('says which released file was not looked through: one that is gone', async () => {
  rmSync(desk.path('audience.csv'));
  const { found } = await find('ada@example.com');
  expect(found.hits.some(({ place }) => place === 'release')).toBe(false);
  expect(found.notSearched).toContainEqual({
    what: '“audience.csv”',
    why: 'pseudonymised: the file is not where this machine wrote it. Ask whoever has it.',
  });
});

it('copies every record about the person, and no record about anybody else', async () => {
  const args = ['ada@example.com', '+49 170 1234567', 'K-1001', ...inWorkspace];
  const { status, stderr } = await desk.custos(['subject', 'export', ...args, '-o', 'copy.json']);
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('2 texts in note of customers');
  const copy = JSON.parse(readFileSync(desk.path('copy.json'), 'utf8')) as {
    datasets: { dataset: string; records: Record<string, string | null>[] }[];
  };
  const records = Object.fromEntries(copy.datasets.map(({ dataset, records: own }) => [dataset, own]));
  expect(records.customers).toEqual([
    {
      customer_id: 'K-1001',
      email: ' Ada@Example.COM ',
      phone: '+49 170 1234567',
      city: 'Bonn',
      note: 'Prefers letters',
    },
  ]);
  expect(records.orders).toHaveLength(2);
  expect(JSON.stringify(copy)).not.toContain('adam@example.com');
  const page = await desk.custos(['subject', 'export', ...args, '-o', 'copy.html']);
  expect(page.status, page.stderr).toBe(0);
  const html = readFileSync(desk.path('copy.html'), 'utf8');
  expect(html).toContain('Ada@Example.COM');
  expect(html).not.toContain('adam@example.com');
});

it('copies nobody who merely lives in the town that was typed', async () => {
  const args = ['Bonn', '-o', 'town.json', ...inWorkspace];
  const { status, stderr } = await desk.custos(['subject', 'export', ...args]);
  expect(status, stderr).toBe(1);
  expect(existsSync(desk.path('town.json'))).toBe(false);
});

it('writes no copy of nothing', async () => {
  const args = ['nobody@example.com', '-o', 'empty.html', ...inWorkspace];
  const { status, stderr } = await desk.custos(['subject', 'export', ...args]);
  expect(status).toBe(1);
  expect(stderr).toContain('nothing to copy');
  expect(existsSync(desk.path('empty.html'))).toBe(false);
});
