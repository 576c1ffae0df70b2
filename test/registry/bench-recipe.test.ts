import { expect, it } from 'vitest';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';

const load = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../../scripts/bench/${path}`, import.meta.url).href)) as T;

it('the recipe of the bench has ten steps that fit its data', async () => {
  const { benchRecipe } = await load<{ benchRecipe: object }>('recipe.mjs');
  const { benchColumns } = await load<{ benchColumns: [string, string][] }>('make-data.mjs');
  expect(benchColumns).toHaveLength(30);
  const recipe = parseRecipe(JSON.stringify(benchRecipe));
  expect(recipe.steps).toHaveLength(10);
  expect(
    checkRecipe(
      recipe,
      benchColumns.map(([name], index) => ({ name, physical: `c${index + 1}`, header: name })),
    ),
  ).toEqual([]);
});
