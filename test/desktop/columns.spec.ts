// What is in each column, seeing nobody: how full, how many kinds, bins of at least ten people, no extreme of anybody.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, goToHistory, gridCell, openDataset } from './support/window.ts';

test('masked columns say how full they are and what shape they have, and no value of anybody', async ({ custos }) => {
  const { page } = custos;
  const path = join(mkdtempSync(join(tmpdir(), 'custos-columns-')), 'members.csv');
  // One income and one address stand out: neither may be told, not even by an edge.
  const row = (at: number) =>
    [
      `${'x'.repeat(3 + (at % 9))}.${at}@example.org`,
      at === 7 ? 987_654 : 20_000 + (at % 50) * 1_000,
      at % 2 === 0 ? 'bronze' : 'gold',
      at % 4 === 0 ? '' : 'yes',
    ].join(',');
  writeFileSync(
    path,
    ['email,annual_income,loyalty_tier,newsletter', ...Array.from({ length: 400 }, (_, at) => row(at))].join('\n'),
  );
  await openDataset(custos, path);
  await expect(page.getByRole('contentinfo')).toContainText('400 rows imported', { timeout: 60_000 });
  await page.getByRole('tab', { name: 'Columns', exact: true }).click();
  const line = (name: string) =>
    page
      .getByRole('main')
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name, exact: true }) });
  await expect(line('email')).toContainText('every row its own');
  await expect(line('email')).toContainText('characters');
  await expect(line('annual_income')).toContainText(/% in|% under/);
  await expect(line('newsletter')).toContainText('75');
  const text = (await page.getByRole('main').textContent())!;
  for (const told of ['987', '@example.org', 'xxx']) expect(text).not.toContain(told);
  await expectAccessible(page);

  await line('annual_income').getByRole('button', { name: 'annual_income' }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Each bar stands for at least ten people');
  await expect(inspector).not.toContainText('987');
  await expect(inspector).not.toContainText('Range');
  await expectAccessible(page);

  // Asked for, the values are there, and the asking is in the register.
  await inspector.getByRole('switch', { name: 'Show this column in clear' }).click({ force: true });
  await expect(inspector).toContainText('987654');
  await goToHistory(page);
  await expect(page.getByRole('main')).toContainText(/looked at column “\w+” of .+ in the clear/);

  await goTo(page, 'Datasets');
  await expect(gridCell(page, 0, 'c1')).not.toContainText('•••');
});

test('a column of days written day first is sorted as days, and its profile says so', async ({ custos }) => {
  const { page } = custos;
  const path = join(mkdtempSync(join(tmpdir(), 'custos-columns-')), 'visits.csv');
  const days = ['24.12.2024', '01.01.2025', '31.07.2023', '02.01.2025'];
  writeFileSync(path, ['visit,pages', ...Array.from({ length: 40 }, (_, at) => `${days[at % 4]},${at}`)].join('\n'));
  await openDataset(custos, path);
  await expect(page.getByRole('contentinfo')).toContainText('40 rows imported', { timeout: 60_000 });
  await gridCell(page, 0, 'c1').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('dates');
  const clear = inspector.getByRole('switch', { name: 'Show this column in clear' });
  if ((await clear.count()) > 0) await clear.click({ force: true });
  await expect(inspector).toContainText('2023-07-31 … 2025-01-02');
  await page.getByRole('columnheader', { name: /visit/ }).click();
  await expect(gridCell(page, 0, 'c1')).toHaveText('31.07.2023');
});

const yearsFile = (): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-columns-')), 'patients.csv');
  const faith = (at: number): string =>
    at % 3 === 0 ? 'catholic' : at % 3 === 1 ? 'muslim' : at === 2 ? 'zoroastrian' : 'none';
  const born = (at: number): string => `${10 + (at % 18)}.0${1 + (at % 9)}.${1931 + (at % 70)}`;
  writeFileSync(
    path,
    [
      'email,religion,date_of_birth,annual_income',
      ...Array.from({ length: 420 }, (_, at) =>
        [`p${at}@example.org`, faith(at), born(at), 20_000 + (at % 50) * 1_000].join(','),
      ),
    ].join('\n'),
  );
  return path;
};

test('a special category tells nothing until its counts are asked for, which is an entry; rare values stay unnamed', async ({
  custos,
}) => {
  const { page } = custos;
  await openDataset(custos, yearsFile());
  await expect(page.getByRole('contentinfo')).toContainText('420 rows imported', { timeout: 60_000 });
  await page.getByRole('tab', { name: 'Columns', exact: true }).click();
  const line = page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: 'religion', exact: true }) });
  await expect(line).toContainText('special category');
  await expect(line.getByRole('listbox')).toHaveCount(0);
  await expect(line).not.toContainText('catholic');
  await expectAccessible(page);
  await line.getByRole('button', { name: /^Counts on request/ }).press('Enter');
  await expect(line).toContainText('catholic: 140 (33');
  await expect(line).toContainText('muslim: 140 (33');
  // One person alone has that faith.
  await expect(line).not.toContainText('zoroastrian');
  await expect(line).toContainText('others: fewer than 10 people');
  await expectAccessible(page);
  await line.getByRole('button', { name: /^Hide the counts/ }).click();
  await expect(line).not.toContainText('catholic');
  await goToHistory(page);
  await expect(page.getByRole('main')).toContainText(/had the values of the masked column “\w+” of .+ counted/);
});

test('dates have bars of years, and a bar that is clicked or entered shows its rows alone until all are asked for', async ({
  custos,
}) => {
  const { page } = custos;
  await openDataset(custos, yearsFile());
  await expect(page.getByRole('contentinfo')).toContainText('420 rows imported', { timeout: 60_000 });
  await page.getByRole('tab', { name: 'Columns', exact: true }).click();
  const line = (name: string) =>
    page
      .getByRole('main')
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name, exact: true }) });
  await expect(line('date_of_birth')).toContainText(/% in 19\d\d to 19\d\d/);
  const years = line('date_of_birth').getByRole('listbox');
  await expect(years.getByRole('option', { name: '1950 to 1959: 60 rows' })).toHaveCount(1);
  await expect(years.getByRole('option').first()).toHaveAccessibleName(/^before 19\d0: /);
  await expectAccessible(page);

  // By keyboard: arrows to the bar, Enter, and the way back has the keyboard.
  await years.focus();
  const names = await years.getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  for (let at = 0; at < names.indexOf('1950 to 1959: 60 rows'); at += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('60 of 420 rows match the filter')).toBeVisible();
  await expect(page.getByText('Only rows with date_of_birth: 1950 to 1959')).toBeVisible();
  await expectAccessible(page);
  const back = page.getByRole('button', { name: 'Show all rows' });
  await expect(back).toBeFocused();
  // The 20th row of the file was born in 1950, and is the first of them.
  await expect(gridCell(page, 0, 'row')).toHaveText('20');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/rows match the filter/)).toHaveCount(0);
  await expect(gridCell(page, 0, 'row')).toHaveText('1');

  // By mouse, a bar of numbers: as many rows as it says.
  await page.getByRole('tab', { name: 'Columns', exact: true }).click();
  const bar = line('annual_income').getByRole('option').nth(2);
  const [, told] = /: (\d+) rows/.exec((await bar.getAttribute('aria-label'))!)!;
  await bar.click();
  await expect(page.getByText(`${told} of 420 rows match the filter`)).toBeVisible();
  await goToHistory(page);
  await expect(page.getByRole('main')).toContainText(/searched the masked column “\w+”/);
});
