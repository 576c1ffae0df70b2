// A masked cell is shown when somebody asks for it, by mouse or by key, alone, and the register says so.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/one-app.ts';
import { goTo, goToHistory, gridCell, openDataset } from './support/window.ts';

const people = ['ada', 'bea', 'cleo', 'dora', 'eva'];
// As wide as real tables are, with an address among the last columns, which the inspector would cover.
const header = ['email', ...Array.from({ length: 12 }, (_, at) => `clicks_${at}`), 'second_email'].join(',');
const line = (name: string): string =>
  [`${name}@example.org`, ...Array.from({ length: 12 }, () => '3'), `${name}@example.net`].join(',');

test('a double click or Enter on a masked cell shows it and no other, and it is in the register', async ({
  custos,
}) => {
  const { page } = custos;
  const path = join(custos.folder, 'members.csv');
  writeFileSync(path, [header, ...people.map(line)].join('\n'), { mode: 0o644 });
  await openDataset(custos, path);
  await expect(page.getByRole('contentinfo')).toContainText('5 rows imported', { timeout: 60_000 });
  // The rows are read once more when all of them are there.
  await expect(page.getByText('Personal values are masked')).toBeVisible();
  await expect(gridCell(page, 1, 'c1')).toContainText('•');

  // Nothing is selected yet: the first of the two clicks opens the inspector, which moves what is on screen.
  await gridCell(page, 1, 'c1').dblclick();
  await expect(gridCell(page, 1, 'c1')).toHaveText('bea@example.org');
  await expect(gridCell(page, 2, 'c1')).toContainText('•');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(gridCell(page, 2, 'c1')).toHaveText('cleo@example.org');

  await page.keyboard.press('End');
  await expect(gridCell(page, 2, 'c14')).toContainText('•');
  await gridCell(page, 3, 'c14').dblclick();
  await expect(gridCell(page, 3, 'c14')).toHaveText('dora@example.net');

  await goToHistory(page);
  await expect(page.getByRole('main').getByText(/looked at one value of column/)).toHaveCount(3);
  expect(custos.errors).toEqual([]);
});

test('the cell at the edge, which the inspector covers once it opens, is shown by a double click too', async ({
  custos,
}) => {
  const { page } = custos;
  const path = join(custos.folder, 'edge.csv');
  writeFileSync(path, ['a,b,c,d,email', ...people.map((name) => `1,2,3,4,${name}@example.org`)].join('\n'), {
    mode: 0o644,
  });
  await openDataset(custos, path);
  await expect(page.getByRole('contentinfo')).toContainText('5 rows imported', { timeout: 60_000 });
  // The rows are read once more when all of them are there.
  await expect(page.getByText('Personal values are masked')).toBeVisible();
  await expect(gridCell(page, 4, 'c5')).toContainText('•');
  // As slowly as a person: by the second press the inspector lies where the cell was.
  const box = (await gridCell(page, 4, 'c5').boundingBox())!;
  await page.mouse.move(box.x + box.width - 12, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'email' })).toBeVisible();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(gridCell(page, 4, 'c5')).toHaveText('eva@example.org');

  // What is pressed by key after that is pressed.
  await page.getByRole('navigation').getByRole('link', { name: 'Register' }).press('Enter');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('main').getByText(/looked at one value of column/)).toHaveCount(1);
  await goTo(page, 'Datasets');

  // Quickly, too.
  await gridCell(page, 2, 'c5').dblclick();
  await expect(gridCell(page, 2, 'c5')).toHaveText('cleo@example.org');
  await goToHistory(page);
  await expect(page.getByRole('main').getByText(/looked at one value of column/)).toHaveCount(2);
});
