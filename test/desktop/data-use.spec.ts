// What data are for, in the window: purposes declared, columns needed by them, and what none needs out of the recipe.
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { bodiesOf, entriesLike, savedWorkspace, storedRecipe } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

/** Invented people of whom some may be asked again. */
const header = 'customer_id,email,city,total_spent,consent_status,date_of_birth,device_serial';
const people = Array.from(
  { length: 40 },
  (_, at) =>
    `K-${1000 + at},p${at}@example.org,${at % 2 === 0 ? 'Bonn' : 'Ghent'},${10 + at}.50,` +
    `${at % 4 === 0 ? 'withdrawn' : 'granted'},19${60 + (at % 30)}-02-03,SN${90_000 + at * 7}`,
);
const csv = `${[header, ...people].join('\n')}\n`;

interface Cells {
  items: { value: { columns?: string[]; needed: string; why?: string } }[];
}
const decided = (workspace: string) => {
  const [body] = Object.values(bodiesOf(workspace, 'binding'));
  return ((body?.['cells'] as Cells | undefined)?.items ?? []).map(({ value }) => value);
};

test('a dataset is declared, its columns are decided by key, and what no purpose needs leaves by one press', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, csv);
  await goTo(page, 'Register');
  await page.getByRole('tab', { name: /^Data use/ }).click();
  await expect(page.getByText(/^Nobody has declared what “people” is for/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Declare a purpose…' }).click();
  const panel = page.getByRole('region', { name: 'Declare a purpose of “people”' });
  // The form has the tab for itself: nothing of it lies over the columns.
  await expect(page.getByRole('grid')).toHaveCount(0);
  await panel.getByRole('combobox', { name: 'Purpose', exact: true }).click();
  await page.getByRole('option', { name: 'Find the most important segments' }).click();
  await panel.getByRole('combobox', { name: /^Lawful basis/ }).click();
  await page.getByRole('option', { name: /^Contract/ }).click();
  await panel.getByRole('textbox', { name: 'Why this basis holds' }).fill('Part of the programme people joined.');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Declare', exact: true }).click();
  const declared = page.getByRole('list', { name: 'Purposes it is declared for' });
  await expect(declared).toContainText(/PU-001.*Contract with the person.*all 7 columns.*BD-001/);
  expect(Object.values(bodiesOf(workspace, 'purpose'))[0]).toMatchObject({
    basis: { state: 'stated', value: 'contract' },
    justification: { value: 'Part of the programme people joined.' },
  });

  // The matrix is a grid: arrows go, Enter leads to the decision, and the reason is kept.
  const grid = page.getByRole('grid', { name: /^Columns of people by purpose/ });
  const cell = (column: string) => grid.getByRole('gridcell', { name: new RegExp(`^${column}, `) });
  await expect(cell('city')).toHaveAccessibleName(/Needed.*nobody’s word yet/);
  await cell('customer_id').click();
  await page.keyboard.press('ArrowDown');
  await expect(cell('email')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('radio', { name: 'Not needed' }).check();
  await inspector.getByRole('textbox', { name: 'Why' }).fill('Regions are enough.');
  await page.keyboard.press('Control+Enter');
  await expect(cell('city')).toHaveAccessibleName(/Not needed, Regions are enough\., BD-001/);
  await expect
    .poll(() => decided(workspace))
    .toEqual([expect.objectContaining({ needed: 'no', columns: ['city'], why: 'Regions are enough.' })]);
  await expectAccessible(page);

  // Undo takes the decision back; the purpose speaks again.
  await expect(cell('city')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cell('city')).toHaveAccessibleName(/Needed.*nobody’s word yet/);
  await expect.poll(() => decided(workspace)).toEqual([]);

  // All of a purpose at once: what it says becomes a person’s word.
  await grid.getByRole('button', { name: /^Choose all 7 columns/ }).click();
  await inspector.getByRole('button', { name: /^Take over \d columns/ }).click();
  await expect(cell('city')).toHaveAccessibleName(/Needed, .*BD-001$/);
  await expect.poll(() => decided(workspace).flatMap(({ columns }) => columns ?? [])).toContain('city');

  // What no purpose needs is in the recipe by one press, and out again by Undo.
  await page.getByRole('button', { name: /^Drop \d in the recipe$/ }).click();
  await expect(page.getByText(/^The recipe drops (all \d columns|the one column) that no purpose needs/)).toBeVisible();
  await expect
    .poll(() => storedRecipe(workspace)?.steps[0])
    .toMatchObject({
      op: 'drop-columns',
      settings: { columns: expect.arrayContaining(['email', 'device_serial']) },
    });
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /^Drop \d in the recipe$/ })).toBeVisible();
  await expect.poll(() => storedRecipe(workspace)?.steps).toEqual([]);
  const bound = entriesLike(workspace, 'record.drafted').filter(({ payload }) => payload['ref'] === 'BD-001');
  expect(new Set(bound.map(({ actor }) => actor))).toEqual(new Set(['Ada Officer']));
  expect(custos.errors).toEqual([]);
});

test('of a thousand columns only those in sight are drawn, and keys reach the last', async ({ custos }) => {
  const { page } = custos;
  const names = Array.from({ length: 1000 }, (_, at) => `measure_${at}`);
  const rows = Array.from({ length: 3 }, (_, row) => names.map((_name, at) => (at * 7 + row) % 90).join(','));
  await savedWorkspace(custos, `${names.join(',')}\n${rows.join('\n')}\n`);
  await goTo(page, 'Register');
  await page.getByRole('tab', { name: /^Data use/ }).click();
  await page.getByRole('button', { name: 'Declare a purpose…' }).click();
  await page.getByRole('combobox', { name: 'Purpose', exact: true }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '1001', { timeout: 60_000 });
  await grid.getByRole('gridcell', { name: /^measure_0, / }).click();
  await page.keyboard.press('End');
  await expect(grid.getByRole('gridcell', { name: /^measure_999, / })).toBeFocused();
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
  await page.getByRole('textbox', { name: 'Find a column' }).fill('measure_77');
  await expect(grid).toHaveAttribute('aria-rowcount', '12');
  await page.getByRole('textbox', { name: 'Find a column' }).fill('no such');
  await page.getByRole('button', { name: 'Show all columns' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '1001');
  expect(custos.errors).toEqual([]);
});
