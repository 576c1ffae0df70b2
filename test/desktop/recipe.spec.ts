// The recipe in a real window: recommended, edited, undone, moved, saved and opened as a file; what it does is measured
// beside it.
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { checkout } from './support/unprivileged.ts';
import { goTo, goToHistory, openDataset, trySample } from './support/window.ts';

const steps = ({ page }: Custos) => page.getByRole('list', { name: 'Steps of the recipe' }).getByRole('listitem');
const step = ({ page }: Custos, at: number) => page.getByRole('button', { name: new RegExp(`^Edit step ${at}\\b`) });
const effect = ({ page }: Custos) => page.getByRole('region', { name: 'Effect of the recipe' });
/** The smallest group as measured. */
const smallest = (custos: Custos) =>
  effect(custos)
    .getByRole('definition')
    .filter({ hasText: /^k = \d+$/ });
const inspector = ({ page }: Custos) => page.getByRole('complementary', { name: 'Inspector' });

/** People, each with an age and a postal code of their own. */
function people(many = 60): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-recipe-')), 'people.csv');
  writeFileSync(
    path,
    [
      'email,age,postal_code,gender,spent',
      ...Array.from(
        { length: many },
        (_, at) => `person${at}@example.org,${20 + at},${10_000 + at * 37},${at % 2 ? 'female' : 'male'},${at % 7}.50`,
      ),
    ].join('\n'),
  );
  return path;
}

async function openPeople(custos: Custos): Promise<void> {
  await openDataset(custos, people());
  await goTo(custos.page, 'Recipe');
  await expect(smallest(custos)).toHaveText('k = 1');
}

async function addStep(custos: Custos, operation: string, ...columns: string[]): Promise<void> {
  const { page } = custos;
  await page.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Find an operation' }).fill(operation);
  await page.keyboard.press('Enter');
  const field = inspector(custos)
    .getByRole('combobox', { name: /^(Columns|Quasi-identifiers)/ })
    .or(inspector(custos).getByRole('textbox', { name: /^(Columns|Quasi-identifiers)/ }))
    .first();
  for (const column of columns) {
    await field.click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }
  await page.keyboard.press('Escape');
}

