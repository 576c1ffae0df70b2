import { expect, it } from 'vitest';
import { privacySpend } from '#shared/domain/privacy-spend.ts';
import { Failure } from '#shared/contract/failure.ts';
import { pace } from '#engine/jobs/pace.ts';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import { recode } from '../coded/recode.ts';
import { below, seededBits, type RandomBits } from '../noise/random-bits.ts';
import { scorePairs } from './choose-tree.ts';
import { measureOneWay, settleOneWay, varianceFor } from './noisy-model.ts';
import { synthesise, type SynthesisInput } from './synthesise.ts';
import { tally, tallyPair, variation } from './tallies.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];
const domains = [letters, letters, ['x', 'y', null], letters];

/** Rows whose second column mostly repeats the first, and whose third goes by it; the fourth is by itself. */
function rowsOf(count: number, bits: RandomBits): (string | null)[][] {
  return Array.from({ length: count }, () => {
    const first = Math.min(below(bits, 5), below(bits, 5));
    const second = below(bits, 10) < 9 ? first : below(bits, 5);
    const third = below(bits, 10) < 8 ? Number(first > 1) : 2;
    return [letters[first]!, letters[second]!, ['x', 'y', null][third]!, letters[below(bits, 5)]!];
  });
}

const names = ['first', 'second', 'third', 'fourth'];
const tableOf = (count: number, seed = 1): CodedTable => codeRows(names, rowsOf(count, seededBits(seed)));
const input = (more: Partial<SynthesisInput> = {}): SynthesisInput => ({
  epsilon: 3,
  delta: 1e-6,
  domains,
  random: seededBits(9),
  ...more,
});
const coded = (table: CodedTable): CodedTable =>
  recode(
    table,
    Uint32Array.from({ length: table.rows }, (_, row) => row),
    domains,
    undefined,
  );

/** Mean total-variation distance of all pairs of columns. */
function pairError(one: CodedTable, other: CodedTable): number {
  const [a, b] = [coded(one).columns, coded(other).columns];
  let [total, pairs] = [0, 0];
  for (let x = 0; x < a.length; x += 1)
    for (let y = x + 1; y < a.length; y += 1) {
      total += variation(tallyPair(a[x]!, a[y]!), tallyPair(b[x]!, b[y]!), one.rows, other.rows);
      pairs += 1;
    }
  return total / pairs;
}

it('makes a twin that keeps what hangs together, with the values of the lists and no others', async () => {
  const table = tableOf(4000);
  const { table: twin, tree, rho, rows, spend } = await synthesise(table, input());
  expect(pairError(table, twin)).toBeLessThan(0.05);
  // What columns taken each by itself would give: the same rows, every column put into another order.
  const apart = {
    ...table,
    columns: table.columns.map((column, at) => ({
      ...column,
      codes: column.codes.map((_, row) => column.codes[(row + 997 * at) % table.rows]!),
    })),
  };
  expect(pairError(table, apart)).toBeGreaterThan(0.15);
  expect(tree).toHaveLength(3);
  expect(tree).toContainEqual([0, 1]);
  expect(twin.columns.map(({ values }) => values)).toEqual(domains.map((list) => [...list, 'other']));
  expect(Math.abs(rows - 4000)).toBeLessThan(40);
  expect(twin.rows).toBe(rows);
  expect(rho.oneWay + rho.tree + rho.edges).toBeCloseTo(rho.total, 12);
  expect(privacySpend.parse(spend)).toEqual(spend);
  expect(spend).toMatchObject({ mechanism: 'noisy-tree', neighbouring: 'add-or-remove-row', epsilon: 3, delta: 1e-6 });
});

it('tells nothing of how the data write what is outside the lists, and repeats with a seed', async () => {
  const rows = rowsOf(500, seededBits(2));
  const strange = rows.map(([first, ...others], at) => [at < 30 ? `Ada ${at}` : first!, ...others]);
  const others = rows.map(([first, ...rest], at) => [at < 30 ? 'other' : first!, ...rest]);
  const [one, two] = [
    await synthesise(codeRows(names, strange), input()),
    await synthesise(codeRows(names, others), input()),
  ];
  expect(one).toEqual(two);
  const rested = await synthesise(codeRows(names, strange), input({ rest: ['e', 'e', null, 'e'] }));
  expect(rested.table.columns.map(({ values }) => values)).toEqual(domains);
});

