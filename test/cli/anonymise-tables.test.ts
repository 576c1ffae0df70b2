import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
  const people = Array.from({ length: 24 }, (_, at) => `K${100 + at};${['Ulm', 'Bonn'][at % 2]!}`);
  const orders = people.map((_, at) => `K${100 + at};${['rye', 'tea', 'oil'][at % 3]!}`);
  writeFileSync(desk.path('people.csv'), ['who;town', ...people, ''].join('\n'));
  writeFileSync(desk.path('orders.csv'), ['who;item', ...orders, ''].join('\n'));
});
afterAll(() => desk.remove());

const tables = ['anonymise', 'people.csv', '--with', 'orders.csv', '--key', 'who', '--out-folder', 'out'];

it('writes related tables whose certificate vouches for each of them', async () => {
  await desk.workspace('Acme.custos', 'Acme');
  const ran = await desk.custos([...tables, '--k', '4', '--workspace', 'Acme.custos', '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  const { registerEntry, k } = JSON.parse(ran.stdout) as { registerEntry: number; k: number };
  expect(k).toBeGreaterThanOrEqual(4);
  expect(readdirSync(desk.path('out')).toSorted()).toEqual(['orders.csv', 'people.csv', 'tables.certificate.json']);
  const check = ['certificate', 'out/tables.certificate.json', '--workspace', 'Acme.custos', '--json'];
  expect(JSON.parse((await desk.custos(check)).stdout)).toMatchObject({ ok: true, outputMatches: true, registerEntry });
  // As a page that anybody can read, with what stands against the word and every check.
  const page = await desk.custos([...check.slice(0, -1), '-o', 'certificate.html']);
  expect(page.status, page.stderr).toBe(0);
  const html = readFileSync(desk.path('certificate.html'), 'utf8');
  for (const part of [
    'orders.csv, released together',
    'What stands against',
    'Checks of people.csv',
    `No. ${registerEntry}`,
  ])
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain(part);
  // The workspace keeps a copy of the certificate, which its log holds.
  const copies = desk.path('Acme.custos/releases');
  const [copy = ''] = readdirSync(copies);
  writeFileSync(join(copies, copy), '{}');
  const held = await desk.custos(['register', 'verify', '--workspace', 'Acme.custos', '--json']);
  expect((JSON.parse(held.stdout) as { problems: unknown[] }).problems).toMatchObject([
    { seq: registerEntry, kind: 'certificate-changed' },
  ]);
  writeFileSync(desk.path('out/orders.csv'), 'who;item\n');
  const changed = await desk.custos(check);
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('orders.csv');
});

it('says what belongs to one table and what to several, and makes no folder then', async () => {
  const several = await desk.custos([...tables.with(-1, 'none'), '--l', '2']);
  const drawn = await desk.custos([...tables.with(-1, 'none'), '--population-file', 'people.csv']);
  const one = await desk.custos(['anonymise', 'people.csv', '--qi', 'town', '--key', 'who', '-o', 'one.csv']);
  expect([several.status, drawn.status, one.status]).toEqual([2, 2, 2]);
  expect(several.stderr).toContain('--l');
  expect(drawn.stderr).toContain('--population-file');
  expect(one.stderr).toContain('--with');
  expect(existsSync(desk.path('none'))).toBe(false);
});
