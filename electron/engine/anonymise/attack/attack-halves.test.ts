import { expect, it } from 'vitest';
import type { AttackFindings } from '#shared/domain/attack-results.ts';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import { attackAsItIs } from './attack-as-it-is.ts';
import { attackHalves, type HalvesInput } from './attack-halves.ts';
import { coverOf } from './cell-cover.ts';
import { chanceOf, shuffle } from './chance.ts';
import { pickRows, withoutSmallClasses } from './without-small-classes.ts';

const limits = { 'singling-out': 0.1, linkability: 0.1, inference: 0.1 };
const targets = { predicates: 150, linkability: 200, inference: 1000 };

/** People of independent columns with so many values each. */
function invented(rows: number, values: readonly number[], seed: number): CodedTable {
  const chance = chanceOf(seed);
  const names = values.map((_, at) => `c${at}`);
  return codeRows(
    names,
    Array.from({ length: rows }, () => values.map((many) => `v${chance.int(many)}`)),
  );
}

/** Each column for itself in another order: every value is there, no row is anybody's. */
const shuffled = (table: CodedTable, seed: number, which = (_name: string): boolean => true): CodedTable => ({
  ...table,
  columns: table.columns.map((column, at) =>
    which(column.name) ? { ...column, codes: shuffle(column.codes.slice(), chanceOf(seed + at)) } : column,
  ),
});

const attack = (people: CodedTable, releaseOf: HalvesInput['releaseOf'], more: Partial<HalvesInput> = {}) =>
  attackHalves({ people, releaseOf, splits: 1, targets, limits, seed: 5, ...more });
const inferenceOf = ({ results }: AttackFindings, column: string) => results.find((one) => one.column === column)!;

it('finds nearly everything of rows that are released as they are', async () => {
  const people = invented(1000, [9, 9, 9, 9, 9, 9, 9, 9, 9, 9], 1);
  const found = await attack(people, (rows) => ({ released: pickRows(people, rows) }));
  const judged = found.results.filter(
    ({ verdict, attack: kind, size }) => verdict !== null && (kind !== 'singling-out' || size > 3),
  );
  expect(judged).toHaveLength(3 + 1 + 10);
  for (const { risk, verdict } of judged) {
    expect(risk).toBeGreaterThan(0.95);
    expect(verdict).toBe('refused');
  }
  // Nobody is alone in one column of nine values among five hundred.
  expect(found.results[0]).toMatchObject({ attack: 'singling-out', size: 1, main: 0, verdict: 'passed' });
  expect(found).toMatchObject({ halves: 2, rows: 1000 });
});

it('finds nothing in rows that are drawn independently of anybody', async () => {
  const people = invented(2000, [3, 4, 5, 6, 7, 8], 2);
  const found = await attack(people, (rows) => ({ released: shuffled(pickRows(people, rows), 40) }));
  for (const { verdict, low, difference } of found.results) {
    expect(low).toBeLessThan(0.05);
    expect(Math.abs(difference!)).toBeLessThan(0.06);
    expect(verdict).not.toBe('refused');
  }
  for (const name of ['c0', 'c1', 'c5']) expect(inferenceOf(found, name).verdict).toBe('passed');
});

it('finds the one column that can be inferred', async () => {
  // A column that tells people apart, and a secret beside it as it is: the secret follows, and what tells apart does not.
  const people = invented(2000, [100_000, 2], 3);
  const found = await attack(people, (rows) => ({ released: pickRows(people, rows) }));
  expect(inferenceOf(found, 'c1').main).toBeGreaterThan(0.98);
  expect(inferenceOf(found, 'c1').control).toBeLessThan(0.55);
  expect(inferenceOf(found, 'c1').verdict).toBe('refused');
  expect(inferenceOf(found, 'c0')).toMatchObject({ verdict: 'passed' });
  expect(found.results[0]).toMatchObject({ attack: 'singling-out', size: 1, verdict: 'refused' });
});

it('finds the one column that cannot', async () => {
  const people = invented(1000, [9, 9, 9, 9, 9, 9, 2], 3);
  const found = await attack(people, (rows) => ({
    released: shuffled(pickRows(people, rows), 50, (name) => name === 'c6'),
  }));
  expect(inferenceOf(found, 'c6')).toMatchObject({ verdict: 'passed' });
  for (const name of ['c0', 'c5']) expect(inferenceOf(found, name).verdict).toBe('refused');
});

