import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { kilometres, largePlaces, nearUpTo, type Place } from '#engine/anonymise/hierarchies/nearest-place.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { seeded } from '#test/support/seeded.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const header = ['customer', 'lat', 'lng', 'plan'];
const findings = [
  finding('customer', 'customer_id', { class: 'linked' }),
  finding('lat', 'latitude'),
  finding('lng', 'longitude'),
  finding('plan', 'contract_type'),
];
const hashed = step('keyed-hash', { columns: ['customer'] });
const named = (over: object = {}) => step('name-places', { latitude: ['lat'], longitude: ['lng'], ...over });

async function release(rows: readonly (readonly string[])[], steps: RecipeStep[], k = 2) {
  const text = `${[header, ...rows].map((row) => row.join(';')).join('\n')}\n`;
  const recipe = recipeOf(steps, { release: 'pseudonymised', target: { k, suppression: 1 } });
  const input = await desk.prepare(text, { recipe, findings, keepOrder: true, force: true });
  const { result, certificate } = await runRelease(input);
  const written = readFileSync(result.output, 'utf8');
  return { result, certificate, written, rows: readCsv(written).rows };
}

const cellsOf = (rows: readonly (readonly (string | null)[])[]): (string | null)[][] =>
  rows.map((row) => [row[1] ?? null, row[2] ?? null]);

const positions = [
  ['52.5200', '13.4050'],
  ['40.7128', '-74.0060'],
  ['51.5074', '-0.1278'],
  ['42.9849', '-81.2453'],
  // Between Africa and South America.
  ['0', '-30'],
] as const;
const rowsAt = (all: readonly (readonly [string, string])[]): string[][] =>
  all.map(([latitude, longitude], at) => [`c${at}`, latitude, longitude, ['free', 'pro'][at % 2]!]);

it.each([
  ['place', ['Berlin', 'New York City', 'London (United Kingdom)', 'London (Canada)', 'Elsewhere']],
  ['country', ['Germany', 'United States', 'United Kingdom', 'Canada', 'Elsewhere']],
  ['region', ['Europe', 'Americas', 'Europe', 'Americas', 'Elsewhere']],
])('writes the %s into both columns', async (level, expected) => {
  const { rows, certificate } = await release(rowsAt(positions), [hashed, named({ level })]);
  expect(certificate.failedCasts).toEqual([]);
  expect(cellsOf(rows)).toEqual(expected.map((name) => [name, name]));
  expect(rows.map((row) => row[3])).toEqual(['free', 'pro', 'free', 'pro', 'free']);
});

it('empties what is no position, with its other half, and counts what was lost', async () => {
  const hostile = [
    ['52.52', '13.405'],
    ['52.52', ''],
    ['', '13.405'],
    ['', ''],
    ['95', '13.405'],
    ['52.52', '181'],
    ['52,5200', '13,4050'],
    ['north', 'east'],
    ['-90', '180'],
    ['90.0001', '0'],
  ] as const;
  const { rows, certificate } = await release(rowsAt(hostile), [hashed, named()]);
  const read = ['Berlin', ...Array.from({ length: 7 }, () => ''), 'Elsewhere', ''];
  expect(cellsOf(rows).map((pair) => pair.map((cell) => cell ?? ''))).toEqual(read.map((name) => [name, name]));
  // Every cell that said something and is empty now.
  expect(certificate.failedCasts).toMatchObject([
    { column: 'lat', rows: 6 },
    { column: 'lng', rows: 6 },
  ]);
});

it('reads a decimal comma where it is told to', async () => {
  const { rows } = await release(rowsAt([['52,52', '13,405']]), [hashed, named({ decimalMark: ',' })], 1);
  expect(cellsOf(rows)).toEqual([['Berlin', 'Berlin']]);
});

const random = seeded(3);
const many = Array.from({ length: 400 }, (): [string, string] => {
  const { latitude, longitude } = largePlaces()[Math.floor(random() * 40) * 100]!;
  const moved = (degrees: number): string => (degrees + (random() - 0.5) * 1.5).toFixed(4);
  return [moved(latitude), moved(longitude)];
});

/** The nearest of all places within 100 km, looked for one by one, of the position rounded to 0.01 degrees. */
function nearestOfAll([north, east]: [string, string]): Place | null {
  const point = { latitude: Math.round(Number(north) * 100) / 100, longitude: Math.round(Number(east) * 100) / 100 };
  const far = largePlaces().map((place) => kilometres(point, place));
  const least = Math.min(...far);
  return least < nearUpTo ? largePlaces()[far.indexOf(least)]! : null;
}

it('has k people in every class of the written file, gives the same bytes again, and names what is nearest', async () => {
  const k = 5;
  const steps = [
    step('drop-columns', { columns: ['customer'] }),
    named({ level: 'country' }),
    step('suppress-small-classes', { columns: ['lat', 'lng', 'plan'] }),
  ];
  const first = await release(rowsAt(many), steps, k);
  const classes = new Map<string, number>();
  for (const [north, east, plan] of first.rows) {
    expect(east).toBe(north);
    const key = `${north}/${plan}`;
    classes.set(key, (classes.get(key) ?? 0) + 1);
  }
  expect(Math.min(...classes.values())).toBeGreaterThanOrEqual(k);
  // Whoever is in no class of k is left out, and nobody else.
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const expected = new Map<string, number>();
  for (const [at, pair] of many.entries()) {
    const place = nearestOfAll(pair);
    const key = `${place === null ? 'Elsewhere' : english.of(place.country)}/${['free', 'pro'][at % 2]}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  expect(classes).toEqual(new Map([...expected].filter(([, rows]) => rows >= k)));
  expect((await release(rowsAt(many), steps, k)).written).toBe(first.written);
});

it('lets no step work on names of places, and tables over the same rows follow', () => {
  const columns = header.map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const problems = (steps: RecipeStep[]) => checkRecipe(recipeOf(steps), columns).map(({ code }) => code);
  expect(problems([named(), step('round-number', { columns: ['lng'], step: 1 })])).toEqual(['after-moved']);
  expect(problems([named(), step('drop-columns', { columns: ['lat'] })])).toEqual(['after-moved']);
  expect(problems([named(), step('redact', { columns: ['plan'] })])).toEqual([]);
  const tables = step('narrow-tables', {
    tables: [
      ['where', 'lat'],
      ['where', 'plan'],
    ],
    write: 'where',
  });
  expect(problems([named(), tables])).toEqual([]);
});
