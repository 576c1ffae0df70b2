import { afterAll, beforeAll, expect, it } from 'vitest';
import { installKeyedHash } from '#engine/analysis/keyed-hash.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { openTestDuck, rowsOf, tableOf } from '#test/support/duck-rows.ts';
import { compileRecipe, writeDuckSql } from './compile-recipe.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const columnsNamed = (...names: string[]): SourceColumn[] =>
  names.map((name, index) => ({ name, physical: `c${index + 1}`, header: name }));
const recipeOf = (...steps: [op: string, settings: Record<string, unknown>][]): Recipe => ({
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1',
  release: 'anonymised',
  referenceDate: '2026-11-23',
  target: kTarget(5, 0.05),
  steps: steps.map(([op, settings]) => ({ op, version: 1, settings, reason: '', enabled: true })),
});

it('compiles and runs a whole recipe, and counts what could not be read', async () => {
  const columns = columnsNamed('Name', 'name', 'dob', 'zip', 'id');
  await tableOf(duck, 'people', 5, [
    ['Ada', 'x', '1990-05-06', '02139', '7'],
    ['Bo', 'y', 'soon', '9000', '8'],
    ['Cy', 'z', null, null, null],
  ]);
  const recipe = recipeOf(
    ['drop-columns', { columns: ['Name'] }],
    ['age-bands', { columns: ['dob'], from: 'date-of-birth' }],
    ['zip-prefix', { columns: ['zip'], length: 2 }],
    ['keyed-hash', { columns: ['id'] }],
    ['suppress-small-classes', { columns: ['dob', 'zip'] }],
  );
  const compiled = compileRecipe(recipe, columns, { referenceDate: '2026-11-23' });
  expect(compiled.outputs).toEqual([
    { name: 'name', physical: 'o1', sources: ['name'], treatment: 'kept', valueType: 'text' },
    { name: 'dob', physical: 'o2', sources: ['dob'], treatment: 'generalised', valueType: 'text' },
    { name: 'zip', physical: 'o3', sources: ['zip'], treatment: 'generalised', valueType: 'text' },
    { name: 'id', physical: 'o4', sources: ['id'], treatment: 'hashed-keyed', valueType: 'text' },
  ]);
  expect(compiled.suppression).toEqual({ k: 5, limit: 0.05, columns: ['dob', 'zip'] });
  expect([compiled.needsKey, compiled.keyNames]).toEqual([true, ['p1-find-segments']]);
  await installKeyedHash(duck, new Map([['p1-find-segments', new Uint8Array(32)]]));
  const rows = await rowsOf(duck, writeDuckSql(compiled, 'people'));
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['x', '35-44', '02*'],
    ['y', null, '90*'],
    ['z', null, null],
  ]);
  expect(rows.map(([, , , id]) => id?.length ?? null)).toEqual([64, 64, null]);
  expect(
    await rowsOf(
      duck,
      `SELECT ${compiled.castChecks.map(({ sql }) => sql).join(', ')} FROM ` +
        `(${writeDuckSql(compiled, 'people', { checks: true })})`,
    ),
  ).toEqual([[1]]);
  expect(compiled.castChecks.map(({ step, column }) => [step, column])).toEqual([[1, 'dob']]);
});

it('refuses a recipe for other columns by naming the step and the column', () => {
  expect(() =>
    compileRecipe(recipeOf(['drop-columns', { columns: ['E-mail'] }]), columnsNamed('email', 'x'), {
      referenceDate: '2026-11-23',
    }),
  ).toThrow('Step 1 (Drop columns): There is no column “E-mail” at this step.');
});

it('leaves disabled steps out and refuses to leave nothing', () => {
  const recipe = recipeOf(['drop-columns', { columns: ['a'] }]);
  expect(() => compileRecipe(recipe, columnsNamed('a'), { referenceDate: '2026-11-23' })).toThrow('No column is left');
  recipe.steps[0]!.enabled = false;
  expect(
    compileRecipe(recipe, columnsNamed('a'), { referenceDate: '2026-11-23' }).outputs.map(({ name }) => name),
  ).toEqual(['a']);
});

it('puts steps on different columns into one pass, and refuses more passes than an engine can nest', () => {
  const columns = columnsNamed('a', 'b', 'c');
  const apart = compileRecipe(recipeOf(['redact', { columns: ['a'] }], ['zip-prefix', { columns: ['b'] }]), columns, {
    referenceDate: '2026-11-23',
  });
  expect(apart.plan).toMatchObject({ kind: 'change', from: { kind: 'source' } });
  const deep = recipeOf(
    ...Array.from({ length: 151 }, (): [string, Record<string, unknown>] => ['zip-prefix', { columns: ['b'] }]),
  );
  expect(() => compileRecipe(deep, columns, { referenceDate: '2026-11-23' })).toThrow('151 times');
});

it('needs no key for a hashed column that is dropped afterwards', () => {
  const compiled = compileRecipe(
    recipeOf(['keyed-hash', { columns: ['a'] }], ['drop-columns', { columns: ['a'] }]),
    columnsNamed('a', 'b'),
    { referenceDate: '2026-11-23' },
  );
  expect([compiled.needsKey, compiled.keyNames]).toEqual([false, []]);
});
