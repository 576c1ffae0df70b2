import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeEach(() => (desk = makeDesk()));
afterEach(() => desk.remove());

const planted = ['ada.lovelace@example.com', '+49 30 1234567', 'DE02120300000000202051', 'Anna Schmidt'];

function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => (statSync(join(directory, name)).isDirectory() ? filesBelow(join(directory, name)) : [join(directory, name)]));
}

it('lets no name that is a person’s value into register, certificate, recipe, release, or a word on the terminal', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at % 2 ? 'Bonn' : 'Berlin'},${at % 3},1,2,3`);
  writeFileSync(desk.path('turned.csv'), `city,${planted.join(',')}\n${rows.join('\n')}\n`);
  writeFileSync(desk.path('recipe.json'), JSON.stringify({
    format: 'custos-recipe', formatVersion: 1, purpose: 'p1-find-segments', release: 'pseudonymised', referenceDate: '2026-11-23', target: { k: 1, suppression: 1 }, columns: ['city', 'column 2'],
    steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['column 2'] }, reason: 'Not needed.' }],
  }));
  const said = [
    await desk.custos(['init', 'w.custos']), await desk.custos(['import', 'turned.csv', '--workspace', 'w.custos']), await desk.custos(['profile', 'turned.csv']), await desk.custos(['classify', 'turned.csv', '--json']),
    await desk.custos(['recommend', 'turned.csv', '--purpose', 'P1', '-o', 'made.json']), await desk.custos(['apply', 'turned.csv', '--recipe', 'recipe.json', '-o', 'out.csv', '--workspace', 'w.custos']),
    await desk.custos(['apply', 'turned.csv', '--recipe', 'made.json', '-o', 'none.csv', '--workspace', 'w.custos']), await desk.custos(['register', 'list', '--workspace', 'w.custos', '--json']),
  ];
  expect(said[5]!.stderr).toContain('values of people');
  expect(readFileSync(desk.path('out.csv'), 'utf8').split('\n')[0]).toBe('city,column 3,column 4,column 5');
  const places = [...said.map(({ stdout, stderr }) => stdout + stderr), ...filesBelow(desk.directory).filter((path) => !path.endsWith('turned.csv')).map((path) => readFileSync(path).toString('latin1'))];
  for (const name of planted) expect(places.filter((text) => text.includes(name))).toEqual([]);
}, 240_000);
