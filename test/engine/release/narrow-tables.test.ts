import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { writingTable } from '#shared/recipe/written-table.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const columns = ['age', 'city', 'plan', 'device'];
const tables: Record<string, string[]> = {
  places: ['age', 'city'],
  plans: ['age', 'plan', 'device'],
  towns: ['city', 'plan'],
};
const pairs = Object.entries(tables).flatMap(([name, held]) => held.map((column): [string, string] => [name, column]));
const findings = [
  finding('email', 'email_address', { class: 'linked' }),
  finding('age', 'age_group', { class: 'linkable' }),
  finding('city', 'city', { class: 'linkable' }),
  finding('plan', 'contract_type'),
  finding('device', 'device_type'),
];

/** A number below `most`, the same each time. */
function drawn(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

type Row = { who: string; cells: string[] };
/** Rows of people, some of whom come several times and some of whom are not named; a few cells are empty. */
function invented(seed: number, rows: number, people: number): Row[] {
  const next = drawn(seed);
  return Array.from({ length: rows }, () => ({
    who: next(12) === 0 ? '' : `p${next(people)}@example.com`,
    cells: [
      ['18-34', '35-54', '55+', ''][Math.min(next(4), next(5))]!,
      ['Köln', 'Bonn', 'Graz', 'Ulm'][Math.min(next(4), next(4))]!,
      ['free', 'pro', 'team'][Math.min(next(3), next(4))]!,
      ['phone', 'desk'][next(2)]!,
    ],
  }));
}
const textOf = (rows: readonly Row[]): string =>
  `${[`email,${columns.join(',')}`, ...rows.map(({ who, cells }) => [who, ...cells].join(','))].join('\n')}\n`;

const classesBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[][] => {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found.values()];
};
const cut = (row: Row, held: readonly string[]): string =>
  held.map((name) => row.cells[columns.indexOf(name)]).join('|');
const people = (rows: readonly Row[]): number => new Set(rows.map(({ who }) => who).filter((who) => who !== '')).size;

/** The rows that stay, by the definition: small classes go, over and over, until no table has one. */
function stay(rows: readonly Row[], k: number): Row[] {
  for (let kept = [...rows]; ;) {
    const small = new Set(
      Object.values(tables).flatMap((held) =>
        classesBy(kept, (row) => cut(row, held)).flatMap((same) => (people(same) < k ? same : [])),
      ),
    );
    if (small.size === 0) return kept;
    kept = kept.filter((row) => !small.has(row));
  }
}

const recipe = (write: string, k: number, suppression = 1): Recipe =>
  recipeOf([step('drop-columns', { columns: ['email'] }), step('narrow-tables', { tables: pairs, write })], {
    release: 'pseudonymised',
    target: { k, suppression },
  });

async function release(rows: readonly Row[], made: Recipe, format = 'csv') {
  const input = await desk.prepare(textOf(rows), { recipe: made, findings, force: true });
  const outputPath = input.outputPath.replace(/csv$/, format);
  const { result, certificate } = await runRelease({ ...input, outputPath });
  return { result, certificate };
}
const sorted = (rows: readonly string[]): string[] => [...rows].sort();

it('writes of every table the rows that no table is too few in, people counted', async () => {
  const k = 7;
  const rows = invented(2, 240, 60);
  const kept = stay(rows, k);
  expect(kept.length).toBeGreaterThan(60);
  expect(kept.length).toBeLessThan(rows.length);
  // People are counted, and those whom a row does not name are nobody further: rows alone would keep more.
  expect(kept.length).toBeLessThan(
    stay(
      rows.map((row, at) => ({ ...row, who: String(at) })),
      k,
    ).length,
  );
  const written = new Map<string, string[][]>();
  for (const [name, held] of Object.entries(tables)) {
    const { result, certificate } = await release(rows, recipe(name, k));
    const file = readCsv(readFileSync(result.output, 'utf8'));
    expect(file.header).toEqual(held);
    expect(sorted(file.rows.map((row) => row.join('|')))).toEqual(sorted(kept.map((row) => cut(row, held))));
    expect(result).toMatchObject({ rowsOut: kept.length, suppressed: rows.length - kept.length });
    expect(result.k).toBeGreaterThanOrEqual(k);
    written.set(name, file.rows);
    // Of the columns that other tables have, nothing but the recipe and its sentences speaks.
    const others = columns.filter((column) => !held.includes(column));
    for (const other of others) expect(JSON.stringify(certificate.output)).not.toContain(`"${other}"`);
    expect(JSON.stringify(certificate.measured)).not.toMatch(new RegExp(others.map((other) => `"${other}"`).join('|')));
  }
  const names = Object.keys(tables);
  for (const a of names)
    for (const b of names) {
      const shared = tables[a]!.filter((column) => tables[b]!.includes(column));
      const view = (name: string): string[] =>
        sorted(written.get(name)!.map((row) => shared.map((column) => row[tables[name]!.indexOf(column)]).join('|')));
      expect(view(a), `${a} and ${b}`).toEqual(view(b));
    }
});