it('finds classes of five exactly as often as a look at every class does', async () => {
  const people = invented(1200, [3, 4, 6], 4);
  const names = ['c0', 'c1', 'c2'];
  const release = (rows: Uint32Array) => withoutSmallClasses(people, rows, { k: 5, by: names });
  const halves: Uint32Array[] = [];
  const every = { predicates: 50, linkability: 50, inference: 1200 };
  const found = await attack(
    people,
    (rows) => {
      halves.push(rows);
      return { released: pickRows(people, release(rows)) };
    },
    { targets: every },
  );
  const value = (row: number, at: number): number => people.columns[at]!.codes[row]!;
  const guess = (released: Uint32Array, row: number): number => {
    const near = released.filter((one) => value(one, 0) === value(row, 0) && value(one, 1) === value(row, 1));
    const votes = (of: Uint32Array): number[] =>
      people.columns[2]!.values.map((_, code) => of.filter((one) => value(one, 2) === code).length);
    const [own, all] = [votes(near), votes(released)];
    return own.reduce((best, many, code) => {
      const more = many > own[best]! || (many === own[best]! && all[code]! > all[best]!);
      return more ? code : best;
    }, 0);
  };
  const hits = (half: number, of: number): number =>
    halves[of]!.filter((row) => guess(release(halves[half]!), row) === value(row, 2)).length;
  expect(inferenceOf(found, 'c2').main).toBeCloseTo((hits(0, 0) + hits(1, 1)) / 1200, 10);
  expect(inferenceOf(found, 'c2').control).toBeCloseTo((hits(0, 1) + hits(1, 0)) / 1200, 10);
});

it('links a set of five to its group always, and to the row one time in five', async () => {
  const people = invented(1000, [50, 50, 50, 50], 6);
  const groups = (rows: Uint32Array) => {
    const label = (at: number): string => `group ${Math.floor(at / 5)}`;
    const released = codeRows(
      people.columns.map(({ name }) => name),
      Array.from(rows, (_, at) => people.columns.map(() => label(at))),
    );
    const cells = new Map(
      people.columns.map(({ name, codes }, column) => {
        const covered = released.columns[column]!.values.map((_, group) =>
          Array.from(new Set(rows.subarray(group * 5, group * 5 + 5)), (row) => codes[row]!),
        );
        return [name, coverOf(covered.map((set) => [...new Set(set)]))] as const;
      }),
    );
    return { released, cells };
  };
  const found = await attack(people, groups, { targets: { ...targets, linkability: 500 } });
  const linked = (level: string, size: number) =>
    found.results.find((one) => one.attack === 'linkability' && one.level === level && one.size === size)!;
  expect(linked('row', 1).main).toBeGreaterThan(0.03);
  expect(linked('row', 1).main / linked('group', 1).main).toBeCloseTo(0.2, 1);
  expect(linked('row', 5).main).toBeGreaterThan(linked('group', 1).main);
  expect(linked('group', 1).main).toBeGreaterThan(4 * linked('group', 1).control!);
  expect(linked('group', 1).verdict).toBeNull();
});

it('looks for nobody by what no attacker knows, and guesses it', async () => {
  const people = invented(800, [100_000, 3, 4], 10);
  const found = await attack(people, (rows) => ({ released: pickRows(people, rows) }), { unknown: ['c0'] });
  const sizes = found.results
    .filter(({ attack: kind }) => kind === 'singling-out')
    .map(({ size, main }) => [size, main]);
  expect(sizes).toEqual([
    [1, 0],
    [2, 0],
  ]);
  expect(['c0', 'c1', 'c2'].map((name) => inferenceOf(found, name).size)).toEqual([2, 1, 1]);
  expect(inferenceOf(found, 'c0').main).toBeLessThan(0.05);
});

it('keeps all rows of a person on one side', async () => {
  const people = invented(600, [5, 5], 7);
  const persons = Uint32Array.from({ length: 600 }, (_, row) => row % 100);
  const sides: Set<number>[] = [];
  await attack(
    people,
    (rows) => {
      sides.push(new Set(Array.from(rows, (row) => persons[row]!)));
      return { released: pickRows(people, rows) };
    },
    { persons, splits: 2, targets: { predicates: 2, linkability: 2, inference: 2 } },
  );
  expect(sides.map(({ size }) => size)).toEqual([50, 50, 50, 50]);
  expect([...sides[0]!].filter((person) => sides[1]!.has(person))).toEqual([]);
  expect([...sides[0]!].filter((person) => sides[2]!.has(person)).length).toBeLessThan(50);
});

it('judges nothing where there is no control, or nothing is released', async () => {
  const people = invented(300, [9, 9, 9, 9, 9, 9], 8);
  const found = await attackAsItIs({ released: people, people, targets, limits, seed: 1 });
  expect(inferenceOf(found, 'c0')).toMatchObject({ main: 1, control: null, risk: null, verdict: 'cannot-be-judged' });
  const nothing = await attack(people, () => ({ released: pickRows(people, new Uint32Array()) }));
  for (const { verdict, mainTargets } of nothing.results)
    expect([verdict, mainTargets]).toEqual(['cannot-be-judged', 0]);
});

it('stops when it is cancelled, and gives the same figures for the same seed', async () => {
  const people = invented(2000, [9, 9, 9, 9], 9);
  const releaseOf = (rows: Uint32Array) => ({ released: pickRows(people, rows) });
  const stop = new AbortController();
  const stopped = attack(people, releaseOf, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
  const few = { targets: { predicates: 20, linkability: 20, inference: 20 } };
  expect(await attack(people, releaseOf, few)).toEqual(await attack(people, releaseOf, few));
});
