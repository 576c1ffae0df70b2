import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { people, releaseRecipe } from '#test/engine/journal/worked-workspace.ts';

let desk: Desk;
const inWorkspace = ['--workspace', 'Acme.custos'];
beforeAll(async () => {
  desk = makeDesk();
  writeFileSync(desk.path('people.csv'), people());
  writeFileSync(desk.path('recipe.json'), JSON.stringify(releaseRecipe()));
  await desk.workspace('Acme.custos', 'Acme');
  const apply = ['apply', 'people.csv', '--recipe', 'recipe.json', '-o', 'towns.csv', ...inWorkspace];
  expect((await desk.custos(apply)).status).toBe(0);
});
afterAll(() => desk.remove());
const certificate = (...args: string[]) => desk.custos(['certificate', ...args]);

it('is checked and written as a page that says what was measured, what was not, and its entry', async () => {
  const made = await certificate('towns.csv', '-o', 'page.html', '--json', ...inWorkspace);
  expect(made.status, made.stderr).toBe(0);
  const { registerEntry, ...found } = JSON.parse(made.stdout) as { registerEntry: number };
  expect(found).toEqual({ ok: true, signature: 'valid', outputMatches: true, problems: [], rewrittenSince: null });
  const html = readFileSync(desk.path('page.html'), 'utf8');
  for (const said of [
    'towns.csv',
    'city and loyalty_segment',
    `No. ${registerEntry}`,
    'Privacy models',
    '40 of 40 rows',
  ])
    expect(html).toContain(said);
  expect(html).not.toMatch(/<script|https?:|src=/);
  const alone = await certificate('towns.csv.certificate.json', '-o', 'alone.html');
  expect(alone.status, alone.stderr).toBe(0);
  expect(readFileSync(desk.path('alone.html'), 'utf8')).not.toContain('Register entry');
});

it('is refused, changed or of another file, in one sentence, and the page says so', async () => {
  const text = readFileSync(desk.path('towns.csv.certificate.json'), 'utf8');
  writeFileSync(desk.path('changed.csv.certificate.json'), text.replace('"k":10', '"k":11'));
  const changed = await certificate('changed.csv.certificate.json', '-o', 'changed.html');
  expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining('changed after it was signed')]);
  expect(readFileSync(desk.path('changed.html'), 'utf8')).toContain('DOES NOT FIT');
  writeFileSync(desk.path('broken.csv.certificate.json'), text.slice(0, 100));
  const broken = await certificate('broken.csv');
  expect([broken.status, broken.stderr]).toEqual([3, expect.stringContaining('broken.csv.certificate.json')]);
  expect((await certificate('nothing.csv')).status).toBe(3);
  expect((await certificate('towns.csv', '-o', 'page.docx')).status).toBe(2);
  appendFileSync(desk.path('towns.csv'), 'Ulm,gold\n');
  const other = await certificate('towns.csv');
  expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('SHA-256 differs')]);
});