it('leaves out the same rows whatever the format knows of empty cells', async () => {
  const rows = invented(3, 150, 90);
  const outs = [];
  for (const format of ['csv', 'parquet']) outs.push((await release(rows, recipe('plans', 4), format)).result.rowsOut);
  expect(new Set(outs)).toEqual(new Set([stay(rows, 4).length]));
});

it('is refused where more rows than the limit would go', async () => {
  const rows = invented(1, 220, 130);
  const gone = rows.length - stay(rows, 4).length;
  await expect(release(rows, recipe('places', 4, (gone - 0.5) / rows.length))).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringContaining(String(gone)),
  });
  expect((await release(rows, recipe('places', 4, (gone + 0.5) / rows.length))).result.suppressed).toBe(gone);
});

it('computes what other tables have of a file too wide for one statement', async () => {
  const wide = Array.from({ length: 601 }, (_, at) => `c${at}`);
  const { duck, close } = await openTestDuck();
  desk.closing.push(close);
  await tableOf(
    duck,
    'wide',
    wide.length,
    Array.from({ length: 3 }, (_, row) => wide.map((_, at) => `${row}-${at}`)),
  );
  const all = wide.slice(1).map((column): [string, string] => ['rest', column]);
  const made = await transformRows({
    source: {
      duck,
      relation: 'wide',
      columns: wide.map((name, at) => ({ name, physical: `c${at + 1}`, header: name })),
    },
    recipe: recipeOf([step('narrow-tables', { tables: [...all, ['last', 'c600'], ['last', 'c0']], write: 'last' })]),
    findings: [],
    keys: null,
    referenceDate: '2026-11-23',
    overrides: [],
    spreadsheet: false,
    emptyIsNull: false,
  });
  expect(made.compiled.outputs.map(({ name, physical }) => [name, physical])).toEqual([
    ['c0', 'o1'],
    ['c600', 'o2'],
  ]);
  const { name, physical } = made.compiled.beside.at(-1)!;
  expect([name, made.compiled.beside.length]).toEqual(['c599', 599]);
  const cells = await made.duck.texts(`SELECT o1, o2, b1, ${physical} FROM ${made.table} ORDER BY rowid`);
  expect(cells).toEqual([0, 600, 1, 599].map((at) => [0, 1, 2].map((row) => `${row}-${at}`)));
  await made.close();
});

it('has another plan for each table, and rows in another order', async () => {
  const rows = invented(1, 220, 130);
  const made = recipe('places', 4);
  const cities: (string | undefined)[][] = [];
  const plans = new Set<string>();
  for (const one of [made, writingTable(made, 'towns')]) {
    const { result, certificate } = await release(rows, one);
    plans.add(certificate.planHash);
    const { header, rows: read } = readCsv(readFileSync(result.output, 'utf8'));
    cities.push(read.map((row) => row[header.indexOf('city')]));
  }
  expect(plans.size).toBe(2);
  expect(cities[0]).toHaveLength(cities[1]!.length);
  expect(cities[0]).not.toEqual(cities[1]);
});

it.each([
  ['suppress-small-classes', { columns: ['age'] }, 'after', 'works on the finished table'],
  ['sample-rows', { share: 0.5 }, 'before', 'draws by chance each time'],
  ['pram', { columns: ['plan'], keep: 0.8, draw: 'evenly', together: false }, 'before', 'draws by chance each time'],
] as const)('takes no %s, which would leave other rows in each table', async (op, settings, place, why) => {
  const own = recipe('places', 4);
  const other = step(op, settings);
  const steps = place === 'after' ? [...own.steps, other] : [other, ...own.steps];
  await expect(release(invented(1, 40, 40), { ...own, steps })).rejects.toMatchObject({
    code: 'RECIPE_INVALID',
    message: expect.stringContaining(why),
  });
});
