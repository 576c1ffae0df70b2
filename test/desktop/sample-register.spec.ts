// The register that comes with the sample: offered once, brought in as drafts, and the assessment filled from it.
import { recordsText } from '#shared/text/window/records.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, saveWorkspace } from './support/saved-workspace.ts';
import { goTo, trySample } from './support/window.ts';

test('the sample’s register is brought in by one press, as drafts called a sample', async ({ custos }) => {
  const { page } = custos;
  await trySample(custos);
  await goTo(page, 'Register');
  const offer = page.getByRole('button', { name: recordsText.sample.bringIn });
  await expect(offer).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await offer.click();
  await expect(page.getByText(/^8 records of the sample’s register brought in as drafts/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(offer).toHaveCount(0);
  await page.getByRole('tab', { name: /^Recipients/ }).click();
  await expect(page.getByRole('button', { name: 'Agency Nord (sample)' })).toBeVisible();
  await page.getByRole('tab', { name: /^Assessments/ }).click();
  await page.getByRole('button', { name: /^PA-001/ }).click();
  await expect(page.getByText(/^49 fields: (3\d) ◇/)).toBeVisible({ timeout: 60_000 });
  const workspace = await saveWorkspace(custos);
  await expect
    .poll(() => entriesLike(workspace, 'register.imported').map(({ payload }) => payload.fileName))
    .toEqual(['register.json']);
  expect(custos.errors).toEqual([]);
});
