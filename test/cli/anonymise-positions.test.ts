import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { kilometres, largePlaces, nearUpTo } from '#engine/anonymise/hierarchies/nearest-place.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { seeded } from '#test/support/seeded.ts';

const k = 4;
const around = ['Berlin', 'Potsdam', 'Milano', 'Lyon', 'Turin'];
const random = seeded(21);

/** Homes within some twenty kilometres of a few places, one at sea and some that are no position. */
const people = Array.from({ length: 160 }, (_, at): [string, string, string, string] => {
  const near = largePlaces().filter(({ name }) => around.includes(name));
  const { latitude, longitude } = near[at % near.length]!;
  const moved = (degrees: number): string => (degrees + (random() - 0.5) * 0.3).toFixed(4);
  return [`P${at}`, moved(latitude), moved(longitude), ['f', 'm'][Math.floor(random() * 2)]!];
});
people[3] = ['P3', '0.5000', '-30.1', 'f'];
people[4] = ['P4', '', '', 'm'];
people[5] = ['P5', '52.5200', '', 'f'];
people[6] = ['P6', '91.5000', '13.4050', 'm'];
people[7] = ['P7', 'unknown', '13.4050', 'f'];

let desk: Desk;
const write = (name: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(desk.path(name), `${rows.map((row) => row.join(';')).join('\n')}\n`);

beforeAll(() => {
  desk = makeDesk();
  const head = ['id', 'home_lat', 'home_lng', 'sex'];
  write('people.csv', [head, ...people]);
  write('comma.csv', [head, ...people.map((row) => row.map((cell, at) => (at === 0 ? cell : cell.replace('.', ','))))]);
  mkdirSync(desk.path('h'));
  write(
    'h/x_hierarchy_home_lat.csv',
    [...new Set(people.map(([, north]) => north))].map((north) => [north, '*']),
  );
});
afterAll(() => desk.remove());

async function made(options: readonly string[], file = 'people.csv') {
  const asked = ['--qi', 'home_lat,home_lng,sex', '--k', `${k}`, '--keep-order', '--force', '-o', 'out.csv'];
  const ran = await desk.custos(['anonymise', file, ...asked, ...options, '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  const [, ...rows] = readFileSync(desk.path('out.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  return { said: JSON.parse(ran.stdout) as AnonymisedFile, rows };
}

/** What is above a home, looked for among all places one by one. */
function labels([, north, east]: readonly string[]): string[] {
  if (north === '' && east === '') return ['', '', '', '*'];
  const point = { latitude: Number(north), longitude: Number(east) };
  const isNone = [north, east].includes('') || !(Math.abs(point.latitude) <= 90);
  const far = largePlaces().map((place) => (isNone ? nearUpTo : kilometres(point, place)));
  const least = Math.min(...far);
  if (least >= nearUpTo) return ['Elsewhere', 'Elsewhere', 'Elsewhere', '*'];
  const { name, country } = largePlaces()[far.indexOf(least)]!;
  return [name, { DE: 'Germany', IT: 'Italy', FR: 'France' }[country]!, 'Europe', '*'];
}

const sizes = (rows: readonly (readonly string[])[]): number[] => {
  const found = new Map<string, number>();
  for (const [, north, east, sex] of rows) {
    const key = `${north};${east};${sex}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return [...found.values()];
};

it('lets both coordinates read one place, its country or part of the world, with k people in every class', async () => {
  const { said, rows } = await made(['--suppression', '0.05']);
  const { home_lat: level, home_lng: other, sex } = said.levels;
  expect(other).toEqual(level);
  expect(level).toEqual({ level: 2, of: 4 });
  expect(sex!.level).toBe(0);
  const read = (at: number): string => labels(people[at]!)[level!.level - 1]!;
  const kept = rows.filter(([, ...cells]) => !cells.every((cell) => cell === '*'));
  expect(rows.length - kept.length).toBe(said.suppressedRows);
  expect(Math.min(...sizes(kept))).toBe(said.k);
  expect(said.k).toBeGreaterThanOrEqual(k);
  // Of everything that is read: the pairs that lie in it, as a share of all pairs, of which no two are the same.
  const leaves = new Map<string, number>();
  for (const at of people.keys()) leaves.set(read(at), (leaves.get(read(at)) ?? 0) + 1);
  let lost = 0;
  for (const [at, [, north, east, gender]] of rows.entries()) {
    const isOut = gender === '*';
    const place = read(at);
    expect([north, east]).toEqual(isOut ? ['*', '*'] : [place, place]);
    lost += isOut ? 3 : (2 * (leaves.get(place)! - 1)) / (people.length - 1);
  }
  expect(said.loss).toBeCloseTo(lost / (3 * rows.length), 9);
  expect(said.score).toBeCloseTo(said.loss, 9);
  expect(said.notes.join(' ')).toContain('move together');
});

it('goes up as one where no row may be left out, and reads decimal commas', async () => {
  const { said, rows } = await made(['--suppression', '0'], 'comma.csv');
  const { level, of } = said.levels['home_lat']!;
  expect(of).toBe(4);
  expect(said.suppressedRows).toBe(0);
  expect(Math.min(...sizes(rows))).toBeGreaterThanOrEqual(k);
  for (const [at, [, north, east]] of rows.entries())
    expect([north, east]).toEqual([labels(people[at]!)[level - 1], labels(people[at]!)[level - 1]]);
});

it('gives rows a place, a country or a position of their own, and parts no pair', async () => {
  const { said, rows } = await made(['--local']);
  expect(said.k).toBeGreaterThanOrEqual(k);
  expect(Math.min(...sizes(rows))).toBe(said.k);
  for (const [at, [, north, east]] of rows.entries()) {
    const [, ...own] = people[at]!;
    const may = [`${own[0]};${own[1]}`, ...labels(people[at]!).map((label) => `${label};${label}`)];
    expect(may).toContain(`${north};${east}`);
  }
});

it('leaves them apart where somebody says something else of one of them', async () => {
  const { said } = await made(['--hierarchies', 'h', '--suppression', '0.05']);
  expect(said.levels['home_lat']!.of).toBe(1);
  expect(said.levels['home_lng']!.of).not.toBe(1);
  const limited = await made(['--max-level', 'home_lng=5', '--suppression', '0.05']);
  expect(limited.said.notes.join(' ')).not.toContain('move together');
});