it('moves, before noise, by no more than what one person may add', async () => {
  const all = coded(codeRows(names, rowsOf(301, seededBits(3))));
  const without = {
    rows: 300,
    columns: all.columns.map((column) => ({ ...column, codes: column.codes.slice(0, 300) })),
  };
  const exact = { over: 1n, under: 1000n };
  const one = settleOneWay(
    await measureOneWay({ bits: seededBits(4), turn: pace(undefined) }, without, [exact, exact, exact, exact]),
    4,
  );
  const [before, after] = [await scorePairs(without, one, 5, undefined), await scorePairs(all, one, 5, undefined)];
  for (const [pair, score] of before) expect(Math.abs(after.get(pair)! - score)).toBe(1);
  for (const [at, column] of all.columns.entries()) {
    const moved = tally(column).map((count, cell) => count - tally(without.columns[at]!)[cell]!);
    expect(moved.toSorted()).toEqual(
      Float64Array.from({ length: moved.length }, (_, cell) => Number(cell === moved.length - 1)),
    );
  }
  // 4 tables that one person moves by 3 each, ρ ½: σ² = 4 · 9 / (2 · ½).
  expect(varianceFor(4, 3, 0.5)).toEqual({ over: 36n * 2n ** 20n, under: 2n ** 20n });
});

it('uses no more rows of a person than are allowed, so the twin has no more either', async () => {
  const table = tableOf(2000);
  const of = Uint32Array.from({ length: 2000 }, (_, row) => (row < 1000 ? 0 : row));
  const { rows, spend } = await synthesise(table, input({ people: { of, most: 2 } }));
  expect(Math.abs(rows - 1002)).toBeLessThan(60);
  expect(spend).toMatchObject({ neighbouring: 'add-or-remove-person', most: 2 });
});

it('makes a twin of one column', async () => {
  const table = codeRows(
    ['first'],
    rowsOf(1000, seededBits(5)).map(([first]) => [first!]),
  );
  const { table: twin, tree } = await synthesise(table, input({ domains: [letters] }));
  expect(tree).toEqual([]);
  const shares = (of: CodedTable): Float64Array =>
    tally(
      recode(
        of,
        Uint32Array.from({ length: of.rows }, (_, row) => row),
        [letters],
        undefined,
      ).columns[0]!,
    );
  expect(variation(shares(table), shares(twin), table.rows, twin.rows)).toBeLessThan(0.02);
});

it.each<[string, Partial<SynthesisInput>, RegExp]>([
  ['ε of 0', { epsilon: 0 }, /^ε has to be/],
  ['δ of 1/rows', { delta: 0.01 }, /^δ has to be/],
  ['a list too few', { domains: domains.slice(1) }, /there are 4 columns and 3 lists/],
  ['an empty list', { domains: [[], ...domains.slice(1)] }, /“first” has 0: give it two/],
  ['a list of one', { domains: [['a'], ...domains.slice(1)] }, /“first” has 1: give it two/],
  ['a value twice', { domains: [['a', 'a'], ...domains.slice(1)] }, /“first” names a value twice/],
  [
    'a long list',
    { domains: [Array.from({ length: 1001 }, (_, at) => `${at}`), ...domains.slice(1)] },
    /has 1,001, more than 1,000/,
  ],
  ['no row of a person', { people: { of: new Uint32Array(100), most: 0 } }, /whole number from 1/],
])('refuses %s', async (_, more, sentence) => {
  const refused = await synthesise(tableOf(100), input(more)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Failure);
  expect(refused).toMatchObject({ code: 'RECIPE_INVALID', message: expect.stringMatching(sentence) as string });
});

it('refuses a table without rows, and ends when it is cancelled', async () => {
  await expect(synthesise(tableOf(0), input())).rejects.toThrow(/there is none/);
  const stop = new AbortController();
  const running = synthesise(tableOf(2000), input({ signal: stop.signal, onProgress: () => stop.abort() }));
  await expect(running).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
});
