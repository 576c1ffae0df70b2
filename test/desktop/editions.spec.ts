// Next month's file: on import the guardrails run by themselves, and what is new stands on Home and with the dataset.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo, openDataset } from './support/window.ts';

/** Invented people; in the later edition some have a diagnosis, and ten times as many were born in 2014. */
function edition(minors: number, health: boolean): string {
  const rows = Array.from({ length: 200 }, (_, at) =>
    [
      `K-${1000 + at}`,
      ['Bonn', 'Lyon', 'Turin'][at % 3],
      `${at < minors ? 2014 : 1950 + ((at * 13) % 50)}-0${1 + (at % 9)}-1${at % 9}`,
      String(10 + ((at * 37) % 400)),
      ...(health ? [['diabetes', 'asthma', 'none'][at % 3]] : []),
    ].join(','),
  );
  return `${[`customer_id,city,date_of_birth,total_spent${health ? ',diagnosis' : ''}`, ...rows].join('\n')}\n`;
}
function file(name: string, content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-edition-')), name);
  writeFileSync(path, content);
  return path;
}

test('a later edition is held against the one before by itself, and leads to what is new', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, edition(4, false));
  await expect(page.getByRole('tab', { name: /^What is new/ })).toHaveCount(0);
  await openDataset(custos, file('december.csv', edition(40, true)));
  await expect.poll(() => entriesLike(workspace, 'edition.checked').length, { timeout: 60_000 }).toBe(1);
  expect(JSON.stringify(entriesLike(workspace, 'edition.checked'))).not.toMatch(/asthma|K-1/);

  await page.getByRole('tab', { name: /^What is new/ }).click();
  const news = page.getByRole('list', { name: 'What differs, what is new first' });
  await expect(news).toContainText('4 rows under 18');
  await expect(news).toContainText('40 rows under 18');
  await expect(news).toContainText('Column “diagnosis” is new');
  await expectAccessible(page);
  await keepPicture(page, 'edition-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'edition-dark');
  await useTheme(page, 'light');
  await news.getByRole('listitem').filter({ hasText: 'Column “diagnosis” is new' }).getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Classify');

  await goTo(page, 'Home');
  await expect(page.getByRole('heading', { name: 'New since “people”' })).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'edition-home');
  await page
    .getByRole('button', { name: /^All \d+$/ })
    .first()
    .click();
  await expect(news).toBeVisible();

  // The same file again has nothing new.
  await openDataset(custos, file('january.csv', edition(40, true)));
  await expect.poll(() => entriesLike(workspace, 'edition.checked').length, { timeout: 60_000 }).toBe(2);
  await page.getByRole('tab', { name: /^What is new/ }).click();
  await expect(page.getByText(/^Nothing is new since “december”/)).toBeVisible();
  expect(custos.errors).toEqual([]);
});
