// A preview of steps over all rows beside the file that the same recipe writes, in the source's order.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runRelease } from '#engine/release/run-release.ts';
import { previewRecipe } from '#engine/run-recipe/preview-recipe.ts';
import { overWholeTable } from '#engine/use-cases/recipes/preview-whole-table.ts';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { keys, recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();
const findings = [
  finding('id', 'customer_id', { class: 'linked' }),
  finding('city', 'city'),
  finding('plan', 'contract_type'),
];
const rows = Array.from(
  { length: 60 },
  (_, at) => `c${at},${['Bonn', 'Ulm', 'Jena'][(at * 7) % 3]!},${['a', 'b', 'c', 'd'][(at * 5 + (at >> 2)) % 4]!}`,
);
const text = `id,city,plan\n${rows.join('\n')}\n`;
const shown = 12;

async function previewed(steps: RecipeStep[], k = 8) {
  const recipe = recipeOf([step('keyed-hash', { columns: ['id'] }), ...steps], {
    release: 'pseudonymised',
    target: { k, suppression: 1 },
  });
  const input = await desk.prepare(text, { recipe, findings, keys, keepOrder: true });
  const { source, overrides } = input;
  const { referenceDate } = recipe;
  const first = await previewRecipe({ source, recipe, findings, keys, overrides, limit: shown });
  const transform = {
    source,
    recipe,
    findings,
    keys,
    overrides,
    referenceDate,
    spreadsheet: false,
    emptyIsNull: false,
  };
  const whole = await overWholeTable(first, transform);
  const { result } = await runRelease(input);
  return { first, whole, written: readCsv(readFileSync(result.output, 'utf8')).rows };
}

it('shows of each row what its group reads in the written file, hashes as they are', async () => {
  const { first, whole, written } = await previewed([step('group-rows', { columns: ['city', 'plan'] })]);
  expect([first.notRun, whole.notRun]).toEqual([[1], []]);
  expect(whole.after.rows.map((row) => row.slice(1))).toEqual(written.slice(0, shown).map((row) => row.slice(1)));
  expect(whole.after.rows.flat().some((cell) => cell!.includes(' | '))).toBe(true);
  expect(whole.after.rows.map(([id]) => id)).toEqual(first.after.rows.map(([id]) => id));
  // Such a cell may list what others have: it is masked with its column.
  expect(whole.after.outputs.slice(1).map(({ treatment }) => treatment)).toEqual(['kept', 'kept']);
});

it('shows values that were moved between rows, as the release moves them', async () => {
  const { whole, written } = await previewed([step('pram', { columns: ['plan'], keep: 0.3 })]);
  expect(whole.notRun).toEqual([]);
  expect(whole.after.rows.map((row) => row[2])).toEqual(written.slice(0, shown).map((row) => row[2]));
});

it('does not run what makes other rows of them', async () => {
  const counts = step('count-rows', { columns: ['city', 'plan'], epsilon: 0, delta: 0, values: [] });
  const { first, whole } = await previewed([counts], 4);
  expect(whole).toEqual(first);
  expect(whole.notRun).toEqual([1]);
});
