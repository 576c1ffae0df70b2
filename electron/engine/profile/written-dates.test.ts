import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuck, type Duck } from '../analysis/open-duck.ts';
import { WindowReader } from '../tables/read-window.ts';
import { writtenDates } from './written-dates.ts';

let directory: string;
let duck: Duck;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'custos-dates-'));
  duck = await openDuck({ directory });
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true });
});
let tables = 0;
async function table(values: (string | null)[]): Promise<string> {
  const name = `t${(tables += 1)}`;
  const rows = values.map((value) => `(${value === null ? 'NULL' : `'${value}'`}::VARCHAR)`);
  await duck.run(`CREATE TABLE ${name} AS SELECT * FROM (VALUES ${rows.join(', ')}) AS v(c1)`);
  return name;
}

it.each([
  ['day first, with points', ['24.12.1961', '01.01.1945', '31.07.2003'], '1945-01-01', '2003-07-31'],
  ['day first, with strokes', ['24/12/1961', '01/01/1945'], '1945-01-01', '1961-12-24'],
  ['month first', ['12/24/1961', '01/01/1945'], '1945-01-01', '1961-12-24'],
  [
    'with a time, and empty ones between',
    ['24.12.1961 08:30', null, '', '01.01.1945 23:59:59'],
    '1945-01-01',
    '1961-12-24',
  ],
  ['year first', ['1961/12/24', '1945/01/01'], '1945-01-01', '1961-12-24'],
])('reads days written %s', async (_form, values, first, last) => {
  expect(await writtenDates(duck, await table(values), 'c1')).toMatchObject({ first, last });
});

it.each([
  ['either way round', ['01/02/2003', '03/04/2005']],
  ['no days', ['1.2', 'a', '10115']],
  ['a day among texts', ['24.12.1961', 'none', 'later']],
  ['nothing', [null, '']],
])('takes %s for no dates', async (_what, values) => {
  expect(await writtenDates(duck, await table(values), 'c1')).toBeNull();
});

it('sorts them as days, what is none at the end', async () => {
  const values = [
    '24.12.1961',
    '01.01.1990',
    '31.07.1935',
    '02.01.1990',
    '15.03.1950',
    '16.03.1950',
    '17.03.1950',
    '18.03.1950',
    '19.03.1950',
    '20.03.1950',
    'unknown',
  ];
  const relation = await table(values);
  const reader = new WindowReader(
    duck,
    relation,
    values.length,
    new Map([['born', { physical: 'c1', valueType: 'text' as const }]]),
  );
  const sorted = async (direction: 'asc' | 'desc') =>
    (
      await reader.read({ columns: ['born'], sort: [{ column: 'born', direction }], filter: [], offset: 0, limit: 20 })
    ).rows.map(({ cells }) => cells[0]);
  const up = await sorted('asc');
  expect([up[0], up.at(-3), up.at(-2), up.at(-1)]).toEqual(['31.07.1935', '01.01.1990', '02.01.1990', 'unknown']);
  const down = await sorted('desc');
  expect([down[0], down.at(-2), down.at(-1)]).toEqual(['02.01.1990', '31.07.1935', 'unknown']);
});