/** Chooses a file of the More menu's kind. */
async function fromMenu({ page }: Custos, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Lines of the table that holds the dataset as imported beside the recipe's output. */
const compared = ({ page }: Custos, name: string | RegExp) =>
  page.getByRole('region', { name: 'The same columns before and after' }).getByRole('row', { name });

/** The Risk screen before there is a recipe: nothing is said before it is measured; a role is changed by keys alone. */
async function riskAsImported(custos: Custos): Promise<void> {
  const { page } = custos;
  await expect(page.getByRole('heading', { name: 'Not measured yet' })).toBeVisible();
  const roles = page.getByRole('region', { name: 'Roles' });
  await expect(roles).toContainText('18 identifying · 40 could be known · 2 to protect · 0 the same for a group');
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  const progress = page.getByRole('progressbar', { name: 'Measuring the risk of customers' });
  await expect(progress).toBeVisible();
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .click();
  await expect(progress).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Not measured yet' })).toBeVisible();

  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByText('10,000 of 10,000 rows are alone as imported over 40 columns')).toBeVisible({
    timeout: 60_000,
  });
  await expect(compared(custos, /^Rows 10/)).toContainText('No recipe yet');
  await expect(page.getByRole('row', { name: /^A neighbour/ })).toContainText('not measured');
  await expect(page.getByText('Not measured. Say how many people')).toBeVisible();

  await roles.getByRole('button', { name: 'Change' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Find a column' }).fill('region');
  const role = dialog.getByRole('combobox', { name: /^Role of .*region/ });
  await expect(role).toHaveValue('could-be-known');
  await role.selectOption('same-for-a-group');
  await expect(dialog.getByRole('row', { name: /^region/ })).toContainText('Chosen by a person.');
  await keepPicture(page, 'risk-roles');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save roles' }).press('Enter');
  await expect(roles).toContainText('1 the same for a group');
  await expect(page.getByText('changed since this was measured')).toBeVisible();
}

/** The Risk screen with a recipe: both over the same columns, and within the population. */
async function riskWithRecipe(custos: Custos): Promise<void> {
  const { page } = custos;
  await goTo(page, 'Risk');
  await page.getByRole('textbox', { name: 'People the dataset was drawn from' }).fill('450000');
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByText(/alone as imported; with the recipe nobody is over the same \d+ columns/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(compared(custos, /^Knows somebody is in it/)).toContainText('1 in 5');
  await expect(compared(custos, /^In groups under 5/)).toContainText(/0 of [\d,]+$/);
  await expect(page.getByRole('row', { name: /^By the rule of Dankar/ })).toContainText('of 450,000');
  await expect(page.getByRole('row', { name: /^Whoever holds the source/ })).toContainText('100');
  // A larger k by the keys of its point: what it costs is said before anything is changed.
  await page.getByRole('slider', { name: 'Smallest group, k' }).focus();
  for (let press = 0; press < 15; press += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^k 20: [\d,]+ of 10,000 rows out/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set k to 20' })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await page.getByRole('heading', { name: 'What more protection costs' }).scrollIntoViewIfNeeded();
    await keepPicture(page, `risk-frontier-${theme}`);
    for (const [heading, picture] of [
      ['What stays of the distributions', 'distributions'],
      ['What stays of the correlations', 'correlations'],
    ] as const) {
      await page.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded();
      await keepPicture(page, `risk-${picture}-${theme}`);
    }
    await page.getByRole('heading', { name: 'What makes people unique' }).scrollIntoViewIfNeeded();
    await keepPicture(page, `risk-population-${theme}`);
    await page.getByRole('heading', { name: 'Group sizes' }).scrollIntoViewIfNeeded();
    await keepPicture(page, `risk-columns-${theme}`);
  }
  await expectAccessible(page);
}

test('from the sample to a recommended recipe that reaches its target, and its file runs', async ({ custos }) => {
  test.setTimeout(360_000);
  const { page, errors } = custos;
  await trySample(custos);
  await goTo(page, 'Risk');
  await riskAsImported(custos);
  await goTo(page, 'Recipe');
  await expect(page.getByRole('heading', { name: 'No steps yet' })).toBeVisible();
  await expect(effect(custos).getByText('below the target of 5', { exact: true })).toBeVisible({ timeout: 120_000 });

  // Cancelled within a second; nothing has changed.
  await page.getByRole('button', { name: 'Recommend recipe' }).click();
  const progress = page.getByRole('progressbar', { name: 'Recommending a recipe for customers' });
  await expect(progress).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(progress).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'No steps yet' })).toBeVisible();

  await page.getByRole('button', { name: 'Recommend recipe' }).click();
  await expect(steps(custos).first()).toBeVisible({ timeout: 120_000 });
  const many = await steps(custos).count();
  expect(many).toBeGreaterThan(5);
  await expect(steps(custos).filter({ hasText: 'full_name' })).toContainText('Points at one person by itself.');
  await expect(effect(custos).getByText('target of 5 reached', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(effect(custos).getByText(/^over “/)).toBeVisible();
  await expect(
    effect(custos).getByRole('img', { name: /No row is in a group smaller than the threshold of 5/ }),
  ).toBeVisible();
  await expect(page.getByText('Saved in the workspace')).toBeVisible();
  await expectAccessible(page);

  // The same rows before and after; nothing of a name is seen.
  await page.getByRole('tab', { name: 'Before and after' }).click();
  await expect(page.getByRole('row', { name: /full_name/ })).toContainText('dropped');
  await expectAccessible(page);
  await page.getByRole('tab', { name: /Guardrails/ }).click();
  await expectAccessible(page);

  // The file parses, and runs on the command line.
  const file = await custos.answerSaveDialog('segments.recipe.json');
  await fromMenu(custos, 'Save recipe as file…');
  await expect(page.getByText('Recipe saved as segments.recipe.json.')).toBeVisible();
  const written = parseRecipe(readFileSync(file, 'utf8'));
  expect(written.steps).toHaveLength(many);
  expect(written.roles).toEqual([{ column: 'region', role: 'same-for-a-group' }]);
  const output = join(mkdtempSync(join(tmpdir(), 'custos-recipe-')), 'out.csv');
  const answer = JSON.parse(
    execFileSync(
      process.execPath,
      [
        join(checkout, 'bin/custos.mjs'),
        'apply',
        join(checkout, 'resources/sample/customers.csv'),
        '--recipe',
        file,
        '-o',
        output,
        '--json',
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    ),
  ) as { k: number; label: string };
  expect(answer.k).toBeGreaterThanOrEqual(5);
  expect(answer.label).toBe('anonymised');

  await riskWithRecipe(custos);
  expect(errors).toEqual([]);
});

test('of too few people nothing is recommended, and what can be done is said', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, people(3));
  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Recommend recipe' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The file is of 3 rows in all' })).toContainText(
    'pseudonymised release',
  );
  await expect(steps(custos)).toHaveCount(0);
});

