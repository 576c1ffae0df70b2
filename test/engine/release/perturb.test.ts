import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { addNoise } from '#shared/recipe/operations/add-noise.ts';
import { pram } from '#shared/recipe/operations/pram.ts';
import { sampleRows } from '#shared/recipe/operations/sample-rows.ts';
import { swapRanks } from '#shared/recipe/operations/swap-ranks.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const header = ['customer', 'income', 'zip', 'city', 'plan'];
const findings = [
  finding('customer', 'customer_id', { class: 'linked' }),
  finding('income', 'salary_income'),
  finding('zip', 'postal_code'),
  finding('city', 'city'),
  finding('plan', 'contract_type'),
];
const cities = ['Köln', 'Bonn', 'Graz', 'Wien'];
const zips = ['50667', '53111', '8010', '1010'];
const place = (at: number): number => (at * 11 + (at >> 3)) % 4;
const peopleRows = (people: number, each: number): string[][] =>
  Array.from({ length: people * each }, (_, at) => {
    const person = at % people;
    return [
      `c${person}`,
      String(((person * 7919) % 400) - 100),
      zips[place(person)]!,
      cities[place(person)]!,
      ['free', 'pro', 'team'][person % 3]!,
    ];
  });
const textOf = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  `${[columns, ...rows].map((row) => row.map((cell) => (cell?.includes(',') ? `"${cell}"` : cell)).join(',')).join('\n')}\n`;

async function release(
  text: string,
  steps: RecipeStep[],
  over: { keys?: ReleaseKeys | null; findings?: typeof findings; k?: number } = {},
) {
  const { k = 2, ...rest } = over;
  const recipe = recipeOf(steps, { release: 'pseudonymised', target: { k, suppression: 1 } });
  const input = await desk.prepare(text, { recipe, findings, keepOrder: true, force: true, ...rest });
  const { result, certificate } = await runRelease(input);
  return { result, certificate, ...readCsv(readFileSync(result.output, 'utf8')) };
}

const one = peopleRows(200, 1);
const text = textOf(header, one);
const hashed = step('keyed-hash', { columns: ['customer'] });
const noise = (over: object = {}) => step('add-noise', { columns: ['income'], scale: 20, step: 5, ...over });
const swapped = (over: object = {}) => step('swap-ranks', { columns: ['income'], within: 10, ...over });
const drawn = (over: object = {}) => step('pram', { columns: ['plan'], keep: 0.7, ...over });
const places = { columns: ['zip', 'city'], together: true };
const column = (rows: readonly (readonly (string | null)[])[], at: number): string[] =>
  rows.map((row) => row[at] ?? '');
const counts = (values: readonly string[]): string => JSON.stringify(values.toSorted());

it('moves numbers by steps, keeps to the bounds and counts what is no number', async () => {
  const rows = one.map((row, at) => (at === 3 ? row.with(1, 'unknown') : row));
  const { rows: written, result } = await release(textOf(header, rows), [hashed, noise({ least: -60 })]);
  const after = column(written, 1);
  expect(after[3]).toBe('');
  const numbers = after.filter((value) => value !== '').map(Number);
  expect(numbers.every((value) => value % 5 === 0 && value >= -60)).toBe(true);
  expect(numbers.some((value) => value < 0)).toBe(true);
  const apart = numbers.filter((value, at) => value !== Number(column(one.toSpliced(3, 1), 1)[at]));
  expect(apart.length).toBeGreaterThan(150);
  expect(result.guardrails.find(({ id }) => id === 'G4')).toMatchObject({ verdict: 'warn', columns: ['income'] });
});

it('keeps every value of a swapped column as often as it was, and ranks near', async () => {
  const { rows: written } = await release(text, [hashed, swapped()]);
  const [before, after] = [column(one, 1), column(written, 1)];
  expect(counts(after)).toBe(counts(before));
  expect(after).not.toEqual(before);
  const sorted = before.map(Number).toSorted((a, b) => a - b);
  for (const [at, value] of after.entries()) {
    const [from, to] = [Number(before[at]), Number(value)];
    const nearest = Math.abs(sorted.indexOf(from) - sorted.indexOf(to));
    const ties = sorted.filter((other) => other === from || other === to).length;
    expect(nearest).toBeLessThanOrEqual(20 + ties);
  }
});

it.each([
  ['swapped', step('swap-ranks', { ...places, order: 'text', within: 50 })],
  ['drawn again', step('pram', { ...places, keep: 0.2 })],
])('lets no city stand at another ZIP where both are %s together', async (_how, moved) => {
  const { rows: written } = await release(text, [hashed, moved]);
  expect(written.every((row) => cities[zips.indexOf(row[2]!)] === row[3])).toBe(true);
  expect(column(written, 3)).not.toEqual(column(one, 3));
});

