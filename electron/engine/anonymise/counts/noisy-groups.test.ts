import { expect, it } from 'vitest';
import { privacySpend } from '#shared/domain/privacy-spend.ts';
import { Failure } from '#shared/contract/failure.ts';
import { byWeight, surprise, tallied } from '#test/support/chi-square.ts';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import { rhoOf } from '../noise/concentrated.ts';
import { below, seededBits } from '../noise/random-bits.ts';
import { noisyGroups, type NoisyGroupsInput } from './noisy-groups.ts';
import type { Measure } from './noisy-measures.ts';

const domains = [
  ['north', 'south', 'west'],
  ['young', 'old', null],
];

interface Shop {
  table: CodedTable;
  of: Uint32Array;
  spent: Float64Array;
}

/** Orders of people, several each. */
function shop(rows: number, seed: number): Shop {
  const bits = seededBits(seed);
  const cells = Array.from({ length: rows }, () => [
    ['north', 'south', 'south', 'moon'][below(bits, 4)]!,
    ['young', 'old', null][below(bits, 3)]!,
  ]);
  return {
    table: codeRows(['region', 'age'], cells),
    of: Uint32Array.from({ length: rows }, () => below(bits, Math.ceil(rows / 4))),
    spent: Float64Array.from({ length: rows }, () => (below(bits, 10) === 0 ? NaN : below(bits, 10_000) / 100)),
  };
}

const spent = ({ spent: numbers }: Shop): Measure => ({
  name: 'spent',
  figure: 'mean',
  numbers,
  from: -20,
  to: 50,
  step: 0.5,
});
const input = (more: Partial<NoisyGroupsInput> = {}): NoisyGroupsInput => ({
  columns: [0, 1],
  domains,
  epsilon: 1,
  delta: 0,
  random: seededBits(51),
  ...more,
});