test('a changed step changes the numbers; undo and redo take them back and forth', async ({ custos }) => {
  const { page, errors } = custos;
  await openPeople(custos);
  // What is known of people from elsewhere is counted, not every column.
  await page.getByRole('combobox', { name: 'Release', exact: true }).click();
  await page.getByRole('option', { name: /^Pseudonymised/ }).click();
  await addStep(custos, 'drop', 'email', 'postal_code');
  await expect(inspector(custos)).toContainText('Leaves columns out');
  await addStep(custos, 'age bands', 'age');
  await expect(steps(custos)).toHaveCount(2);
  await expect(smallest(custos)).not.toHaveText('k = 1');
  const value = smallest(custos);
  const before = await value.textContent();

  const edges = inspector(custos).getByRole('textbox', { name: 'Groups start at' });
  await edges.fill('40');
  await expect(value).toHaveText('k = 10');
  expect(before).not.toBe('k = 10');
  await expect(steps(custos).nth(1)).toContainText('<40, 40+');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(steps(custos).nth(1)).toContainText('18-24');
  await expect(edges).toHaveValue('18, 25, 35, 45, 55, 65');
  await step(custos, 2).focus();
  await page.keyboard.press('Control+Shift+z');
  await expect(steps(custos).nth(1)).toContainText('<40, 40+');
  await page.keyboard.press('Control+z');
  await expect(value).toHaveText(before!);

  // What cannot run is said at the step, at the field and beside, and nothing is measured meanwhile.
  await edges.fill('40 30');
  await expect(steps(custos).nth(1)).toContainText('The bounds must rise');
  await expect(inspector(custos)).toContainText('The bounds must rise');
  await expect(effect(custos).getByRole('alert')).toContainText('1 problem stands in the way');
  await expectAccessible(page);
  await edges.fill('40');
  await expect(value).toHaveText('k = 10');

  expect(errors).toEqual([]);
});

