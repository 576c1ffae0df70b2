// What `custos compare` says of a recipe, held against the file that `custos apply` writes by it, counted by other code.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ComparedFile, KeptColumn, KeptStep } from '#shared/domain/kept-figures.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
let made: TestEngine;
const rows = 600;
const header = ['code', 'city', 'plan', 'visits', 'spent', 'joined'];
const cities = ['Rome', 'Milan', 'Turin', 'Bari'];
const source = Array.from({ length: rows }, (_, at) => [
  `C-${at}`,
  cities[(at * 7 + (at >> 4)) % 4]!,
  ['free', 'pro', 'team'][(at * at) % 3]!,
  String((at * 37) % 60),
  String((at * 53) % 997),
  at % 12 === 0 ? '' : `202${4 + (at % 2)}-0${1 + ((at * 5) % 9)}-1${at % 9}`,
]);
const step = (op: string, settings: object) => ({ op, version: 1, settings, reason: '' });
const bare = step('drop-columns', { columns: ['code'] });
const recipeOf = (...steps: object[]): string =>
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release: 'pseudonymised',
    referenceDate: '2026-11-30',
    target: { k: 5, suppression: 0.9 },
    steps: [bare, ...steps],
  });
const bins = (column: string, edges: number[]) =>
  step('numeric-bins', { columns: [column], mode: 'edges', edges, whole: true });

beforeAll(() => {
  desk = makeDesk();
  made = makeEngine('in memory');
  writeFileSync(desk.path('shop.csv'), `${[header, ...source].map((cells) => cells.join(',')).join('\n')}\n`);
  writeFileSync(desk.path('key.bin'), 'k'.repeat(64));
});
afterAll(async () => {
  desk.remove();
  await made.close();
});

/** What is said of a recipe, and the file that it writes under the same key. */
async function both(recipe: string): Promise<{ said: ComparedFile; written: ReturnType<typeof readCsv> }> {
  const grant = (name: string, kind: 'read' | 'write'): string => made.engine.grants.add(desk.path(name), kind).grantId;
  const asked = { recipe: JSON.parse(recipe), keyGrantId: grant('key.bin', 'read') };
  const said = await follow(made.client.files.compare({ grantId: grant('shop.csv', 'read'), ...asked }));
  const outputGrantId = grant('out.csv', 'write');
  await follow(made.client.files.apply({ grantId: grant('shop.csv', 'read'), outputGrantId, force: true, ...asked }));
  return { said, written: readCsv(readFileSync(desk.path('out.csv'), 'utf8')) };
}

const column = ({ kept }: ComparedFile, name: string): KeptColumn => kept.columns.find((one) => one.column === name)!;

/** Whether a cell lies on a step, told from its text alone. */
function liesOn(one: KeptStep, cell: string, named: readonly string[]): boolean {
  const value = Number(cell);
  switch (one.is) {
    case 'range':
      return cell !== '' && (one.from === null || value >= one.from) && (one.to === null || value < one.to);
    case 'value':
      return cell === one.value;
    case 'other':
      return cell !== '' && !named.includes(cell);
    case 'none':
      return cell === '';
  }
}

/** Rows of each step, told from the cells alone. */
function counted({ steps }: KeptColumn, cells: readonly string[]): number[] {
  const named = steps!.flatMap((one) => (one.is === 'value' ? [one.value] : []));
  return steps!.map((one) => cells.filter((cell) => liesOn(one, cell, named)).length);
}

const cellsOf = (name: string, { header: names, rows: lines }: ReturnType<typeof readCsv>): string[] =>
  lines.map((line) => line[names.indexOf(name)]!);
const before = (name: string): string[] => source.map((line) => line[header.indexOf(name)]!);