it('has a group for every combination of the lists, those that nobody has too, and whole numbers from 0', async () => {
  const { groups, counts } = await noisyGroups(shop(300, 1).table, input());
  expect(groups.rows).toBe(4 * 4);
  const reads = Array.from({ length: 16 }, (_, row) =>
    groups.columns.map(({ codes, values }) => values[codes[row]!]).join(),
  );
  expect(new Set(reads).size).toBe(16);
  expect(reads.slice(0, 5)).toEqual(['north,young', 'north,old', 'north,', 'north,other', 'south,young']);
  expect([...counts].every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
});

it.each([0, 1e-6])('puts noise of the stated width on every count (δ %s)', async (delta) => {
  const rows = Array.from({ length: 2000 }, (_, at) => [at % 2 === 0 ? 'a' : 'b']);
  const table = codeRows(['a'], rows);
  const random = seededBits(52);
  const found: number[] = [];
  let stated = 0;
  for (let run = 0; run < 700; run += 1) {
    const made = await noisyGroups(table, input({ columns: [0], domains: [['a', 'b']], delta, epsilon: 0.5, random }));
    found.push(made.counts[0]! - 1000, made.counts[1]! - 1000);
    stated = made.noise.deviation;
  }
  const variance = 1 / (2 * rhoOf(0.5, 1e-6));
  const exact = byWeight(200, (value) =>
    delta === 0 ? Math.exp(-Math.abs(value) * 0.5) : Math.exp((-value * value) / (2 * variance)),
  );
  let next = 0;
  expect(
    surprise(
      tallied(found.length, () => found[next++]!),
      exact,
    ),
  ).toBeLessThan(4.75);
  expect(stated).toBeCloseTo(delta === 0 ? Math.SQRT2 / 0.5 : Math.sqrt(variance), 4);
});

it('moves by no more than one person may add, whoever that is: the noise of one seed is the same', async () => {
  const all = shop(400, 3);
  let moved = 0;
  for (let person = 0; person < 60; person += 1) {
    const rows = [...all.of.keys()].filter((row) => all.of[row] !== person);
    const pick = (row: number): string[] => all.table.columns.map(({ codes, values }) => values[codes[row]!] ?? '∅');
    const less: Shop = {
      table: codeRows(
        ['region', 'age'],
        rows.map((row) => pick(row).map((cell) => (cell === '∅' ? null : cell))),
      ),
      of: Uint32Array.from(rows, (row) => all.of[row]!),
      spent: Float64Array.from(rows, (row) => all.spent[row]!),
    };
    const made = async (of: Shop) =>
      noisyGroups(
        of.table,
        input({ measures: [spent(of)], people: { of: of.of, mostGroups: 2 }, epsilon: 50, random: seededBits(person) }),
      );
    const [one, other] = [await made(all), await made(less)];
    const apart = (a: Float64Array, b: Float64Array): number[] => Array.from(a, (cell, at) => cell - b[at]!);
    const counts = apart(one.counts, other.counts);
    expect(counts.filter((difference) => difference !== 0).length).toBeLessThanOrEqual(2);
    expect(counts.every((difference) => difference === 0 || difference === 1)).toBe(true);
    const sums = apart(one.measures[0]!.sums, other.measures[0]!.sums);
    expect(sums.filter((difference) => difference !== 0).length).toBeLessThanOrEqual(2);
    expect(sums.every((difference) => difference >= -20 && difference <= 50)).toBe(true);
    moved += counts.reduce((sum, difference) => sum + difference, 0);
  }
  expect(moved).toBeGreaterThan(60);
});

it('gives a mean as the noisy sum over the noisy number, and is near the truth where there are many', async () => {
  const all = shop(20_000, 4);
  const { measures, counts } = await noisyGroups(all.table, input({ epsilon: 5, measures: [spent(all)] }));
  const { sums, mean } = measures[0]!;
  const { told, means, least, most } = mean!;
  for (let cell = 0; cell < counts.length; cell += 1) {
    if (told[cell] === 0) expect(means[cell]).toBeNaN();
    else expect(means[cell]).toBe(Math.min(50, Math.max(-20, sums[cell]! / told[cell]!)));
    expect(Number.isInteger(sums[cell]! * 2)).toBe(true);
    if (told[cell] !== 0) expect(least[cell]! <= means[cell]! && means[cell]! <= most[cell]!).toBe(true);
  }
  // Young people of the north: values 0 … 100 put to 50 at most: ¾ of the way, 37.5.
  expect(told[0]).toBeGreaterThan(1000);
  expect(told[0]).toBeLessThan(counts[0]!);
  expect(Math.abs(means[0]! - 37.5)).toBeLessThan(1.5);
});

it('shares what is spent among its tables, and says what was spent', async () => {
  const all = shop(100, 5);
  const plain = await noisyGroups(all.table, input());
  const three = await noisyGroups(all.table, input({ measures: [spent(all)], people: { of: all.of, mostGroups: 2 } }));
  expect(three.noise.deviation / plain.noise.deviation).toBeCloseTo(3 * 2, 4);
  // 50 is 100 steps of ½: the sum of one group moves by that.
  expect(three.measures[0]!.noise.deviation / three.measures[0]!.mean!.noise.deviation).toBeCloseTo(50, 4);
  for (const { spend } of [plain, three]) expect(privacySpend.parse(spend)).toEqual(spend);
  expect(plain.spend).toEqual({
    mechanism: 'discrete-laplace',
    neighbouring: 'add-or-remove-row',
    epsilon: 1,
    delta: 0,
    rho: null,
    most: null,
  });
  const gaussian = await noisyGroups(all.table, input({ delta: 1e-6, people: { of: all.of, mostGroups: 2 } }));
  expect(gaussian.spend).toMatchObject({ mechanism: 'discrete-gaussian', rho: rhoOf(1, 1e-6), most: 2 });
  expect(gaussian.noise.deviation).toBeCloseTo(Math.sqrt(2 / (2 * rhoOf(1, 1e-6))), 3);
});

const bad = (more: Partial<Measure>): Partial<NoisyGroupsInput> => ({
  measures: [{ ...spent(shop(100, 6)), ...more }],
});
it.each<[string, Partial<NoisyGroupsInput>, RegExp]>([
  ['ε of 0', { epsilon: 0 }, /^ε has to be/],
  ['a negative δ', { delta: -1 }, /^δ has to be/],
  ['no column', { columns: [], domains: [] }, /one column at least/],
  ['a list too few', { domains: domains.slice(1) }, /2 columns and 1 lists/],
  ['bounds the wrong way round', bad({ from: 51 }), /^“spent” needs a lowest and a highest value/],
  ['an open bound', bad({ to: Infinity }), /^“spent” needs/],
  ['no step', bad({ step: 0 }), /^“spent” needs/],
  ['half a step', bad({ to: 50.25 }), /^“spent” needs/],
  ['nobody in any group', { people: { of: new Uint32Array(100), mostGroups: 0 } }, /^The most groups/],
])('refuses %s', async (_, more, sentence) => {
  const refused = await noisyGroups(shop(100, 6).table, input(more)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Failure);
  expect(refused).toMatchObject({ code: 'RECIPE_INVALID', message: expect.stringMatching(sentence) as string });
});

it('refuses more groups than it can hold', async () => {
  const long = Array.from({ length: 1000 }, (_, at) => `${at}`);
  const three = codeRows(['a', 'b', 'c'], [['1', '2', '3']]);
  const refused = noisyGroups(three, input({ columns: [0, 1, 2], domains: [long, long, long] }));
  await expect(refused).rejects.toThrow(/1,003,003,001 groups, more than 1,000,000/);
});

/** Two groups in which the sums are known: 30 people who add 7, clipped to 5; 40 who add −3, clipped to −2. */
function knownSums(): Pick<Shop, 'table' | 'spent'> {
  const rows = [...Array<string>(30).fill('a'), ...Array<string>(40).fill('b')];
  return {
    table: codeRows(
      ['g'],
      rows.map((value) => [value]),
    ),
    spent: Float64Array.from(rows, (value) => (value === 'a' ? 7 : -3)),
  };
}

it.each([0, 1e-6])(
  'puts exactly the stated noise on sums that are recomputed, and the stated width holds (δ %s)',
  async (delta) => {
    const { table, spent: numbers } = knownSums();
    const random = seededBits(61);
    const found: number[] = [];
    let stated = { scale: 0, within: 0 };
    for (let run = 0; run < 700; run += 1) {
      const measures: Measure[] = [{ name: 'x', figure: 'sum', numbers, from: -2, to: 5, step: 0.5 }];
      const made = await noisyGroups(table, input({ columns: [0], domains: [['a', 'b']], delta, measures, random }));
      const { sums, noise } = made.measures[0]!;
      found.push((sums[0]! - 30 * 5) / 0.5, (sums[1]! - 40 * -2) / 0.5);
      stated = noise;
    }
    // One person changes a sum by 5, ten steps; counts and sums share ε, or ρ.
    const variance = (10 * 10) / (2 * (rhoOf(1, 1e-6) / 2));
    const weight = (steps: number): number =>
      delta === 0 ? Math.exp(-Math.abs(steps) / (10 * 2)) : Math.exp((-steps * steps) / (2 * variance));
    // Thirty steps together: of each alone too few are drawn to tell.
    const binOf = (steps: number): number => Math.round(steps / 30);
    const exact = new Map<number, number>();
    for (const [steps, chance] of byWeight(600, weight))
      exact.set(binOf(steps), (exact.get(binOf(steps)) ?? 0) + chance);
    let next = 0;
    expect(
      surprise(
        tallied(found.length, () => binOf(found[next++]!)),
        exact,
      ),
    ).toBeLessThan(4.75);
    expect(found.every((steps) => Number.isInteger(steps))).toBe(true);
    expect(stated.scale).toBeCloseTo(0.5 * (delta === 0 ? 20 : Math.sqrt(variance)), 3);
    let [all, outside] = [0, 0];
    for (let steps = -600; steps <= 600; steps += 1) {
      all += weight(steps);
      if (Math.abs(steps) * 0.5 > stated.within + 1e-9) outside += weight(steps);
    }
    expect(outside / all).toBeLessThanOrEqual(0.05);
    expect(outside / all).toBeGreaterThan(0.04);
  },
);

it('takes one table for a sum and two for a mean, and no data for the bounds', async () => {
  const all = shop(500, 7);
  const noise = async (figure: Measure['figure'], numbers = all.spent) =>
    (await noisyGroups(all.table, input({ measures: [{ ...spent(all), figure, numbers }] }))).noise.scale;
  expect(await noise('sum')).toBeCloseTo(2, 5);
  expect(await noise('mean')).toBeCloseTo(3, 5);
  expect(await noise('sum-and-mean')).toBeCloseTo(3, 5);
  expect(
    await noise(
      'mean',
      all.spent.map((number) => number * 1000),
    ),
  ).toBeCloseTo(3, 5);
});

it('says between what a mean lies, so often as it says', async () => {
  const all = shop(4000, 8);
  const truth = [0, 1, 2].map((cell) => {
    const rows = [...all.of.keys()].filter(
      (row) => all.table.columns[0]!.values[all.table.columns[0]!.codes[row]!] === domains[0]![cell],
    );
    const numbers = rows.map((row) => all.spent[row]!).filter((number) => Number.isFinite(number));
    return numbers.reduce((sum, number) => sum + Math.round(Math.min(50, number) * 2) / 2, 0) / numbers.length;
  });
  const random = seededBits(71);
  let [held, of] = [0, 0];
  for (let run = 0; run < 200; run += 1) {
    const made = await noisyGroups(
      all.table,
      input({ columns: [0], domains: [domains[0]!], measures: [spent(all)], epsilon: 0.05, random }),
    );
    const { least, most } = made.measures[0]!.mean!;
    for (const [cell, mean] of truth.entries()) {
      if (mean === undefined || Number.isNaN(mean)) continue;
      of += 1;
      held += Number(least[cell]! <= mean && mean <= most[cell]!);
    }
  }
  expect(of).toBeGreaterThan(300);
  expect(held / of).toBeGreaterThan(0.95);
});
