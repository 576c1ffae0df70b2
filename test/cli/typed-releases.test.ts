import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
  const rows = Array.from({ length: 30 }, (_, at) => `Bonn;${at % 7};0${5000 + at};2026-01-0${1 + (at % 9)}`);
  writeFileSync(desk.path('orders.csv'), `\ufeffStadt;Menge;PLZ;Tag\r\n${rows.join('\r\n')}\r\n`);
  writeFileSync(
    desk.path('recipe.json'),
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-11-01',
      target: { k: 1, suppression: 1 },
      steps: [],
    }),
  );
});
afterAll(() => desk.remove());

const apply = (output: string, ...more: string[]) =>
  desk.custos(['apply', 'orders.csv', '--recipe', 'recipe.json', '-o', output, '--keep-order', ...more]);
const firstLine = (name: string): unknown => JSON.parse(readFileSync(desk.path(name), 'utf8').split('\n')[0]!);

it('writes numbers as numbers, and with --text everything as text', async () => {
  const typed = await apply('typed.jsonl');
  expect(typed.status, typed.stderr).toBe(0);
  expect(firstLine('typed.jsonl')).toEqual({ Stadt: 'Bonn', Menge: 0, PLZ: '05000', Tag: '2026-01-01' });
  const text = await apply('text.jsonl', '--text');
  expect(text.status, text.stderr).toBe(0);
  expect(firstLine('text.jsonl')).toEqual({ Stadt: 'Bonn', Menge: '0', PLZ: '05000', Tag: '2026-01-01' });
});

it('with --as-source gives back the very bytes of what no step changed, and refuses a format that has none', async () => {
  const same = await apply('same.csv', '--as-source');
  expect(same.status, same.stderr).toBe(0);
  expect(readFileSync(desk.path('same.csv')).equals(readFileSync(desk.path('orders.csv')))).toBe(true);
  const plain = await apply('plain.csv');
  expect(plain.status, plain.stderr).toBe(0);
  expect(readFileSync(desk.path('plain.csv'), 'utf8')).toMatch(/^Stadt,Menge,PLZ,Tag\nBonn,0,05000,/);
  const refused = await apply('refused.parquet', '--as-source');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('name the output .csv or .tsv');
});
