import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { countRows } from '#shared/recipe/operations/count-rows.ts';
import { groupRows } from '#shared/recipe/operations/group-rows.ts';
import { narrowTables } from '#shared/recipe/operations/narrow-tables.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import { keys, purpose, recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const columns = ['age', 'city', 'plan'];
const findings = [
  finding('email', 'email_address', { class: 'linked' }),
  finding('age', 'age_group', { class: 'linkable' }),
  finding('city', 'city', { class: 'linkable' }),
  finding('plan', 'contract_type'),
];
/** So many that half of them still hide each other: what attacks find in fewer is true of fewer. */
const people = Array.from({ length: 485 }, (_, at) => [
  `p${at}@example.com`,
  ['18-34', '35-54', '55+'][(at * 7) % 3]!,
  ['Köln', 'Bonn', 'Graz', ''][(at * 11 + (at >> 3)) % 4]!,
  ['free', 'pro'][(at * 5 + (at >> 2)) % 2]!,
]);
const text = `email,${columns.join(',')}\n${people.map((row) => row.join(',')).join('\n')}\n`;

async function release(recipe: Recipe, over: Partial<Omit<ReleaseInput, 'findings'>> = {}) {
  const { result, certificate } = await runRelease(
    await desk.prepare(text, { recipe, findings, force: true, ...over }),
  );
  return { result, certificate, ...readCsv(readFileSync(result.output, 'utf8')) };
}

const bandOf = (text: string): [number, number] | null => {
  const found = /^(\d+)(?:-(\d+)|\+)$/.exec(text);
  return found && [Number(found[1]), found[2] === undefined ? Infinity : Number(found[2])];
};
/** Whether a cell of a wide release leaves a value open, read as docs/definitions.md says. */
const leavesOpen = (cell: string, value: string): boolean =>
  cell === value ||
  cell.split(' | ').some((part) => {
    const [whole, own] = [bandOf(part), bandOf(value)];
    if (whole !== null && own !== null) return whole[0] <= own[0] && own[1] <= whole[1];
    return part === value || (value === '' && /^\(.+\)$/.test(part));
  });

const wide = recipeOf([step('drop-columns', { columns: ['email'] }), step('group-rows', { columns })], {
  target: { k: 5, suppression: 0 },
});

it('keeps every row and column, and nobody reads alone over all of them', async () => {
  const { result, certificate, header, rows } = await release(wide);
  expect(header).toEqual(columns);
  expect(rows).toHaveLength(people.length);
  const alike = new Map<string, number>();
  for (const row of rows) alike.set(row.join('\n'), (alike.get(row.join('\n')) ?? 0) + 1);
  expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(5);
  // Nobody is lost: what everybody was stands open in some row.
  for (const [, ...person] of people)
    expect(rows.some((row) => person.every((value, at) => leavesOpen(row[at]!, value)))).toBe(true);
  expect(result).toMatchObject({
    label: 'k-anonymous',
    rowsOut: 485,
    suppressed: 0,
    uniqueAllColumns: 0,
    relinkable: 0,
  });
  expect(result.k).toBe(Math.min(...alike.values()));
  expect(certificate.measured.quasiIdentifiers).toEqual(columns);
});

it('gives the same bytes again for the same rows', async () => {
  const first = await release(wide);
  expect((await release(wide)).result.sha256).toBe(first.result.sha256);
});

it('is refused where there are not k people', async () => {
  const few = { ...wide, target: { ...wide.target, models: [{ model: 'k-anonymity', settings: { k: 500 } }] } };
  await expect(release(few)).rejects.toMatchObject({ code: 'TARGET_MISSED' });
});

const examples = [groupRows, countRows, narrowTables].flatMap(({ id, examples }) =>
  examples.flatMap(({ name, settings, columns, before, after }) =>
    after === undefined ? [] : [{ id, name, settings, columns, before, after }],
  ),
);
it.each(examples)('$id: $name', async ({ id, settings, columns: names, before, after }) => {
  const input = await desk.prepare(`${[names, ...before].map((row) => row.join(',')).join('\n')}\n`, {
    recipe: recipeOf([step(id, settings)], { release: 'pseudonymised' }),
    findings: names.map((name) => finding(name, 'city')),
    keepOrder: true,
  });
  const { result } = await runRelease(input);
  const { header, rows } = readCsv(readFileSync(result.output, 'utf8'));
  expect({ columns: header, rows }).toEqual(after);
});

const values: [string, string][] = [
  ...['18-34', '35-54', '55+'].map((value): [string, string] => ['age', value]),
  ...['Köln', 'Graz', ''].map((value): [string, string] => ['city', value]),
  ...['free', 'pro', 'team'].map((value): [string, string] => ['plan', value]),
];
const twin = recipeOf([
  step('drop-columns', { columns: ['email'] }),
  step('synthesise', { columns, epsilon: 3, delta: 0.000001, values }),
]);

