// What is kept, against the definitions written out on rows, and drawn so that no step is about few people.
import { expect, test } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { correlationRatio, cramersV, pearson, type SideColumn } from './association.ts';
import { axisOf } from './axis.ts';
import { comparePairs, keptShare } from './compare-pairs.ts';
import { countBy, ownersOf } from './count-by.ts';
import { drawColumn } from './draw-column.ts';
import { safeSteps, sameShare, type CountedStep } from './safe-steps.ts';
import { coversOf, placesOf, spreadRows } from './spread.ts';

/** Numbers from 0 to under 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const whole = (codes: number[], steps: number, numbers: Float64Array | null = null): SideColumn => ({
  codes,
  places: Array.from({ length: steps }, (_, step) => [{ step, part: 1 }]),
  steps,
  numbers,
});

/** Cramér's V with Bergsma's correction, from the definition: χ² over expected counts. */
function definedV(a: number[], b: number[]): number {
  const n = a.length;
  const kinds = (of: number[]) => [...new Set(of)];
  let chi = 0;
  for (const x of kinds(a))
    for (const y of kinds(b)) {
      const observed = a.filter((value, row) => value === x && b[row] === y).length;
      const expected = (a.filter((value) => value === x).length * b.filter((value) => value === y).length) / n;
      chi += (observed - expected) ** 2 / expected;
    }
  const [r, c] = [kinds(a).length, kinds(b).length];
  const phi = Math.max(0, chi / n - ((r - 1) * (c - 1)) / (n - 1));
  return Math.sqrt(phi / Math.min(r - (r - 1) ** 2 / (n - 1) - 1, c - (c - 1) ** 2 / (n - 1) - 1));
}

test('Cramér’s V, η and r are those of the definitions', () => {
  const random = randomFrom(11);
  for (let round = 0; round < 20; round += 1) {
    const a = Array.from({ length: 200 }, () => Math.floor(random() * 4));
    const b = a.map((value) => (random() < 0.5 ? value : Math.floor(random() * 4)));
    const y = Float64Array.from(a, (value) => value * 3 + random() * 10);
    const x = Float64Array.from(y, (value) => 100 - value + random() * 5);
    expect(cramersV(whole(a, 4), whole(b, 4), null)).toBeCloseTo(definedV(a, b), 10);
    const mean = (of: number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    const all = mean([...y]);
    const groups = [0, 1, 2, 3].map((kind) => [...y].filter((_, row) => a[row] === kind));
    const between = groups.reduce((sum, group) => sum + group.length * (mean(group) - all) ** 2, 0);
    const total = [...y].reduce((sum, value) => sum + (value - all) ** 2, 0);
    expect(correlationRatio(whole(a, 4), y, null)).toBeCloseTo(Math.sqrt(between / total), 10);
    const meanX = mean([...x]);
    const both = [...y].reduce((sum, value, row) => sum + (value - all) * (x[row]! - meanX), 0);
    const spreadX = [...x].reduce((sum, value) => sum + (value - meanX) ** 2, 0);
    expect(pearson(x, y, null)).toBeCloseTo(Math.abs(both) / Math.sqrt(spreadX * total), 10);
  }
});

test('weights count as rows do, and a row without a value for none', () => {
  const [a, b] = [
    [0, 0, 1, 1, 1],
    [0, 1, 1, 0, 0],
  ];
  const weights = Float64Array.of(3, 1, 4, 2, 1);
  const repeat = (of: number[]): number[] => of.flatMap((value, row) => Array<number>(weights[row]!).fill(value));
  expect(cramersV(whole(a, 2), whole(b, 2), weights)).toBeCloseTo(definedV(repeat(a), repeat(b)), 12);
  const y = Float64Array.of(1, Number.NaN, 4, 5, 9);
  const rows = [0, 2, 3, 4];
  const some = Float64Array.from(rows, (row) => y[row]!);
  expect(pearson(y, Float64Array.from(a), null)).toBeCloseTo(
    pearson(
      some,
      Float64Array.from(rows, (row) => a[row]!),
      null,
    ),
    12,
  );
  expect(cramersV(whole([0, 0, 0], 1), whole([0, 1, 0], 2), null)).toBe(0);
  expect(pearson(Float64Array.of(2, 2), Float64Array.of(1, 3), null)).toBe(0);
});

test('a text that leaves steps open goes together with nothing within them', async () => {
  const codes = Array.from({ length: 400 }, (_, row) => row % 4);
  const before = whole(codes, 4);
  // Both columns read alike before; afterwards one says only "0 or 1" and "2 or 3".
  const halves = (steps: number[]) => steps.map((step) => ({ step, part: 1 / 2 }));
  const banded = { ...before, places: [halves([0, 1]), halves([0, 1]), halves([2, 3]), halves([2, 3])] };
  const [pair] = await comparePairs(
    { columns: [before, before], weights: null },
    { columns: [banded, before], weights: null },
  );
  expect(pair!.before).toBeCloseTo(1, 2);
  // χ²/n of the banded table is 1; of 3 at most: √(1/3), less what chance gives.
  expect(pair!.after).toBeCloseTo(Math.sqrt((1 - 9 / 399) / (3 - 9 / 399)), 10);
  expect(keptShare([pair!])).toBeCloseTo(pair!.after / pair!.before, 12);
  const weak = { ...pair!, before: 0.09, after: 0 };
  expect(keptShare([weak])).toBeNull();
  expect(keptShare([pair!, weak, { ...pair!, before: 0.5, after: 0.9 }])).toBeCloseTo(
    (pair!.after + 0.5) / (pair!.before + 0.5),
    12,
  );
});

test('no step that is shown has few people on either side, and no end of an axis is told', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 300; round += 1) {
    const repeats = round % 2 === 1;
    const kind = round % 3 === 0 ? 'value' : 'range';
    const many = 2 + Math.floor(random() * 10);
    const counted = (step: CountedStep['step']): CountedStep => {
      const [before, after] = [Math.floor(random() ** 3 * 60), random() < 0.3 ? 0 : random() ** 3 * 60];
      const people = repeats ? random() : 1;
      return { step, before, after, peopleBefore: Math.ceil(before * people), peopleAfter: after * people };
    };
    const steps = Array.from({ length: many }, (_, at) =>
      kind === 'value'
        ? counted({ is: 'value', value: String(at) })
        : counted({ is: 'range', from: at === 0 ? null : at, to: at === many - 1 ? null : at + 1 }),
    );
    const safe = safeSteps(
      [...steps, ...(kind === 'value' ? [counted({ is: 'other' })] : []), counted({ is: 'none' })],
      { least: 10, repeats },
    );
    for (const { before, after, peopleBefore, peopleAfter } of safe ?? []) {
      expect(peopleBefore).toBeGreaterThanOrEqual(10);
      expect(before).toBeGreaterThanOrEqual(10);
      if (after > 0) expect(peopleAfter).toBeGreaterThanOrEqual(10);
    }
    const ranges = (safe ?? []).flatMap(({ step }) => (step.is === 'range' ? [step] : []));
    if (ranges.length > 0) expect([ranges[0]!.from, ranges.at(-1)!.to]).toEqual([null, null]);
    ranges.slice(1).forEach(({ from }, at) => expect(from).toBe(ranges[at]!.to));
  }
});

