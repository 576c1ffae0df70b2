// What is in each column, seeing nobody: how full, how many kinds, bins of at least ten people, no extreme of anybody.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/launch.ts';
import { goTo, gridCell, openDataset } from './support/window.ts';

test('masked columns say how full they are and what shape they have, and no value of anybody', async ({ custos }) => {
  const { page } = custos;
  const path = join(mkdtempSync(join(tmpdir(), 'custos-columns-')), 'members.csv');
  // One income and one address stand out: neither may be told, not even by an edge.
  const row = (at: number) => [`${'x'.repeat(3 + (at % 9))}.${at}@example.org`, at === 7 ? 987_654 : 20_000 + (at % 50) * 1_000, at % 2 === 0 ? 'bronze' : 'gold', at % 4 === 0 ? '' : 'yes'].join(',');
  writeFileSync(path, ['email,annual_income,loyalty_tier,newsletter', ...Array.from({ length: 400 }, (_, at) => row(at))].join('\n'));
  await openDataset(custos, path);
  await expect(page.getByRole('contentinfo')).toContainText('400 rows imported', { timeout: 60_000 });
  await page.getByRole('tab', { name: 'Columns', exact: true }).click();
  const line = (name: string) => page.getByRole('main').getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
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
  await goTo(page, 'Register');
  await expect(page.getByRole('main')).toContainText('Personal value revealed');

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
