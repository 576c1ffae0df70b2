// A block that an approver overrides: the reason, who signs, and what certificate and register keep of it.
import Database from 'better-sqlite3';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overrideWindowText as text } from '#shared/text/window/override.ts';
import { expectAccessible } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { addOperator, becomes, passphrases, newWorkspace } from './support/operators.ts';
import { goTo, openDataset, useRecipe } from './support/window.ts';

const why = 'Round birthdays are what the campaign is about';

function customers(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-override-')), 'customers.csv');
  const rows = Array.from({ length: 60 }, (_, at) => `${30 + (at % 3)},${['Ghent', 'Bonn'][at % 2]},Catholic`);
  writeFileSync(path, ['age,city,religion', ...rows].join('\n'));
  return path;
}

/** For targeting; `columns` are dropped. */
function recipeFile({ folder }: Custos, columns: string[]): string {
  const path = join(folder, 'targeting.recipe.json');
  writeFileSync(
    path,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P2',
      release: 'targeting',
      referenceDate: '2026-11-29',
      target: { k: 1, suppression: 1 },
      steps: [{ op: 'drop-columns', version: 1, settings: { columns }, reason: 'Tried in a test.', enabled: true }],
    }),
  );
  return path;
}

test('a block is overridden with a reason, which certificate and register keep; it stays a block', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await newWorkspace(custos);
  await openDataset(custos, customers());
  await useRecipe(custos, recipeFile(custos, ['religion']));
  await goTo(page, 'Release');

  const open = page.getByRole('button', { name: text.open });
  await expect(open).toHaveCount(1, { timeout: 60_000 });
  await open.click();
  const dialog = page.getByRole('dialog', { name: text.title('E1') });
  await expect(dialog).toContainText(text.signs('Ada Officer', null));
  const keep = dialog.getByRole('button', { name: text.keep });
  await expect(keep).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel(text.reason).fill(why);
  await keepPicture(page, 'override-dialog');
  await keep.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(text.kept(why))).toBeVisible();
  await expect(page.getByText(text.allOverridden(1))).toBeVisible();
  await keepPicture(page, 'override-kept');

  // Taken back it blocks as before; given again it goes with the Run.
  await page.getByRole('button', { name: text.takeBack('E1') }).click();
  await open.click();
  await dialog.getByLabel(text.reason).fill(why);
  await page.keyboard.press('Tab');
  await keep.press('Enter');
  await expect(page.getByText(text.kept(why))).toBeVisible();
  await expectAccessible(page);

  const target = await custos.answerSaveDialog('audience.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /audience\.csv: written and registered/ })).toBeVisible({
    timeout: 60_000,
  });
  const sentence = `Blocked, released all the same by Ada Officer, because: ${why}.`;
  await expect(page.getByText(sentence)).toBeVisible();
  await keepPicture(page, 'override-released');
  await expectAccessible(page);

  const { guardrails } = JSON.parse(readFileSync(`${target}.certificate.json`, 'utf8')) as { guardrails: object[] };
  expect(guardrails).toContainEqual(
    expect.objectContaining({
      id: 'E1',
      verdict: 'block',
      state: 'blocked',
      overridden: expect.objectContaining({ by: 'Ada Officer', role: null, reason: why }),
    }),
  );
  await page.getByRole('button', { name: 'Certificate of audience.csv' }).first().click();
  await expect(page.getByRole('dialog')).toContainText(sentence);
  const database = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const payload = database
    .prepare("SELECT payload FROM log WHERE kind = 'release.written' ORDER BY seq DESC LIMIT 1")
    .pluck()
    .get();
  database.close();
  expect(JSON.parse(String(payload))).toMatchObject({
    overridden: [{ guardrail: 'E1', code: 'exact-in-targeting', reason: why, by: 'Ada Officer', role: null }],
  });

  // The reason was for that Run alone, and an author gives none.
  await page.keyboard.press('Escape');
  await goTo(page, 'Settings');
  await addOperator(page, 'Bo Berg', 'author', passphrases['Ada Officer']);
  await becomes(page, 'Bo Berg', 'author');
  await goTo(page, 'Release');
  await page.getByRole('button', { name: 'Back to the checks' }).click();
  await expect(open).toBeDisabled({ timeout: 60_000 });
  await expect(open).toHaveAccessibleDescription(text.forApprovers('author'));
});

test('what nobody may override says why, and without a saved workspace nothing is overridden', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, customers());
  await useRecipe(custos, recipeFile(custos, ['city']));
  await goTo(page, 'Release');
  const open = page.getByRole('button', { name: text.open });
  await expect(open).toHaveCount(1, { timeout: 60_000 });
  await expect(open).toBeDisabled();
  await expect(open).toHaveAccessibleDescription(text.saveFirst);
  await expect(page.getByText('It cannot be overridden: the rule knows no exception.')).toBeVisible();
  await keepPicture(page, 'override-nobody');
  await expectAccessible(page);
});
