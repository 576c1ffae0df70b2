import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { dropEmail } from '#test/support/drop-email.ts';

let desk: Desk;
beforeEach(() => (desk = makeDesk()));
afterEach(() => desk.remove());

const planted = ['ada.lovelace@example.com', '+49 30 1234567', 'DE02120300000000202051', 'Anna Schmidt'];

const dropNamed = (columns: string[] | undefined, dropped: string[]): string =>
  dropEmail({
    referenceDate: '2026-11-23',
    columns,
    steps: [{ op: 'drop-columns', version: 1, settings: { columns: dropped }, reason: 'Not needed.' }],
  });

function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) =>
    statSync(join(directory, name)).isDirectory() ? filesBelow(join(directory, name)) : [join(directory, name)],
  );
}

it('lets no name that is a person’s value into register, certificate, recipe, release, or a word on the terminal', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at % 2 ? 'Bonn' : 'Berlin'},${at % 3},1,2,3`);
  writeFileSync(desk.path('turned.csv'), `city,${planted.join(',')}\n${rows.join('\n')}\n`);
  writeFileSync(desk.path('recipe.json'), dropNamed(['city', 'column 2'], ['column 2']));
  const said = [
    await desk.custos(['init', 'w.custos']),
    await desk.custos(['import', 'turned.csv', '--workspace', 'w.custos']),
    await desk.custos(['profile', 'turned.csv']),
    await desk.custos(['classify', 'turned.csv', '--json']),
    await desk.custos(['recommend', 'turned.csv', '--purpose', 'P1', '-o', 'made.json']),
    await desk.custos(['apply', 'turned.csv', '--recipe', 'recipe.json', '-o', 'out.csv', '--workspace', 'w.custos']),
    await desk.custos(['apply', 'turned.csv', '--recipe', 'made.json', '-o', 'none.csv', '--workspace', 'w.custos']),
    await desk.custos(['register', 'list', '--workspace', 'w.custos', '--json']),
  ];
  expect(said[5]!.stderr).toContain('values of people');
  expect(readFileSync(desk.path('out.csv'), 'utf8').split('\n')[0]).toBe('city,column 3,column 4,column 5');
  const places = [
    ...said.map(({ stdout, stderr }) => stdout + stderr),
    ...filesBelow(desk.directory)
      .filter((path) => !path.endsWith('turned.csv'))
      .map((path) => readFileSync(path).toString('latin1')),
  ];
  for (const name of planted) expect(places.filter((text) => text.includes(name))).toEqual([]);
});

it('takes such a name out of a recipe that was made by hand, and refuses one whose place nobody can tell', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at % 2 ? 'Bonn' : 'Berlin'},${at % 3},1,2,3`);
  writeFileSync(desk.path('turned.csv'), `city,${planted.join(',')}\n${rows.join('\n')}\n`);
  const before = ['turned.csv', 'listed.json', 'unlisted.json'];
  writeFileSync(desk.path('listed.json'), dropNamed(['city', ...planted], [planted[3]!]));
  writeFileSync(desk.path('unlisted.json'), dropNamed(undefined, [planted[0]!]));
  const listed = await desk.custos(['apply', 'turned.csv', '--recipe', 'listed.json', '-o', 'out.csv', '--json']);
  const unlisted = await desk.custos(['apply', 'turned.csv', '--recipe', 'unlisted.json', '-o', 'none.csv']);
  expect([listed.status, unlisted.status]).toEqual([0, 3]);
  expect(unlisted.stderr).toContain('goes by its place');
  expect(readFileSync(desk.path('out.csv'), 'utf8').split('\n')[0]).toBe('city,column 2,column 3,column 4');
  expect(
    (JSON.parse(readFileSync(desk.path('out.csv.certificate.json'), 'utf8')) as { recipe: { columns: string[] } })
      .recipe.columns,
  ).toEqual(['city', 'column 2', 'column 3', 'column 4', 'column 5']);
  const places = [
    ...[listed, unlisted].map(({ stdout, stderr }) => stdout + stderr),
    ...filesBelow(desk.directory)
      .filter((path) => !before.some((name) => path.endsWith(name)))
      .map((path) => readFileSync(path).toString('latin1')),
  ];
  for (const name of planted) expect(places.filter((text) => text.includes(name))).toEqual([]);
});
