// From the sample to a recipe that reaches its target, edited, undone, saved as a file; and what it says along the way.
import { expect, test, type Custos } from './support/launch.ts';
import { goTo, trySample } from './support/window.ts';

const steps = ({ page }: Custos) => page.getByRole('list', { name: 'Steps of the recipe' }).getByRole('listitem');

async function recommend(custos: Custos): Promise<void> {
  const { page } = custos;
  await page.getByRole('button', { name: 'Recommend recipe' }).click();
  await expect(page.getByRole('progressbar', { name: /Recommending a recipe/ })).toBeVisible();
  await expect(steps(custos).first()).toBeVisible({ timeout: 90_000 });
}

test('a recipe is recommended for the purpose, step by step with reasons, and kept', async ({ custos }) => {
  test.setTimeout(180_000);
  const { page, errors } = custos;
  await trySample(custos);
  await goTo(page, 'Recipe');
  await expect(page.getByRole('heading', { name: 'No steps yet' })).toBeVisible();
  await recommend(custos);
  expect(await steps(custos).count()).toBeGreaterThan(5);
  await expect(steps(custos).first()).toContainText('Drop');
  await expect(page.getByText('Saved in the workspace')).toBeVisible();
  expect(errors).toEqual([]);
});