it('warns where a ZIP moves without its city, and not where both move together', async () => {
  const accuracy = async (moved: RecipeStep) =>
    (await release(text, [hashed, moved])).result.guardrails.find(({ id }) => id === 'G4');
  expect(await accuracy(step('swap-ranks', { columns: ['zip'], order: 'text' }))).toMatchObject({
    verdict: 'warn',
    columns: ['zip', 'city'],
  });
  // Both in one step, but each by itself.
  expect(await accuracy(step('pram', { ...places, together: false }))).toMatchObject({ verdict: 'warn' });
  expect(await accuracy(step('pram', places))).toMatchObject({ verdict: 'pass' });
});

it('gives one person one value in several rows, so that they do not average it away', async () => {
  const rows = peopleRows(50, 4);
  const { rows: written } = await release(textOf(header, rows), [hashed, noise(), drawn({ keep: 0.3 })]);
  for (let person = 0; person < 50; person += 1) {
    const own = written.filter((_, at) => at % 50 === person);
    expect(new Set(column(own, 1)).size).toBe(1);
    expect(new Set(column(own, 4)).size).toBe(1);
  }
});

it('samples whole people and says how many rows are not in it', async () => {
  const rows = peopleRows(60, 3);
  const { rows: written, result } = await release(textOf(header, rows), [hashed, step('sample-rows', { share: 0.25 })]);
  const each = new Map<string, number>();
  for (const id of column(written, 0)) each.set(id, (each.get(id) ?? 0) + 1);
  expect([...each.values()]).toEqual(Array(15).fill(3));
  expect(result.excluded).toEqual([{ why: 'not in the sample', rows: 135 }]);
});

it('does one after the other, and groups last', async () => {
  const steps = [
    step('drop-columns', { columns: ['customer'] }),
    step('sample-rows', { share: 0.5 }),
    noise(),
    step('swap-ranks', { ...places, order: 'text' }),
    drawn(),
    step('group-rows', { columns: ['income', 'zip', 'city', 'plan'] }),
  ];
  const { rows: written, result } = await release(text, steps, { k: 5 });
  expect(written).toHaveLength(100);
  const alike = new Map<string, number>();
  for (const row of written) alike.set(row.join('\n'), (alike.get(row.join('\n')) ?? 0) + 1);
  expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(5);
  expect((await release(text, steps, { k: 5 })).result.sha256).toBe(result.sha256);
});

it('draws the same from the same key and rows, and otherwise where either differs', async () => {
  const steps = [hashed, noise(), swapped({ columns: ['zip'] }), drawn()];
  const bytes = async (over: object = {}, of = text) => (await release(of, steps, over)).result.sha256;
  const first = await bytes();
  expect(await bytes()).toBe(first);
  const without = steps.slice(1);
  const dropped = [step('drop-columns', { columns: ['customer'] }), ...without];
  const free = async () => (await release(text, dropped, { keys: null })).result.sha256;
  expect(await free()).not.toBe(await free());
});

it('takes none of them for the values themselves: what is moved stays an identifier', async () => {
  const emails = textOf(
    ['email'],
    one.map(([id]) => [`${id}@example.com`]),
  );
  const own = [finding('email', 'email_address', { class: 'linked' })];
  const steps = [step('swap-ranks', { columns: ['email'], order: 'text' })];
  await expect(release(emails, steps, { findings: own })).rejects.toMatchObject({ code: 'GUARDRAIL_BLOCKS' });
});

const problemsOf = (steps: RecipeStep[]): string[] =>
  checkRecipe(
    recipeOf(steps),
    header.map((name, at) => ({ name, physical: `c${at}`, header: name })),
  ).map(({ code }) => code);

it('lets other columns be changed after it, and refuses the same ones', () => {
  expect(problemsOf([swapped(), hashed, drawn(), step('suppress-small-classes', { columns: ['plan'] })])).toEqual([]);
  expect(problemsOf([swapped(), noise()])).toEqual(['after-moved']);
  expect(problemsOf([swapped(), step('drop-columns', { columns: ['income'] })])).toEqual(['after-moved']);
  expect(problemsOf([step('group-rows', { columns: ['plan'] }), drawn()])).toEqual(['after-way']);
});

const examples = [addNoise, swapRanks, pram, sampleRows].flatMap(({ id, examples: all }) =>
  all.map((example) => [`${id}: ${example.name}`, id, example] as const),
);
it.each(examples)('runs its example %s', async (_name, id, example) => {
  const { header: names, rows } = await release(textOf(example.columns, example.before), [step(id, example.settings)], {
    findings: example.columns.map((name) => finding(name, 'contract_type')),
  });
  expect(names).toEqual(example.columns);
  if (example.after !== undefined)
    expect(rows.map((row) => row.map((cell) => cell || null))).toEqual(example.after.rows);
  else if (id !== 'sample-rows') expect(rows).toHaveLength(example.before.length);
});