it('draws a twin that holds nothing but the values of its lists, and says its budget', async () => {
  const { result, certificate, header, rows } = await release(twin);
  expect(header).toEqual(columns);
  const lists = columns.map((name) => values.filter(([column]) => column === name).map(([, value]) => value));
  for (const row of rows) row.forEach((value, at) => expect([...lists[at]!, 'other']).toContain(value));
  expect(result.label).toBe('synthetic');
  expect(result.counted).toEqual([]);
  expect(result.suppressed).toBe(0);
  expect(certificate.statement).toContain('ε 3');
  // Bonn stands in no list, so that no row can say it, however many people live there.
  expect(rows.flat()).not.toContain('Bonn');
});

it('draws the same noise from the same key, and other noise where there is none', async () => {
  const hashes = [];
  // Of so little ε an attack never finds enough to refuse it, whatever chance draws.
  const steps = twin.steps.map((each) => ({
    ...each,
    settings: { ...each.settings, ...('epsilon' in each.settings ? { epsilon: 0.5 } : {}) },
  }));
  for (const one of [keys, keys, null, null])
    hashes.push((await release({ ...twin, steps }, { keys: one })).result.sha256);
  expect(hashes[0]).toBe(hashes[1]);
  expect(new Set(hashes).size).toBe(3);
});

it('lets no column stand beside drawn rows', async () => {
  const recipe = recipeOf([
    step('synthesise', { columns: ['age', 'city', 'plan'], epsilon: 3, delta: 0.000001, values }),
  ]);
  await expect(release(recipe)).rejects.toMatchObject({
    code: 'RECIPE_INVALID',
    message: expect.stringContaining('“email” is not among the columns'),
  });
});

it('wants the finished table: no step follows but leaving out small classes', async () => {
  const late = recipeOf([step('group-rows', { columns }), step('drop-columns', { columns: ['email'] })]);
  await expect(release(late)).rejects.toMatchObject({
    message: expect.stringContaining('works on the finished table'),
  });
});

it('tells what all twins of a source spent together, and refuses one too many', async () => {
  const first = await release(twin);
  expect(first.certificate.spent).toMatchObject({
    epsilon: '3',
    delta: '0.000001',
    together: { releases: 1, epsilon: '3' },
  });
  const spent = {
    mechanism: 'noisy-tree',
    neighbouring: 'add-or-remove-row',
    epsilon: 6,
    delta: 0,
    rho: null,
    most: null,
  } as const;
  const before = (planHash: string, releaseId = 'r1') => ({
    releaseId,
    output: 'earlier.csv',
    createdAt: '2026-11-01T00:00:00Z',
    made: {
      recipe: twin,
      purpose,
      referenceDate: '2026-11-01',
      format: 'csv' as const,
      planHash,
      overrides: [],
      spent,
    },
  });
  const second = await release(twin, { earlier: [before('other')] });
  expect(second.certificate.spent?.together).toEqual({ releases: 2, epsilon: '9', delta: '0.000001' });
  expect(second.certificate.statement).toContain('2 in all, ε is 9.00');
  await expect(release(twin, { earlier: [before('other'), before('another')] })).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringContaining('would have ε 15.00, and 10 is the most'),
  });
  // The same bytes again tell nothing new; the same plan does where no workspace's key says that its noise is the same.
  const again = async (releaseId: string) =>
    (await release(twin, { earlier: [before(first.certificate.planHash, releaseId)] })).certificate.spent?.together;
  expect(await again(first.result.sha256)).toMatchObject({ releases: 1 });
  expect(await again('f'.repeat(64))).toMatchObject({ releases: 2 });
});

const counts = (over: object = {}) =>
  recipeOf([step('count-rows', { columns: ['age', 'city'], ...over })], { target: { k: 5, suppression: 0.3 } });

it('writes each combination once with how many people have it, and no small one, not even by subtraction', async () => {
  const { result, certificate, header, rows } = await release(counts());
  expect(header).toEqual(['age', 'city', 'people']);
  const there = new Map<string, number>();
  for (const [, age, city] of people) there.set(`${age}|${city}`, (there.get(`${age}|${city}`) ?? 0) + 1);
  for (const [age, city, many] of rows) expect(there.get(`${age}|${city}`)).toBe(Number(many));
  const told = rows.reduce((sum, [, , many]) => sum + Number(many), 0);
  expect(Math.min(...rows.map(([, , many]) => Number(many)))).toBeGreaterThanOrEqual(5);
  const hidden = people.length - told;
  expect(hidden === 0 || hidden >= 5).toBe(true);
  expect(result).toMatchObject({ label: 'anonymised', rowsOut: told, counted: ['age', 'city'], uniqueAllColumns: 0 });
  expect(result.k).toBe(Math.min(...rows.map(([, , many]) => Number(many))));
  expect(certificate.output).toMatchObject({ rows: rows.length });
  expect(certificate.output.columns.map(({ name }) => name)).toEqual(header);
});

