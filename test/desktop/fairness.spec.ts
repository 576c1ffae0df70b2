// Fairness: a selection audited by groups, read on the screen, in the log, in the saved files, and by E6 on Release.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo, resize, useRecipe } from './support/window.ts';

const bands = ['18–34', '35–54', '55+'];
const stages = ['lead', 'client', 'lost'];
/** Invented people: women are invited half as often; two groups are too small to judge. */
const people = Array.from({ length: 1204 }, (_, at) => {
  const gender = at < 1200 ? (at % 5 < 2 ? 'female' : 'male') : at < 1203 ? 'non-binary' : 'diverse';
  const invited = Math.floor(at / 5) % 10 < (gender === 'female' ? 3 : 6);
  const came = at % 4 < (invited ? 3 : 1);
  return `${gender},${bands[at % 3]},${invited ? 'yes' : 'no'},${came ? 'yes' : 'no'},${(at * 37) % 101},${stages[at % 3]},x`;
});
const csv = `${['gender,age_band,invited,came,lead_score,stage,batch', ...people].join('\n')}\n`;

const form = ({ page }: Custos) => page.getByRole('form', { name: 'What is audited' });
const auditButton = (custos: Custos) => form(custos).getByRole('button', { name: 'Audit', exact: true });

async function choose(custos: Custos, field: RegExp, option: string): Promise<void> {
  await form(custos).getByRole('combobox', { name: field }).click();
  await custos.page.getByRole('option', { name: option, exact: true }).click();
}

