import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Custos } from './launch.ts';

/** Goes to a screen by its name in the rail. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click();
}

/** Goes to the history of the workspace: a tab of Register. */
export async function goToHistory(page: Page): Promise<void> {
  await goTo(page, 'Register');
  await page.getByRole('tab', { name: 'History' }).click();
}

/** Gives the window's content a size, as a person would drag it. */
export const resize = (app: ElectronApplication, width: number, height: number): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size[0]!, size[1]!),
    [width, height],
  );

/** A cell of the data grid by 0-based row on screen and physical column (c1…cn). */
export const gridCell = (page: Page, row: number, column: string) =>
  page.locator(`[row-index="${row}"] [col-id="${column}"]`);

/** From Home to the sample's rows on screen. */
export async function trySample({ page }: Custos): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample' }).first().click();
  await expect(gridCell(page, 0, 'c1')).toHaveText(/\S/, { timeout: 60_000 });
}

/** Opens a file through the (answered) dialog, confirms how it is read, and waits until the import is over. */
export async function openDataset(custos: Custos, path: string, timeout = 60_000): Promise<void> {
  await custos.answerOpenDialog(path);
  await custos.page.getByRole('button', { name: 'Open dataset' }).first().click();
  const take = custos.page.getByRole('button', { name: 'Import', exact: true });
  await take.click();
  await expect(take).toHaveCount(0);
  // The rows are there before the job has measured them; what is tried next may need what it measures.
  await expect(custos.page.getByRole('progressbar', { name: /^Importing / })).toHaveCount(0, { timeout });
  await expect(custos.page.getByRole('tab', { name: 'Rows', exact: true })).toBeVisible({ timeout });
}

/** Takes a recipe file into the Recipe screen. */
export async function useRecipe(custos: Custos, path: string): Promise<void> {
  const { page } = custos;
  await goTo(page, 'Recipe');
  await custos.answerOpenDialog(path);
  const files = page.getByRole('button', { name: 'More' }).or(page.getByRole('button', { name: 'Recipe files' }));
  const open = page.getByRole('menuitem', { name: /^Open recipe/ });
  // The actions are laid out anew while the screen settles, and a menu that was open then is closed.
  await expect(async () => {
    if (!(await open.isVisible())) await files.first().click();
    await open.click({ timeout: 5000 });
  }).toPass();
  await page.getByRole('dialog').getByRole('button', { name: 'Use this recipe' }).click();
  await expect(page.getByText('Saved in the workspace')).toBeVisible();
}