it('counts people, not rows: who comes twice with the same is one', async () => {
  const orders = people
    .slice(0, 240)
    .flatMap(([email, age, city]) => Array.from({ length: 3 }, () => [email, age, city]));
  const lines = [['email', 'age', 'city'], ...orders].map((row) => row.join(','));
  const input = await desk.prepare(`${lines.join('\n')}\n`, {
    recipe: { ...counts(), target: { ...counts().target, suppression: 0.7 } },
    findings: [finding('email', 'email_address', { class: 'linked' }), ...findings.slice(1, 3)],
  });
  const { result } = await runRelease(input);
  const { rows } = readCsv(readFileSync(result.output, 'utf8'));
  const there = new Map<string, number>();
  for (const [, age, city] of people.slice(0, 240)) there.set(`${age}|${city}`, (there.get(`${age}|${city}`) ?? 0) + 1);
  for (const [age, city, many] of rows) expect(Number(many)).toBe(there.get(`${age}|${city}`));
  // Rows that are not in it are told: of everybody two rows are repetitions, and nobody's is lost by them.
  const repeated = result.excluded.find(({ why }) => why.startsWith('further rows of people'));
  expect(repeated?.rows).toBe(2 * rows.reduce((sum, [, , many]) => sum + Number(many), 0));
});

it('puts noise on every count where ε says so, over its lists alone', async () => {
  const lists = values.filter(([column]) => column !== 'plan');
  const { result, certificate, rows } = await release(counts({ epsilon: 1, delta: 0, values: lists }));
  expect(result.label).toBe('synthetic');
  expect(certificate.spent).toMatchObject({ mechanism: 'discrete-laplace', epsilon: '1', delta: '0' });
  for (const [age, city, many] of rows) {
    expect([...lists, ['age', 'other']]).toContainEqual(['age', age]);
    expect([...lists, ['city', 'other']]).toContainEqual(['city', city]);
    expect(Number(many)).toBeGreaterThan(0);
  }
});

it('tells sums and means with noise beside the counts, with what they lie within, and no number of anybody', async () => {
  const many = people.map((row, at) => [...row, String((at * 37) % 200)]);
  const lists = values.filter(([column]) => column === 'plan' || column === 'age');
  const recipe = counts({
    columns: ['age', 'plan'],
    epsilon: 5,
    delta: 0,
    values: lists,
    measures: [{ column: 'spent', figure: 'sum-and-mean', low: 0, high: 100, step: 0.5 }],
  });
  const input = await desk.prepare(
    `email,${columns.join(',')},spent\n${many.map((row) => row.join(',')).join('\n')}\n`,
    {
      recipe,
      findings: [...findings, finding('spent', 'total_spent')],
      force: true,
    },
  );
  const { result, certificate } = await runRelease(input);
  const { header, rows } = readCsv(readFileSync(result.output, 'utf8'));
  const [sum, told, mean] = ['sum of spent', 'people with spent', 'mean of spent'];
  const beside = ['people', sum, told, mean, `${mean}, at least`, `${mean}, at most`];
  expect(header).toEqual(['age', 'plan', ...beside]);
  expect(certificate.output.columns.map(({ name, sources }) => [name, sources]).slice(2)).toEqual(
    beside.map((name) => [name, name === 'people' ? [] : ['spent']]),
  );
  const within = (kind: string): number =>
    Number(certificate.spent!.figures!.find((figure) => figure.kind === kind)!.within);
  // Discrete Laplace noise on three tables: 3/ε on a count, 200 half steps as many times on a sum.
  expect(Number(certificate.spent!.figures![0]!.scale)).toBeCloseTo(3 / 5, 4);
  expect(Number(certificate.spent!.figures![1]!.scale)).toBeCloseTo((3 / 5) * 100, 2);
  let [held, of] = [0, 0];
  for (const [age, plan, ...told] of rows) {
    const group = many.filter((row) => row[1] === age && row[3] === plan);
    const truth = group.reduce((before, row) => before + Math.min(100, Number(row[4])), 0);
    const [count, summed, , middle, least, most] = told.map(Number) as [number, ...number[]];
    if (group.length === 0) continue;
    const checks = [
      Math.abs(count - group.length) <= within('people'),
      Math.abs(summed! - truth) <= within('sum'),
      least! <= truth / group.length && truth / group.length <= most!,
    ];
    expect(least! <= middle! && middle! <= most!).toBe(true);
    of += checks.length;
    held += checks.filter(Boolean).length;
  }
  // Six groups, three figures each; the key is fixed, and with it the noise.
  expect(of).toBe(18);
  expect(held).toBeGreaterThanOrEqual(16);
  expect(certificate.statement).toContain('95 times in 100');
  expect(result.label).toBe('synthetic');
});
