// What docs/elsewhere shows is what the program writes today: `vitest run FILE --update` of this file writes it anew.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sqlTargets, type SqlTarget } from '#shared/domain/sql-targets.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { compileScript } from '#shared/recipe/compile-script.ts';
import { operations } from '#shared/recipe/operations/index.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { scriptText } from '#shared/text/script.ts';
import { hostileColumns } from './hostile-cells.ts';
import { choosing, onSparkByDefault, recipeOf, recipesOfOperations } from './recipes.ts';

const shown = (name: string): string => `${process.cwd()}/docs/elsewhere/${name}`;
const sample = parseRecipe(readFileSync(shown('recipe.json'), 'utf8'));

it.each(sqlTargets)('shows the sample’s recipe as SQL of %s', async (target) => {
  const script = compileScript(sample, sample.columns ?? [], target, { referenceDate: sample.referenceDate });
  await expect(script.text).toMatchFileSnapshot(shown(`sample.${target}.sql`));
});

const held: Record<string, { recipes: Recipe[]; columns: readonly string[] }> = Object.fromEntries([
  ...Object.entries(recipesOfOperations).map(([op, list]) => [
    op,
    { recipes: list.map((steps) => recipeOf(steps)), columns: hostileColumns },
  ]),
  ['suppress-small-classes', { recipes: [choosing.small], columns: hostileColumns }],
  ['keep-rows', { recipes: [choosing.kept], columns: hostileColumns }],
]);

/** What of an operation the engine's script does: how many ways, or none. */
function cell(op: string, target: SqlTarget): string {
  const example = operations.find(({ id }) => id === op)!.examples[0]!;
  const { recipes, columns } = held[op] ?? {
    recipes: [recipeOf([[op, example.settings]])],
    columns: example.columns,
  };
  const written = recipes.filter((recipe) => {
    try {
      return compileScript(recipe, columns, target, { referenceDate: recipe.referenceDate }).text !== '';
    } catch {
      return false;
    }
  });
  if (written.length === 0) return 'refused';
  const ways = written.length === 1 ? '' : `, ${written.length} ways`;
  const isHeld =
    target !== 'spark' ||
    recipes.every((_, at) => onSparkByDefault.includes(op) || onSparkByDefault.includes(`${op} ${at + 1}`));
  return `${isHeld ? 'equal' : 'compared when asked for'}${ways}`;
}

it('shows which operations each engine is held to', async () => {
  const table = [
    '# Operations on other engines',
    '',
    'Each way is run over 2,100 rows of hostile cells, and every row is compared with what is made here',
    '(`test/engine/foreign-sql/conformance.test.ts`). “Compared when asked for”: on Spark only under',
    '`CUSTOS_SPARK_WHOLE=1`, because it takes seconds to plan each; on 30 November 2026 all of them were equal on Spark 4.1.4,',
    'in two minutes and 2 GB. What is refused is named when the recipe is compiled, with the step and why; so are',
    'dates with names of months or as bare numbers (outside DuckDB), lists for platforms that are matched here, and texts',
    'with a NUL.',
    '',
    `| operation | ${sqlTargets.map(scriptText.engine).join(' | ')} |`,
    `|---|${sqlTargets.map(() => '---|').join('')}`,
    ...operations.map(({ id }) => `| ${id} | ${sqlTargets.map((target) => cell(id, target)).join(' | ')} |`),
    '',
    'The sample’s recipe (`recipe.json`, made by `custos recommend` for the purpose P1) as each of them gets it:',
    `${sqlTargets.map((target) => `[${scriptText.engine(target)}](sample.${target}.sql)`).join(', ')}.`,
    '',
  ];
  await expect(table.join('\n')).toMatchFileSnapshot(shown('README.md'));
});
