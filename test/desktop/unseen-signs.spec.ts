// Names and cells come from files: a sign in one that is not seen is shown, and turns nothing round.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/one-app.ts';
import { goTo, gridCell, openDataset } from './support/window.ts';

test('a name with unseen signs is shown with them, in grid, list, inspector and title', async ({ custos }) => {
  const file = join(custos.folder, 'people.csv');
  const rows = Array.from(
    { length: 30 },
    (_, at) => `v${at},red ${at === 1 ? '\u001b[31m' : 'and green'} ${at},\u2066x${at}\u2069,shop`,
  );
  writeFileSync(file, `\u202eliame,no\u200bte\u001b[0m,plain,kind\n${rows.join('\n')}\n`);
  await openDataset(custos, file);
  const { page } = custos;
  await expect(page.locator('.ag-header-cell[col-id="c1"]')).toContainText('⟪U+202E⟫liame');
  await expect(page.locator('.ag-header-cell[col-id="c2"]')).toContainText('no⟪U+200B⟫te␛[0m');
  // Revealed, a cell shows what it holds.
  // It is asked for before it was read, maybe, and read again once the columns have been looked at: it is shown.
  await gridCell(page, 1, 'c2').click();
  await page.keyboard.press('Enter');
  await expect(gridCell(page, 1, 'c2')).toContainText('red ␛[31m 1');
  const raw = /\p{Cc}|\p{Cf}/u;
  for (const screen of ['Datasets', 'Classify', 'Risk', 'Register']) {
    await goTo(page, screen);
    await expect(page.locator('#screen-title')).toBeVisible();
    if (screen === 'Classify') await expect(page.getByText('⟪U+202E⟫liame').first()).toBeVisible();
    expect((await page.locator('body').innerText()).replaceAll(/\s/g, ''), screen).not.toMatch(raw);
    const told = await page
      .locator('[title], [aria-label]')
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('title') ?? ''}${one.getAttribute('aria-label') ?? ''}`).join(' '),
      );
    expect(told, screen).not.toMatch(raw);
  }
});