test('bands are spread over what they leave open, by hand', () => {
  const ages = Array.from({ length: 120 }, (_, row) => [String(20 + (row % 60)), row % 60 < 30 ? '<50' : '50+']);
  const { columns } = codeRows(['age', 'band'], ages);
  const [source, written] = [columns[0]!, columns[1]!];
  const { rows, people } = countBy(source.codes, source.values.length, undefined);
  const numbers = Float64Array.from(source.values, Number);
  const axis = axisOf({ source, kind: 'number', numbers, rows, people, least: 10, whole: true });
  // Between the 2nd and the 98th percentile (21 to 78) in steps of 10: 20 to 30 … 70 to 80.
  expect(axis.steps.map((step) => ('from' in step ? [step.from, step.to] : step.is))).toEqual([
    [null, 30],
    [30, 40],
    [40, 50],
    [50, 60],
    [60, 70],
    [70, null],
    'none',
  ]);
  const places = placesOf(axis, written, [coversOf(axis, source.codes, written, false)]);
  expect(spreadRows(axis.steps.length, places, [60, 60]).rows).toEqual(Float64Array.of(20, 20, 20, 20, 20, 20, 0));
  const both = {
    column: 'age',
    axis,
    source,
    sourceOwners: undefined,
    written,
    writtenOwners: undefined,
    places,
    weights: null,
    least: 10,
  };
  expect(drawColumn(both, false)).toMatchObject({ same: 1, apart: 0, steps: { length: 6 } });
  expect(drawColumn(both, true)).toMatchObject({ steps: null, why: 'special', same: null });
  expect(drawColumn({ ...both, least: 200 }, false)).toMatchObject({ steps: null, why: 'few', same: null });
  // A number that no row had stands on its step; what is no number, on none.
  const moved = codeRows(['age'], [['55.5'], ['-3'], ['soon'], [null]]).columns[0]!;
  expect(placesOf(axis, moved, []).map((of) => of.map(({ step }) => step))).toEqual([[3], [0], [], [6]]);
  // A band that begins in the middle of a range has half of it; the texts of groups overlap, and go evenly.
  const bands = codeRows(
    ['age'],
    ages.map(([age]) => [Number(age) < 45 ? '<45' : '45+']),
  ).columns[0]!;
  const split = (evenly: boolean) =>
    placesOf(axis, bands, [coversOf(axis, source.codes, bands, evenly)]).map((of) => of.map(({ part }) => part));
  expect(split(false)).toEqual([
    [1 / 2.5, 1 / 2.5, 0.5 / 2.5],
    [0.5 / 3.5, 1 / 3.5, 1 / 3.5, 1 / 3.5],
  ]);
  expect(split(true)).toEqual([Array(3).fill(1 / 3), Array(4).fill(1 / 4)]);
});

test('people are counted once in a step, and nobody for none', () => {
  const owners = ownersOf(Uint32Array.of(1, 1, 2, 0, 2, 3));
  expect(countBy([0, 0, 0, 0, 1, -1], 2, owners)).toEqual({ rows: Uint32Array.of(4, 1), people: Uint32Array.of(2, 1) });
  expect(
    sameShare([
      { before: 3, after: 1 },
      { before: 1, after: 1 },
    ]),
  ).toBeCloseTo(0.75, 12);
  expect(sameShare([{ before: 3, after: 0 }])).toBeNull();
});
