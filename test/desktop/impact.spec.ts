// The impact assessment of an activity in the window: read, begun, answered by two, approved, and saved as a file.
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appText } from '#shared/text/window/app.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import { operatorsWindowText } from '#shared/text/window/operators.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { workspaceText } from '#shared/text/window/workspace.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { bodiesOf, passphrase, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const another = 'four other unrelated words';

const rows = Array.from({ length: 60 }, (_, at) => `p${at}@example.org,Bonn,${at % 2 === 0 ? 'Catholic' : 'Muslim'}`);
/** People, and what they believe in. */
const believers = `email,city,religion\n${rows.join('\n')}\n`;

async function openAssessment(page: Page): Promise<void> {
  await goTo(page, 'Register');
  await page.getByRole('tab', { name: /^Assessments|^DPIA/ }).click();
  await page
    .getByRole('group', { name: text.assess })
    .getByRole('button', { name: /^PA-001/ })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: /^Impact assessment of PA-001/ })).toBeVisible();
}

const entriesOf = (workspace: string, kind: string): { actor: string; payload: Record<string, unknown> }[] => {
  const database = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const rows = database.prepare('SELECT actor, payload FROM log WHERE kind = ? ORDER BY seq').all(kind) as {
    actor: string;
    payload: string;
  }[];
  database.close();
  return rows.map(({ actor, payload }) => ({ actor, payload: JSON.parse(payload) as Record<string, unknown> }));
};

test('an assessment is read from the register, screened, answered and saved as a file', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, believers);
  await openAssessment(page);
  await expectAccessible(page);
  await keepPicture(page, 'dpia-light');

  // Unknown is not no, and what the data show leads to the column behind it.
  const screening = page.getByRole('table', { name: text.screening.label });
  await expect(screening.getByRole('row', { name: /New technology/ })).toContainText('Not known');
  const belief = screening.getByRole('row', { name: /Special or very personal data/ });
  await expect(belief).toContainText('Yes');
  await belief.getByRole('button', { name: /religion/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Classify' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'religion' }).first()).toBeVisible();

  // The screening begins with what is shown, marked as generated, and nothing decided.
  await openAssessment(page);
  await page.getByRole('button', { name: text.begin.screening }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^DS-001 / })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Nine criteria', exact: true })).toContainText('religion');
  await expect.poll(() => entriesOf(workspace, 'record.drafted').map(({ payload }) => payload.ref)).toContain('DS-001');

  // A person answers a criterion in its place, with a reason; fewer rows than the threshold were no answer.
  await openAssessment(page);
  const scale = screening.getByRole('row', { name: /^On a large scale/ });
  await expect(scale).toContainText('Not known');
  await expect(scale).toContainText('Counted: 60 rows or people');
  await expect(scale).toContainText('From 10,000 on');
  await scale.getByRole('button', { name: /^Answer/ }).click();
  const decide = screening.getByRole('region', { name: /On a large scale/ });
  await decide.getByRole('radio', { name: text.decide.answers.yes }).check();
  await expect(decide.getByRole('button', { name: text.decide.keep })).toBeDisabled();
  await decide.getByRole('textbox', { name: text.decide.reason }).fill('Every parish of the country, for ten years.');
  await expectAccessible(page);
  await decide.getByRole('button', { name: text.decide.keep }).click();
  await expect(scale).toContainText('Every parish of the country');
  await expect(scale.getByRole('button', { name: /^Change/ })).toBeVisible();
  expect(JSON.stringify(bodiesOf(workspace, 'screening')['DS-001'])).toContain('Every parish of the country');

  // A blank says who must answer, and one press leads to its field.
  await openAssessment(page);
  await expect(page.getByRole('button', { name: /^DS-001, draft/ })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: 'Answer 0.1 Who is responsible' })).toBeFocused();
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: 'Answer 0.2 Processors and their tasks' })).toBeFocused();
  const advice = page.getByRole('group', { name: 'Advice of the data protection officer', exact: true });
  await expect(advice).toContainText('the data protection officer');
  await advice.getByRole('button', { name: /^Answer/ }).click();
  const field = page.getByRole('group', { name: 'Officer’s advice', exact: true });
  await expect(field).toBeInViewport();
  await field.getByRole('textbox').last().fill('Leave the belief out.');
  await expect(page.getByRole('status').filter({ hasText: /^saved \d\d:\d\d$/ })).toBeVisible();

  // A risk is rated in its place, and stands in the map and in the record.
  await openAssessment(page);
  await page.getByRole('button', { name: text.risks.rateOf('People are found again by linking') }).click();
  const form = page.getByRole('region', { name: text.rate.title('People are found again by linking') });
  await expect(form.getByRole('button', { name: text.rate.keep })).toBeDisabled();
  await form.getByLabel(text.rate.effect).fill('Somebody is recognised by their town.');
  await form.getByLabel(text.rate.severity).selectOption('4');
  await form.getByLabel(text.rate.likelihood).selectOption('2');
  await form.getByLabel(text.rate.residualSeverity).selectOption('3');
  await form.getByLabel(text.rate.residualLikelihood).selectOption('1');
  await form.getByRole('button', { name: text.rate.keep }).click();
  await expect(page.getByRole('table', { name: text.risks.label })).toContainText('severity 4, likelihood 2');
  await expect(page.getByRole('img', { name: /^1 of 5 risks/ })).toBeVisible();
  await expectAccessible(page);

  await openAssessment(page);
  await expect(advice).toContainText('Leave the belief out.');
  await expect(advice).toContainText(text.fields.by.assessment);
  const saved = await custos.answerSaveDialog('dpia.json');
  await page.getByRole('button', { name: text.save.button }).click();
  await page.getByRole('menuitem', { name: text.save.formats.json }).click();
  await expect(page.getByText(/^Saved dpia\.json/)).toBeVisible();
  const written = JSON.parse(readFileSync(saved, 'utf8')) as {
    template: { status: string };
    fields: { id: string; lines?: string[] }[];
  };
  expect(written.template.status).toBe('consultation');
  expect(written.fields.find(({ id }) => id === 'dpo-advice')!.lines).toEqual(['Leave the belief out.']);
  const pdf = await custos.answerSaveDialog('dpia.pdf');
  await page.getByRole('button', { name: text.save.button }).click();
  await page.getByRole('menuitem', { name: text.save.formats.pdf }).click();
  await expect(page.getByText(/^Saved dpia\.pdf/)).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(entriesOf(workspace, 'assessment.exported').map(({ payload }) => payload.format)).toEqual(['json', 'pdf']);
  await expectAccessible(page);
  await page
    .getByRole('navigation', { name: text.parts.label })
    .getByRole('button', { name: text.parts.risks, exact: true })
    .click();
  await expect(page.getByRole('table', { name: text.risks.label })).toBeInViewport();
  await keepPicture(page, 'dpia-risks-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'dpia-risks-dark');
  expect(custos.errors).toEqual([]);
});