test('a selection is audited, shown with intervals and verdicts, entered, and saved', async ({ custos }) => {
  const { page } = custos;
  await goTo(page, 'Fairness');
  await expect(page.getByRole('heading', { name: 'Who is chosen less often?' })).toBeVisible();
  await expectAccessible(page);
  const workspace = await savedWorkspace(custos, csv);
  await goTo(page, 'Fairness');
  // Gender and age band are proposed, to measure with only.
  await expect(form(custos)).toContainText('Audit only: “gender”, “age_band”');

  // Of three labels nothing is guessed: what is missing is said, and nothing can be pressed.
  await choose(custos, /^Outcome/, 'stage');
  await expect(form(custos)).toContainText('“stage” has 3 values, and nothing says which mean yes: choose them.');
  await expect(auditButton(custos)).toBeDisabled();
  await expectAccessible(page);

  await choose(custos, /^Outcome/, 'invited');
  await form(custos).getByRole('button', { name: 'Label and score…' }).click();
  await choose(custos, /^Label/, 'came');
  await expect(auditButton(custos)).toBeEnabled();
  // By keys alone.
  await auditButton(custos).focus();
  await page.keyboard.press('Enter');

  const byGender = page.getByRole('table', { name: 'By gender', exact: true });
  await expect(byGender).toBeVisible({ timeout: 60_000 });
  await expect(byGender.getByRole('row', { name: /^female/ })).toContainText('disparity indicated');
  await expect(byGender.getByRole('row', { name: /^non-binary/ })).toContainText('too small to judge');
  await expect(byGender.getByRole('row', { name: /^diverse/ })).toContainText('too small to judge');
  await expect(page.getByRole('table', { name: 'By gender and age_band' }).getByRole('row')).toHaveCount(11);
  await expect(page.getByText(/comparisons with a reference were tested, in \d+ families/)).toBeVisible();
  await expect(page.getByText(/1 group is one person alone/)).toBeVisible();
  await resize(custos.app, 1440, 1000);
  await expect(form(custos)).toHaveCount(0);
  await keepPicture(page, 'fairness-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'fairness-dark');

  // Every other measure on request, with its interval and verdict.
  await page.getByRole('button', { name: 'Every other measure, By gender', exact: true }).focus();
  await page.keyboard.press('Enter');
  const mistakes = page.getByRole('table', { name: /^Mistakes/ });
  await expect(mistakes.getByRole('row', { name: /^female equalised odds difference/ })).toBeVisible();
  await expect(mistakes.getByRole('row', { name: /^diverse .*not stated/ }).first()).toBeVisible();
  await expectAccessible(page);
  await mistakes.scrollIntoViewIfNeeded();
  await keepPicture(page, 'fairness-measures');

  await expect.poll(() => entriesLike(workspace, 'fairness.audited').length).toBe(1);
  const [entry] = entriesLike(workspace, 'fairness.audited');
  expect(entry!.payload).toMatchObject({
    outcome: { column: 'invited', chosenBy: 'values' },
    label: { column: 'came' },
    groups: ['gender', 'age_band'],
    people: 1204,
  });
  expect(JSON.stringify(entry!.payload)).not.toMatch(/female|non-binary|18–34/);

  const save = async (way: string, name: string): Promise<string> => {
    const path = await custos.answerSaveDialog(name);
    await page.getByRole('button', { name: 'Save audit' }).click();
    await page.getByRole('menuitem', { name: way }).click();
    await expect(page.getByText(`Audit saved to ${name}`)).toBeVisible({ timeout: 60_000 });
    return path;
  };
  const json = readFileSync(await save('Numbers (JSON)', 'audit.json'), 'utf8');
  expect(createHash('sha256').update(json).digest('hex')).toBe(entry!.payload.auditSha256);
  expect((JSON.parse(json) as FairnessAudit).groupings.map(({ columns }) => columns)).toEqual([
    ['gender'],
    ['age_band'],
    ['gender', 'age_band'],
  ]);
  const html = readFileSync(await save('Web page (HTML)', 'audit.html'), 'utf8');
  // What the audit is about is told, also where its numbers would tell of four people.
  expect(html).toMatch(/female<\/bdi>.{0,400}disparity indicated/);
  // Nobody is shown to others in a group of fewer than ten.
  expect(html).not.toContain('non-binary');
  expect(
    readFileSync(await save('PDF, A4', 'audit.pdf'))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(entriesLike(workspace, 'fairness.exported').map(({ payload }) => payload.format)).toEqual([
    'json',
    'html',
    'pdf',
  ]);
  expect(custos.errors).toEqual([]);
});

test('what cannot be audited is said in a sentence, and E6 leads from Release to the audit', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, csv);
  await goTo(page, 'Fairness');
  // The score is proposed, since people are chosen by it; a limit is asked for.
  await expect(form(custos).getByRole('combobox', { name: /^Outcome/ })).toHaveValue('lead_score');
  await expect(form(custos)).toContainText('Say from which number of “lead_score” on.');
  await form(custos).getByRole('textbox', { name: 'Limit' }).fill('50');
  for (const group of ['gender', 'age_band'])
    await form(custos)
      .getByText(group, { exact: true })
      .locator('..')
      .getByRole('button', { includeHidden: true })
      .click();
  await expect(form(custos)).toContainText('Choose at least one column of groups.');
  await choose(custos, /^Groups/, 'batch');
  await page.keyboard.press('Escape');
  await auditButton(custos).click();
  await expect(form(custos).getByRole('alert')).toContainText('“batch” has one value in every row', {
    timeout: 60_000,
  });
  await expectAccessible(page);
  expect(entriesLike(workspace, 'fairness.%')).toEqual([]);

  const recipe = join(custos.folder, 'targeting.recipe.json');
  writeFileSync(
    recipe,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P2',
      release: 'targeting',
      referenceDate: '2026-11-29',
      target: { k: 1, suppression: 1 },
      steps: [
        {
          op: 'drop-columns',
          version: 1,
          settings: { columns: ['gender', 'age_band', 'came', 'stage', 'batch'] },
          reason: 'Audit only.',
          enabled: true,
        },
      ],
    }),
  );
  await useRecipe(custos, recipe);
  await goTo(page, 'Release');
  await page.getByRole('button', { name: 'Audit the selection' }).click({ timeout: 60_000 });
  await expect(form(custos).getByRole('combobox', { name: /^Outcome/ })).toHaveValue('lead_score');
  await form(custos).getByRole('textbox', { name: 'Limit' }).fill('50');
  await auditButton(custos).click();
  await expect(page.getByRole('heading', { name: 'Audits of these data in the log' })).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'Release');
  // Told by the audit now, and no pass: two groups are too small to judge.
  await expect(
    page.getByText(/“lead_score” was audited by “gender”, “age_band”, and 2 groups could not be judged/),
  ).toBeVisible({
    timeout: 60_000,
  });
  await keepPicture(page, 'fairness-e6');
  expect(custos.errors).toEqual([]);
});
