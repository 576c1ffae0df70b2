import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { columnShape } from './column-shape.ts';
import { profileColumns } from './profile-columns.ts';

let directory: string;
let duck: Duck;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'custos-shape-'));
  duck = await openDuck({ directory });
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true });
});
let tables = 0;
async function shapeOf(value: string, { special = false, names = false } = {}) {
  const name = `shaped${(tables += 1)}`;
  await duck.run(`CREATE TABLE ${name} AS SELECT ${value} AS c1 FROM range(200)`);
  const column = { name: 'born', physical: 'c1' } as Parameters<typeof columnShape>[1];
  const [profile] = await profileColumns(duck, name, [column]);
  const source = { duck, relation: name, person: null, least: 10 };
  return columnShape(source, column, profile!, { hidden: true, special, names });
}

it.each([
  ['ISO', `'' || (1950 + range % 40) || '-03-15'`],
  ['written day first', `'24.12.' || (1950 + range % 40)`],
  ['either way round', `'03/04/' || (1950 + range % 40)`],
])('has bars of years for dates %s, in which every row is', async (_form, value) => {
  const { years, lengths } = await shapeOf(value);
  expect(years!.map(({ rows }) => rows).reduce((sum, rows) => sum + rows)).toBe(200);
  expect([years![0]!.from, years!.at(-1)!.to, lengths]).toEqual([null, null, null]);
});

it('tells no years where the century of some is not written', async () => {
  expect(
    await shapeOf(`'12/24/' || CASE WHEN range % 2 = 0 THEN '65' ELSE '' || (1950 + range % 40) END`),
  ).toMatchObject({ years: null });
});

it('tells nothing of a masked special category', async () => {
  expect(await shapeOf(`'faith ' || range % 3`, { special: true })).toMatchObject({
    special: true,
    sameLength: null,
    lengths: null,
    years: null,
    numbers: null,
    kinds: null,
  });
});

it('shows how long the numbers of persons are, never how large', async () => {
  const cards = `'' || (4000000000000000 + range * 7919)`;
  expect(await shapeOf(cards, { names: true })).toMatchObject({ sameLength: 16, numbers: null });
  expect((await shapeOf(`'' || (50 + range)`, { names: true })).lengths).not.toBeNull();
  expect((await shapeOf(cards)).numbers).not.toBeNull();
});