/** Ada adds Bo, and gives her own passphrase with it: she was alone. */
async function addBo(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: operatorsWindowText.add }).click();
  const dialog = page.getByRole('dialog', { name: operatorsWindowText.dialog.add });
  await dialog.getByRole('textbox', { name: operatorsWindowText.dialog.name }).fill('Bo Berg');
  await dialog.getByRole('radio', { name: /^approver/ }).check();
  await dialog.getByLabel(operatorsWindowText.dialog.own).fill(passphrase);
  await dialog.getByLabel(new RegExp(`^${operatorsWindowText.dialog.passphrase}(?!,)`)).fill(another);
  await dialog.getByLabel(operatorsWindowText.dialog.again).fill(another);
  await dialog.getByRole('button', { name: operatorsWindowText.dialog.addButton, exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
}

async function becomesBo(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${appText.operator}:`) }).click();
  await page.getByRole('menuitem', { name: appText.switchOperator }).click();
  const dialog = page.getByRole('dialog', { name: workspaceText.openTitle('kept') });
  await dialog.getByRole('combobox', { name: workspaceText.who }).click();
  await page.getByRole('option', { name: 'Bo Berg, approver' }).click();
  await dialog.locator('input[type=password]').fill(another);
  await dialog.getByRole('button', { name: workspaceText.openButton, exact: true }).click();
  await expect(page.getByRole('button', { name: `${appText.operator}: Bo Berg, approver` })).toBeVisible({
    timeout: 60_000,
  });
}

/** Sends the record that is open for review. */
async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send (to|for)/ }).click();
  await page.getByRole('button', { name: recordsText.review.send.confirm, exact: true }).click();
  await expect(page.getByRole('heading', { name: /waits|review/i }).first()).toBeVisible();
}

const approve = (page: Page) => page.getByRole('button', { name: recordsText.review.approve.confirm(1) });

test('whoever wrote an assessment cannot approve it where somebody else can; alone, it says so', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, believers);

  // Alone: the screening is approved by its author, and the record says that nobody else looked.
  await openAssessment(page);
  await page.getByRole('button', { name: text.begin.screening }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^DS-001 / })).toBeVisible();
  await send(page);
  await expect(page.getByText(recordsText.review.approve.alone)).toBeVisible();
  await approve(page).click();
  await expect(page.getByText(/approved/).first()).toBeVisible();
  await expect.poll(() => entriesOf(workspace, 'record.approved').length).toBe(1);

  await addBo(page);
  await openAssessment(page);
  await page.getByRole('button', { name: text.begin.assessment }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^DP-001 / })).toBeVisible();
  await send(page);
  await expect(page.getByText(recordsText.review.approve.another(['Bo Berg']))).toBeVisible();
  await expect(approve(page)).toBeDisabled();

  await becomesBo(page);
  await openAssessment(page);
  await page.getByRole('button', { name: /^DP-001/ }).click();
  await expect(page.getByText(recordsText.review.approve.signs(1))).toBeVisible();
  await approve(page).click();
  await expect.poll(() => entriesOf(workspace, 'record.approved').length).toBe(2);
  const [alone, byBo] = entriesOf(workspace, 'record.approved');
  expect(alone).toMatchObject({ actor: 'Ada Officer', payload: { ref: 'DS-001', byAnother: false } });
  expect(byBo).toMatchObject({ actor: 'Bo Berg', payload: { ref: 'DP-001', byAnother: true } });
  await openAssessment(page);
  const approved = page.getByRole('group', { name: '0.5 Who approved it, and when', exact: true });
  await expect(approved).toContainText('Bo Berg');
  expect(custos.errors).toEqual([]);
});