test('steps are moved, switched off and removed by keyboard alone', async ({ custos }) => {
  const { page } = custos;
  await openPeople(custos);
  await addStep(custos, 'drop', 'email');
  await addStep(custos, 'zip', 'postal_code');
  await addStep(custos, 'redact', 'gender');
  await expect(steps(custos).nth(2)).toContainText('Redact');

  await step(custos, 3).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(steps(custos).nth(1)).toContainText('Redact');
  await page.getByRole('button', { name: /^Move step 2:/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Step 2 is lifted.')).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('It would become step 1.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(steps(custos).first()).toContainText('Redact');

  await page.getByRole('switch', { name: /^Step 1 is used/ }).focus();
  await page.keyboard.press('Space');
  await expect(steps(custos).first()).toContainText('Switched off');
  await page.getByRole('button', { name: /^Remove step 2:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(steps(custos)).toHaveCount(2);

  // Leaving and coming back loses neither the steps nor what can be undone.
  await goTo(page, 'Datasets');
  await goTo(page, 'Recipe');
  await expect(steps(custos)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(steps(custos)).toHaveCount(3);
});

test('a recipe file for other columns and with an unknown step is opened, shown, and blocks until it is mended', async ({
  custos,
}) => {
  const { page } = custos;
  await openPeople(custos);
  const path = join(mkdtempSync(join(tmpdir(), 'custos-recipe-')), 'next-month.json');
  writeFileSync(
    path,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'p1-find-segments',
      release: 'anonymised',
      referenceDate: '2026-11-23',
      target: { k: 5, suppression: 0.05 },
      columns: ['email', 'Postal Code', 'age', 'gender', 'spent'],
      steps: [
        { op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: 'Points at one person.' },
        { op: 'fold-space', version: 1, settings: { epsilon: 1 }, reason: 'From a newer Custos.' },
      ],
    }),
  );
  await custos.answerOpenDialog(path);
  await fromMenu(custos, 'Open recipe file…');
  const dialog = page.getByRole('dialog', { name: 'Open next-month.json?' });
  await expect(dialog).toContainText('It may be called “postal_code” now');
  await expect(dialog).toContainText('does not know the operation');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use this recipe' }).click();

  await expect(steps(custos).nth(1)).toContainText('Unknown operation');
  await expect(effect(custos).getByRole('alert')).toContainText('stands in the way');
  await step(custos, 2).click();
  await expect(inspector(custos)).toContainText('"epsilon": 1');
  await expectAccessible(page);
  await page.getByRole('switch', { name: /^Step 2 is used/ }).click({ force: true });
  await expect(effect(custos).getByRole('alert')).toHaveCount(0);
  await expect(smallest(custos)).toBeVisible();

  // Nothing of the unknown step is lost on its way out.
  const file = await custos.answerSaveDialog('kept.json');
  await fromMenu(custos, 'Save recipe as file…');
  await expect(page.getByText('Recipe saved as kept.json.')).toBeVisible();
  expect(parseRecipe(readFileSync(file, 'utf8')).steps[1]).toMatchObject({
    op: 'fold-space',
    settings: { epsilon: 1 },
    reason: 'From a newer Custos.',
    enabled: false,
  });
});

test('the purpose is explained, and an own one is stated by a form', async ({ custos }) => {
  const { page } = custos;
  await openPeople(custos);
  await expect(inspector(custos)).toContainText('P1 Find the most important segments');
  await expect(inspector(custos)).toContainText('Legitimate interests');
  await expect(inspector(custos)).toContainText('2 years');
  await inspector(custos).getByRole('button', { name: 'Own purpose…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Own purpose' });
  await dialog.getByRole('button', { name: 'Save purpose' }).click();
  await expect(dialog).toContainText('Give a title.');
  await expect(dialog).toContainText('Say why.');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Code' }).fill('M1');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Plan opening hours');
  await dialog.getByRole('textbox', { name: 'Why it holds' }).fill('Nobody is looked at alone.');
  await dialog.getByRole('button', { name: 'Add data' }).click();
  await dialog
    .getByRole('combobox', { name: 'Types of data' })
    .or(dialog.getByRole('textbox', { name: 'Types of data' }))
    .first()
    .click();
  await page.keyboard.type('postal');
  await page.getByRole('option', { name: 'postal code', exact: true }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('textbox', { name: 'In what detail' }).fill('Three characters');
  await dialog.getByRole('textbox', { name: 'Why it is needed' }).fill('Hours are set by region.');
  await dialog.getByRole('button', { name: 'Save purpose' }).click();
  await expect(inspector(custos)).toContainText('M1 Plan opening hours');
  await expect(page.getByText('“Plan opening hours” saved and entered in the register.')).toBeVisible();
});

test(
  'the recipe is kept in the workspace; where that may only be read, it is shown and can be saved as a file, not ' +
    'changed',
  async ({ custos }) => {
    const { page } = custos;
    await openPeople(custos);
    await addStep(custos, 'drop', 'email');
    await page.getByRole('button', { name: 'Save workspace…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save workspace' });
    await dialog.getByRole('textbox', { name: /^Your name/ }).fill('Ada Lovelace');
    await dialog.getByLabel(/^Passphrase( \*)?$/).fill('seven quiet harbours');
    await dialog.getByLabel(/^Passphrase, again/).fill('seven quiet harbours');
    const folder = await custos.answerSaveDialog('Kept.custos');
    await dialog.getByRole('button', { name: 'Choose where and save' }).click();
    const key = page.getByRole('dialog', { name: 'Write down the recovery key' });
    await key.getByRole('checkbox', { name: 'I have written it down' }).click({ timeout: 120_000 });
    await key.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Saved in the workspace')).toBeVisible();
    await page.getByRole('button', { name: /Workspace menu/ }).click();
    await page.getByRole('menuitem', { name: 'Close workspace' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Kept' })).toBeVisible();

    // A register that was changed by hand may be looked at and no longer added to.
    const register = new Database(join(folder, 'register.sqlite'));
    const guards = register.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all() as string[];
    for (const name of guards) register.exec(`DROP TRIGGER "${name}"`);
    register.exec("UPDATE log SET actor = 'Somebody else' WHERE seq = 2");
    register.close();
    await page.getByRole('listitem').filter({ hasText: 'Kept' }).getByRole('button').first().click();
    const open = page.getByRole('dialog', { name: /^Open Kept/ });
    await open.getByLabel('Passphrase').first().fill('seven quiet harbours');
    await open.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByText(/does not verify/).first()).toBeVisible();

    await goTo(page, 'Recipe');
    await expect(page.getByText('The workspace is read-only: the recipe can be looked at')).toBeVisible();
    await expect(steps(custos)).toHaveCount(1);
    await expect(steps(custos).first()).toContainText('Drop “email”.');
    for (const name of ['Recommend recipe', 'Add step', 'Undo'])
      await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
    await expect(page.getByRole('switch', { name: /^Step 1 is used/ })).toBeDisabled();
    await step(custos, 1).click();
    await expect(inspector(custos).getByRole('textbox', { name: 'Reason' })).toBeDisabled();
    await expectAccessible(page);
    const file = await custos.answerSaveDialog('kept.json');
    await fromMenu(custos, 'Save recipe as file…');
    await expect(page.getByText('Recipe saved as kept.json.')).toBeVisible();
    expect(parseRecipe(readFileSync(file, 'utf8')).steps).toHaveLength(1);
  },
);

test('the categories that a recommended step names are masked like their column until asked for, and that is an entry', async ({
  custos,
}) => {
  const { page, errors } = custos;
  const path = join(mkdtempSync(join(tmpdir(), 'custos-recipe-')), 'towns.csv');
  const towns = ['Bonn', 'Lyon', 'Turin'];
  writeFileSync(
    path,
    [
      'email,city,purchase_amount',
      ...Array.from(
        { length: 200 },
        (_, at) => `person${at}@example.org,${at % 5 === 0 ? `Hamlet ${at}` : towns[at % 3]},${30 + at}.25`,
      ),
    ].join('\n'),
  );
  await openDataset(custos, path);
  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Recommend recipe' }).click();
  await expect(page.getByText('Saved in the workspace')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Edit step \d+ Map categories/ }).click();
  await expect(inspector(custos)).toContainText('values of “city”, which is a masked column');
  await expect(page.getByText('Lyon')).toHaveCount(0);
  await expect(inspector(custos).getByRole('textbox', { name: /^Hierarchy/ })).toHaveCount(0);
  await expectAccessible(page);

  await inspector(custos).getByRole('button', { name: 'Show the values' }).click();
  const field = inspector(custos).getByRole('textbox', { name: /^Hierarchy/ });
  await expect(field).toHaveValue(/^Lyon;Lyon$/m);
  await expectAccessible(page);
  await field.fill('Lyon;France');
  await expect(field).toHaveValue('Lyon;France');

  await goToHistory(page);
  await expect(page.getByRole('main')).toContainText('looked at column “city” of towns in the clear');
  expect(errors).toEqual([]);
});