it('counts the noise, the exchanges, the draws and the sample of the very file that is written', async () => {
  const { said, written } = await both(
    recipeOf(
      step('add-noise', { columns: ['spent'], scale: 40, step: 1, least: 0 }),
      step('swap-ranks', { columns: ['visits'], within: 10 }),
      step('pram', { columns: ['plan'], keep: 0.5, draw: 'evenly' }),
      step('sample-rows', { share: 0.5 }),
    ),
  );
  expect(written.rows).toHaveLength(300);
  expect(said.kept).toMatchObject({ rows: { before: rows, after: 300 }, sampled: null, least: 10, gone: ['code'] });
  for (const name of ['city', 'plan', 'visits', 'spent']) {
    const found = column(said, name);
    expect([name, found.steps!.map((one) => one.before)]).toEqual([name, counted(found, before(name))]);
    expect([name, found.steps!.map((one) => one.after)]).toEqual([name, counted(found, cellsOf(name, written))]);
    expect(Math.min(...found.steps!.map((one) => one.before))).toBeGreaterThanOrEqual(10);
  }
  const { columns, pairs } = said.kept.associations;
  const pair = pairs.find(({ a, b }) => columns[a] === 'visits' && columns[b] === 'spent')!;
  const [x, y] = ['visits', 'spent'].map((name) => cellsOf(name, written).map(Number)) as [number[], number[]];
  const mean = (of: number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const covariance = (a: number[], b: number[]): number =>
    mean(a.map((value, at) => value * b[at]!)) - mean(a) * mean(b);
  expect(pair.by).toBe('pearson');
  expect(pair.after).toBeCloseTo(Math.abs(covariance(x, y)) / Math.sqrt(covariance(x, x) * covariance(y, y)), 9);
});

it('spreads bands over what they leave open, and dates by their months', async () => {
  const { said, written } = await both(
    recipeOf(
      bins('spent', [500]),
      step('truncate-date', { columns: ['joined'], to: 'year' }),
      step('suppress-small-classes', { columns: ['city', 'spent', 'joined'] }),
    ),
  );
  const spent = column(said, 'spent');
  const open = (from: number, to: number): KeptStep[] =>
    spent.steps!.filter((one) => one.is === 'range' && (one.to ?? 2000) > from && (one.from ?? -1) < to);
  for (const one of spent.steps!) {
    const labels = cellsOf('spent', written).filter((cell) => open(...bandOf(cell)).includes(one));
    const rowsOf = labels.reduce((sum, cell) => sum + 1 / open(...bandOf(cell)).length, 0);
    expect(one.after).toBeCloseTo(rowsOf, 9);
  }
  const joined = column(said, 'joined');
  expect(joined.axis).toBe('month');
  const none = joined.steps!.find(({ is }) => is === 'none')!;
  expect([none.before, none.after]).toEqual([
    before('joined').filter((cell) => cell === '').length,
    cellsOf('joined', written).filter((cell) => cell === '').length,
  ]);
  const months = before('joined').flatMap((cell) =>
    cell === '' ? [] : [Number(cell.slice(0, 4)) * 12 + Number(cell.slice(5, 7)) - 1],
  );
  expect(joined.steps!.filter(({ is }) => is === 'range').map((one) => one.before)).toEqual(
    counted({ ...joined, steps: joined.steps!.filter(({ is }) => is === 'range') }, months.map(String)),
  );
});

const bandOf = (cell: string): [number, number] => (cell === '<500' ? [-1, 500] : [500, 2000]);

it('says what one level finer costs: the rows that the finer recipe leaves out', async () => {
  const suppress = step('suppress-small-classes', { columns: ['city', 'plan', 'visits'] });
  const outOf = (bandOfVisits: (visits: number) => string): number => {
    const sizes = new Map<string, number>();
    const keys = source.map((line) => `${line[1]} ${line[2]} ${bandOfVisits(Number(line[3]))}`);
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return keys.filter((key) => sizes.get(key)! < 24).length;
  };
  // Eighths of 0…59, rounded to two digits: of the bounds that are left the middle one is next.
  const target = JSON.parse(recipeOf(bins('visits', [30]), suppress));
  const { said } = await both(JSON.stringify({ ...target, target: { k: 24, suppression: 0.9 } }));
  const { finer, k, limit } = said.frontier!;
  expect([k, limit]).toEqual([24, 0.9]);
  const [visits] = finer.filter((one) => one.column === 'visits');
  expect(visits).toMatchObject({ now: 2, then: 3 });
  // One more bound, wherever it is: one of these.
  const possible = Array.from({ length: 59 }, (_, at) => at + 1).filter((bound) => bound !== 30);
  const costs = possible.map((bound) => outOf((value) => [30, bound].filter((edge) => value >= edge).join(' ')));
  expect(costs).toContain(visits!.out);
  expect(visits!.out).toBeGreaterThan(outOf((value) => String(value >= 30)));
});

it('counts the twin that is drawn, and counts with noise as the people they say', async () => {
  const named = (column: string, values: readonly string[]) => values.map((value) => [column, value]);
  const values = [...named('city', cities), ...named('plan', ['free', 'pro'])];
  const few = step('drop-columns', { columns: ['visits', 'spent', 'joined'] });
  const columns = ['city', 'plan'];
  for (const op of ['synthesise', 'count-rows']) {
    const { said, written } = await both(recipeOf(few, step(op, { columns, epsilon: 3, delta: 1e-6, values })));
    const people = written.header.findIndex((name) => !columns.includes(name));
    const cells = written.rows.flatMap((line) =>
      people < 0 ? [line] : Array<string[]>(Number(line[people])).fill(line),
    );
    for (const name of columns) {
      const found = column(said, name);
      const after = found.steps!.map((one) => one.after);
      expect([op, name, after]).toEqual([op, name, counted(found, cellsOf(name, { ...written, rows: cells }))]);
    }
    // Where the list does not have a value, what is drawn in its place is with the others.
    expect(column(said, 'plan').same).toBeGreaterThan(0.5);
  }
});

it('is asked of as many narrow tables as somebody wants, beside the other ways', async () => {
  const { grantId } = made.engine.grants.add(desk.path('shop.csv'), 'read');
  const { tables, ways } = await follow(
    made.client.ways.ofFile({ grantId, purpose: 'P1', ways: ['narrow'], tables: 2 }),
  );
  const [narrow] = ways;
  const last = narrow?.recipe?.steps.at(-1);
  expect([tables, last?.op, narrow?.label]).toEqual([2, 'narrow-tables', 'anonymised']);
  const pairs = last!.settings.tables as [string, string][];
  const names = new Set(pairs.map(([name]) => name));
  // Of two, one may be left where attacks find out what the other keeps.
  expect([1, 2]).toContain(names.size);
  expect(narrow?.columns).toBe(pairs.filter(([name]) => name === last!.settings.write).length);
});

it('is told by the command, as figures and as one document', async () => {
  writeFileSync(
    desk.path('r.json'),
    recipeOf(bins('visits', [20, 40]), step('suppress-small-classes', { columns: ['city', 'visits'] })),
  );
  const ran = await desk.custos(['compare', 'shop.csv', '--recipe', 'r.json', '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  const said = JSON.parse(ran.stdout) as ComparedFile;
  expect([said.file, said.kept.columns.map((one) => one.column)]).toEqual(['shop.csv', header.slice(1)]);
  const twice = await desk.custos(['compare', '-', '--recipe', '-'], { input: '' });
  expect(twice.status).toBe(2);
});
