import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubjectErased, SubjectFound } from '#shared/contract/subjects.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const ada = ['ada@vanish.example', 'K-1001', '+49 170 1234567', 'Ada Quagmire'];

/** Invented people: ten thousand, of whom two are Ada in other spellings, some mention her, one shares her telephone. */
function customers(): string {
  const rows = Array.from({ length: 10_000 }, (_, at) => {
    const id = `K-${at + 2000}`;
    const phone = at === 50 ? '+49 170 1234567' : `+49 171 ${2_000_000 + at}`;
    const note = [
      ' talked to ADA@vanish.example twice',
      'ring (0170) 123 45-67',
      'is a friend of ada  quagmire, they say',
    ][at - 7];
    return [id, `p${at}@mail.example`, phone, at % 2 === 0 ? 'Bonn' : 'Lyon', `Name${at} Sample`, note ?? ''];
  });
  rows.splice(4000, 0, [
    'K-1001',
    ' Ada@Vanish.Example ',
    '+49 170 1234567',
    'Bonn',
    'Ada Quagmire',
    'Prefers letters',
  ]);
  rows.splice(9000, 0, ['K-9001', 'ada@vanish.example', '', 'Ghent', 'A. Quagmire', '']);
  // Somebody else of the same name.
  rows.splice(5000, 0, ['K-7777', 'other@mail.example', '', 'Oslo', 'Ada Quagmire', '']);
  const head = ['customer_id', 'email', 'phone', 'city', 'full_name', 'note'];
  return [head, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
}
const orders = [
  'order,customer,total',
  '1,k-1001,10.00',
  '2,K-1001,12.50',
  '3,K-2003,99.00',
  '4,K-1001,1.00,a field,ada@vanish.example',
  '5,K-2005,1.00,a field,somebody',
].join('\n');
/** By their SHA-256, as a platform wants it. */
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hashed = ['email_sha256,score', ...[0, 1, 2].map((at) => `${sha256(`p${at}@mail.example`)},${at}`)]
  .concat(`${sha256('ada@vanish.example')},9`)
  .join('\n');

let desk: Desk;
const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await desk.custos(['subject', ...args, ...inWorkspace, '--json']);
  return { status, stderr, stdout, made: () => JSON.parse(stdout) as SubjectErased };
};
const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  for (const [name, text] of Object.entries({
    'customers.csv': customers(),
    'orders.csv': orders,
    'hashed.csv': hashed,
  })) {
    writeFileSync(desk.path(name), text);
    const imported = await desk.custos(['import', name, ...inWorkspace]);
    expect(imported.status, imported.stderr).toBe(0);
  }
});
afterAll(() => desk.remove());

it('says what it would erase and changes nothing', async () => {
  const { status, stderr, made } = await run('erase', ...ada, '--dry-run');
  expect(status, stderr).toBe(0);
  const { datasets, left, registerEntry } = made();
  expect(registerEntry).toBeNull();
  expect(
    datasets.map(({ name, rows, cells, rejectedRows }) => `${name} ${rows} ${cells} ${rejectedRows}`).toSorted(),
  ).toEqual(['customers 2 3 0', 'hashed 1 0 0', 'orders 2 0 1']);
  expect(left.map(({ dataset, column, rows }) => `${dataset} ${column} ${rows}`).toSorted()).toEqual([
    'customers full_name 1',
    'customers phone 1',
  ]);
  const found = await run('find', 'ada@vanish.example');
  expect((JSON.parse(found.stdout) as SubjectFound).hits.length).toBeGreaterThan(2);
});

it('refuses a town, and any value that many have, and erases nobody by it', async () => {
  for (const values of [['Bonn'], ['ada@vanish.example', 'Bonn']]) {
    const { status, stderr } = await run('erase', ...values, '--reason', 'asked');
    expect(status, stderr).toBe(2);
    expect(stderr).toContain(`Value ${values.length} stands in 5,00`);
    expect(stderr).toContain('Narrow it');
    expect(stderr).not.toContain('Bonn');
  }
  const { status, made } = await run('erase', 'Ghent', '--reason', 'asked');
  expect(status).toBe(1);
  expect(made()).toMatchObject({ datasets: [], left: [{ dataset: 'customers', column: 'city', rows: 1 }] });
});

it('wants a ground of the law for what is kept, and says what would stay', async () => {
  const keep = ['--keep', 'orders:order,total'];
  const without = await run('erase', ...ada, ...keep, '--dry-run');
  expect([without.status, without.stderr]).toEqual([2, expect.stringContaining('--keep-ground')]);
  const law = ['--keep-ground', 'legal-obligation', '--keep-reason', 'tax law'];
  const { status, stderr, made } = await run('erase', ...ada, ...keep, ...law, '--dry-run');
  expect(status, stderr).toBe(0);
  expect(made().datasets.find(({ name }) => name === 'orders')).toMatchObject({
    rows: 0,
    kept: { rows: 2, columns: ['order', 'total'], emptied: ['customer'] },
  });
});

it('refuses to erase without a reason', async () => {
  const { status, stderr } = await run('erase', ...ada);
  expect(status).toBe(2);
  expect(stderr).toContain('Say why');
});

it('erases the person and nobody else; no byte of them is left in the workspace', async () => {
  const { status, stderr, made } = await run('erase', ...ada, '--reason', 'asked by letter', '--suppress');
  expect(status, stderr).toBe(0);
  expect(made().suppressed).toBeGreaterThan(0);
  expect(
    made()
      .remains.map(({ what }) => what)
      .join(),
  ).toContain('customers.csv');

  const again = await run('find', ...ada);
  const hits = (JSON.parse(again.stdout) as SubjectFound).hits.map(({ column, rows }) => `${column} ${rows}`);
  // The namesake, and whoever has the same telephone.
  expect(hits.toSorted()).toEqual(['full_name 1', 'phone 1']);
  const wanted = ['ada@vanish.example', 'Ada@Vanish.Example', 'K-1001', sha256('ada@vanish.example')].flatMap(
    (value) => [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le'), Buffer.from(sha256(value))],
  );
  for (const path of filesBelow(desk.path('Acme.custos'))) {
    const bytes = readFileSync(path);
    for (const one of wanted) expect(bytes.includes(one), path).toBe(false);
  }
  const verified = await desk.custos(['register', 'verify', ...inWorkspace]);
  expect(verified.status, verified.stdout + verified.stderr).toBe(0);
  const shown = await desk.custos(['register', 'list', ...inWorkspace, '--json']);
  expect(shown.stdout).toContain('subject.erased');
  expect(shown.stdout.toLowerCase()).not.toContain('vanish.example');
});
