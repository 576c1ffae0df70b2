import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';

type Cell = string | null;
type Row = Cell[];

let directory: string;
let duck: Duck;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'custos-risk-'));
  duck = await openDuck({ directory });
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Small generator of repeatable numbers (Park–Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

async function load(table: string, rows: Row[], width: number): Promise<void> {
  const columns = Array.from({ length: width }, (_, index) => `c${index + 1}`);
  await duck.run(`CREATE OR REPLACE TABLE ${table} (${columns.map((column) => `${column} VARCHAR`).join(', ')})`);
  for (const row of rows)
    await duck.run(`INSERT INTO ${table} VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, row);
}

const column = (index: number, name = `column ${index}`): { name: string; sql: string } => ({ name, sql: `c${index}` });
const group = (rows: Row[], indexes: number[]): Row[][] => {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(indexes.map((index) => row[index - 1]));
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  return [...classes.values()];
};

/** The definitions of docs/definitions.md, written down a second time with no query and no shortcut. */
function reference(rows: Row[], qi: number[], sensitive: number, person?: number) {
  const classes = group(rows, qi);
  const size = (members: Row[]): number =>
    person === undefined
      ? members.length
      : Math.max(1, new Set(members.map((row) => row[person - 1]).filter((id) => id !== null)).size);
  const sizes = classes.map(size);
  const k = Math.min(...sizes);
  const share = (members: Row[], value: Cell): number =>
    members.filter((row) => row[sensitive - 1] === value).length / members.length;
  const values = [...new Set(rows.map((row) => row[sensitive - 1]!))];
  const entropy = (members: Row[]): number =>
    Math.exp(
      -values
        .map((value) => share(members, value))
        .filter((p) => p > 0)
        .reduce((sum, p) => sum + p * Math.log(p), 0),
    );
  const numeric = values.every((value) => value === null || Number.isFinite(Number(value)));
  const ordered = [...values].sort(
    (a, b) => (a === null ? -Infinity : Number(a)) - (b === null ? -Infinity : Number(b)),
  );
  const distance = (members: Row[]): number => {
    if (!numeric)
      return values.reduce((sum, value) => sum + Math.abs(share(members, value) - share(rows, value)), 0) / 2;
    let carried = 0;
    let sum = 0;
    for (const value of ordered) {
      carried += share(members, value) - share(rows, value);
      sum += Math.abs(carried);
    }
    return sum / (ordered.length - 1);
  };
  // For l a missing value is none, and a class of nothing else tells nothing.
  const known = classes
    .map((members) => members.filter((row) => row[sensitive - 1]?.trim()))
    .filter((members) => members.length > 0);
  return {
    k,
    classes: classes.length,
    averageClassSize: sizes.reduce((sum, value) => sum + value, 0) / classes.length,
    alone: classes.filter((members) => size(members) === 1).flat().length,
    average:
      classes.flatMap((members) => members.map(() => 1 / size(members))).reduce((sum, value) => sum + value, 0) /
      rows.length,
    distinct: Math.min(...known.map((members) => new Set(members.map((row) => row[sensitive - 1])).size)),
    entropy: Math.min(...known.map(entropy)),
    t: Math.max(...classes.map(distance)),
  };
}

describe('measureRisk', () => {
  it('gives the numbers one can work out by hand', async () => {
    await load(
      'hand',
      [
        ['a', 'flu'],
        ['a', 'flu'],
        ['a', 'cold'],
        ['b', 'flu'],
        ['b', 'cold'],
        ['c', 'flu'],
      ],
      2,
    );
    const risk = await measureRisk(duck, 'hand', { qi: [column(1, 'city')], sensitive: [column(2, 'diagnosis')] });
    expect(risk).toMatchObject({
      rows: 6,
      qi: ['city'],
      k: 1,
      classes: 3,
      averageClassSize: 2,
      unique: { rows: 1, share: 1 / 6 },
    });
    expect(risk.prosecutor).toEqual({ max: 1, average: 0.5 });
    expect(risk.journalist).toEqual(risk.prosecutor);
    expect(risk.marketer).toEqual({ average: 0.5 });
    expect(risk.l.diagnosis).toEqual({ distinct: 1, entropy: 1 });
    expect(risk.t.diagnosis).toBeCloseTo(1 / 3, 12);
    expect(risk.histogram).toEqual([
      { size: 1, classes: 1, rows: 1 },
      { size: 2, classes: 1, rows: 2 },
      { size: 3, classes: 1, rows: 3 },
    ]);
  });

  it.each([1, 2, 3, 4])('agrees with a plain recomputation on random rows, seed %i', async (seed) => {
    const next = numbers(seed * 7919);
    const pick = (choices: Cell[]): Cell => choices[Math.floor(next() * choices.length)]!;
    const rows: Row[] = Array.from({ length: 180 }, () => [
      pick(['x', 'y', 'Y', '', null]),
      pick(['1', '2', '3']),
      pick(['flu', 'cold', null]),
      pick(['1', '10', '9', '2.5', null]),
      pick(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', null]),
    ]);
    await load('random_rows', rows, 5);
    for (const sensitive of [3, 4]) {
      for (const person of [undefined, 5]) {
        const risk = await measureRisk(duck, 'random_rows', {
          qi: [column(1), column(2)],
          sensitive: [column(sensitive, 's')],
          ...(person === undefined ? {} : { person: `c${person}` }),
        });
        const expected = reference(rows, [1, 2], sensitive, person);
        expect({ k: risk.k, classes: risk.classes, alone: risk.unique.rows, distinct: risk.l.s!.distinct }).toEqual({
          k: expected.k,
          classes: expected.classes,
          alone: expected.alone,
          distinct: expected.distinct,
        });
        expect(risk.averageClassSize).toBeCloseTo(expected.averageClassSize, 12);
        expect(risk.prosecutor.average).toBeCloseTo(expected.average, 12);
        expect(risk.prosecutor.max).toBeCloseTo(1 / expected.k, 12);
        expect(risk.l.s!.entropy).toBeCloseTo(expected.entropy, 9);
        expect(risk.t.s).toBeCloseTo(expected.t, 9);
        expect(risk.histogram.reduce((sum, bin) => sum + bin.rows, 0)).toBe(rows.length);
        expect(risk.histogram.reduce((sum, bin) => sum + bin.classes, 0)).toBe(expected.classes);
      }
    }
  });

  it('counts people where a person has many rows', async () => {
    await load(
      'visits',
      [
        ['north', 'ann'],
        ['north', 'ann'],
        ['north', 'ann'],
        ['south', 'bob'],
        ['south', 'cem'],
        ['east', null],
        ['east', null],
      ],
      2,
    );
    const byRow = await measureRisk(duck, 'visits', { qi: [column(1)] });
    const byPerson = await measureRisk(duck, 'visits', { qi: [column(1)], person: 'c2' });
    expect(byRow).toMatchObject({ k: 2, unique: { rows: 0 } });
    expect(byPerson).toMatchObject({
      k: 1,
      unique: { rows: 5 },
      histogram: [
        { size: 1, classes: 2, rows: 5 },
        { size: 2, classes: 1, rows: 2 },
      ],
    });
  });

  it('has answers for no rows, no quasi-identifier and hostile names', async () => {
    await load('nothing', [], 1);
    expect(await measureRisk(duck, 'nothing', { qi: [column(1)], sensitive: [column(1, 's')] })).toMatchObject({
      rows: 0,
      k: 0,
      classes: 0,
      averageClassSize: 0,
      unique: { rows: 0, share: 0 },
      prosecutor: { max: 0, average: 0 },
      histogram: [],
    });
    await load('three', [['a'], ['b'], ['b']], 1);
    const whole = await measureRisk(duck, 'three', { qi: [], sensitive: [column(1, '__proto__')] });
    expect(whole).toMatchObject({ k: 3, classes: 1 });
    expect(Object.entries(whole.l)).toEqual([
      ['__proto__', { distinct: 2, entropy: expect.closeTo(Math.exp(Math.log(3) - (2 * Math.log(2)) / 3), 9) }],
    ]);
    expect(Object.values(whole.t)).toEqual([0]);
  });

  it('stops when asked and leaves the connection usable', async () => {
    const controller = new AbortController();
    const work = measureRisk(duck, 'range(200000000)', {
      qi: [{ name: 'n', sql: 'range::VARCHAR' }],
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 100);
    await expect(work).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
    expect(await duck.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
