// The review of columns: by keyboard, in bulk, with reasons, undo, policy; fine with five columns and with two hundred.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { dropEmail } from '#test/support/drop-email.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { keepPicture } from './support/keep-picture.ts';
import { goTo, goToHistory, openDataset, resize, trySample, useRecipe } from './support/window.ts';

function table(columns: string[], row: (at: number) => string[], rows = 60): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-classify-')), 'review.csv');
  writeFileSync(path, [columns.join(','), ...Array.from({ length: rows }, (_, at) => row(at).join(','))].join('\n'));
  return path;
}
const five = () =>
  table(['email', 'age', 'cookie_id', 'colour', 'spent'], (at) => [
    `person${at}@example.org`,
    `${20 + (at % 50)}`,
    `GA1.2.${100_000_000 + at}.1700000000`,
    ['red', 'green', 'blue'][at % 3]!,
    `${at}.50`,
  ]);

async function review(custos: Custos, path: string): Promise<void> {
  await openDataset(custos, path);
  await goTo(custos.page, 'Classify');
  await expect(custos.page.getByRole('listbox', { name: 'Columns to review' })).toBeFocused();
}
/** Column by column, as files of few columns are reviewed anyhow. */
async function listByDoubt({ page }: Custos): Promise<void> {
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'By doubt' }).click();
  await page.getByRole('listbox', { name: 'Columns to review' }).focus();
}
const option = ({ page }: Custos, name: string) => page.getByRole('option', { name: new RegExp(`^${name},`) });

test('every column is decided by keyboard alone, and undo takes a decision back', async ({ custos }) => {
  const { page } = custos;
  await review(custos, five());
  await expect(page.getByText('0 of 5 decided')).toBeVisible();
  await keepPicture(page, 'review-5-columns');
  for (let at = 1; at <= 5; at += 1) {
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${at} of 5 decided`)).toBeVisible();
  }
  await page.keyboard.press('Control+z');
  await expect(page.getByText('4 of 5 decided')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('5 of 5 decided')).toBeVisible();
  await expectAccessible(page);
});

test('a letter changes the class: the reason is asked for and kept beside who decided', async ({ custos }) => {
  const { page } = custos;
  await review(custos, five());
  await option(custos, 'colour').click();
  await page.getByRole('listbox', { name: 'Columns to review' }).focus();
  await page.keyboard.press('Shift+K');
  const dialog = page.getByRole('dialog', { name: 'Change colour' });
  await expect(dialog.getByRole('button', { name: 'Linkable' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('button', { name: 'Save decision' }).click();
  await expect(dialog).toContainText('Please give a reason.');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('The colour is that of a membership card');
  await page.keyboard.press('Enter');
  await expect(option(custos, 'colour')).toHaveAccessibleName(/Linkable.*changed/);
  await option(custos, 'colour').click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    'Reason: The colour is that of a membership card',
  );
  await page.getByRole('listbox', { name: 'Columns to review' }).focus();
  await page.keyboard.press('u');
  await expect(option(custos, 'colour')).not.toHaveAccessibleName(/changed/);
});

test('slash searches the types; the class follows the type', async ({ custos }) => {
  const { page } = custos;
  await review(custos, five());
  await option(custos, 'spent').click();
  await page.getByRole('listbox', { name: 'Columns to review' }).focus();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Change spent' });
  await page.keyboard.type('phone number');
  await page.getByRole('option', { name: 'phone number', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Linked', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Checked against the source');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save decision' }).click();
  await expect(option(custos, 'spent')).toHaveAccessibleName(/Linked, phone number, changed/);
});

test('online identifiers are a class of their own with the Recital 30 notice; the policy switch makes them linked', async ({
  custos,
}) => {
  const { page } = custos;
  await review(custos, five());
  await expect(option(custos, 'cookie_id')).toHaveAccessibleName(/Online identifier/);
  await expect(page.getByText(/Recital 30/).first()).toBeVisible();
  await page.getByText('GDPR strict', { exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Switch policy' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Our authority sees it so');
  await dialog.getByRole('button', { name: 'Switch policy' }).click();
  await expect(
    page.getByText('GDPR strict: online identifiers count as linked personal data (Recital 30).'),
  ).toBeVisible();
});

test('the sample: many accepted at once, the rest in doubt stays; singling out and tracking are said in words', async ({
  custos,
}) => {
  const { page, errors } = custos;
  await trySample(custos);
  await goTo(page, 'Classify');
  await page.getByRole('button', { name: 'Accept many' }).click();
  await page.getByRole('menuitem', { name: /^Certain \(/ }).click();
  await expect(page.getByText(/columns? accepted\. Undo takes it back\./)).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* of 60 decided$/)).toBeVisible();
  await page.getByRole('tab', { name: /Singling out/ }).click();
  await expect(page.getByText(/single(s)? out \d+.% of rows/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: /Tracking inventory/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'last_page_viewed' })).toContainText('interest');
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

test('two hundred columns: only the rows in sight are drawn, and the keyboard reaches the last', async ({ custos }) => {
  const { page } = custos;
  const names = Array.from({ length: 200 }, (_, at) => `measure_${at + 1}`);
  await review(
    custos,
    table(names, (at) => names.map((_, column) => `${(at * 7 + column) % 100}`), 20),
  );
  await expect(page.getByText('0 of 200 decided')).toBeVisible();
  await listByDoubt(custos);
  await keepPicture(page, 'review-200-columns');
  expect(await page.getByRole('option').count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '200');
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2');
});

/** How often the count is looked at. */
const soon = { intervals: [10, 20, 50, 100] };

/** A survey of 210 columns about 80 people: answers, places, illnesses, free text, times and counts. */
function survey(): string {
  const columns = [
    'respondent_id',
    'email',
    'age',
    'gender',
    'postal_code',
    'city',
    'occupation',
    'religion',
    'diagnosis',
    ...Array.from({ length: 12 }, (_, at) => `health_q${at + 1}`),
    ...Array.from({ length: 6 }, (_, at) => `comment_${at + 1}`),
    ...Array.from({ length: 120 }, (_, at) => `q${1 + Math.floor(at / 8)}_${1 + (at % 8)}`),
    ...Array.from({ length: 30 }, (_, at) => `page_${at + 1}_seconds`),
    ...Array.from({ length: 33 }, (_, at) => `clicks_on_banner_${at + 1}`),
  ];
  const words = ['the visit was short', 'nothing to add really', 'please call me next week', 'all was fine with us'];
  const row = (at: number): string[] =>
    columns.map((name, place) => {
      if (name === 'respondent_id') return `${1000 + at}`;
      if (name === 'email') return `p${at}@example.org`;
      if (name === 'age') return `${19 + ((at * 7) % 60)}`;
      if (name === 'gender') return ['female', 'male'][at % 2]!;
      if (name === 'postal_code') return `${10_115 + (at % 40)}`;
      if (name === 'city') return ['Bonn', 'Ulm', 'Kiel'][at % 3]!;
      if (name === 'occupation') return ['nurse', 'teacher', 'farmer', 'clerk'][at % 4]!;
      if (name === 'religion') return ['catholic', 'none', 'muslim'][at % 3]!;
      if (name === 'diagnosis') return ['asthma', 'diabetes', 'migraine'][at % 3]!;
      if (name.startsWith('comment')) return `${words[(at + place) % 4]!} said ${at}`;
      if (name.endsWith('seconds')) return `${(at * place) % 97}.${at % 10}`;
      return `${1 + ((at * (place + 3)) % 5)}`;
    });
  return table(columns, row, 80);
}

test('a survey of 210 columns is decided in at most 40 decisions; one left out of its group stays open', async ({
  custos,
}) => {
  const { page } = custos;
  await review(custos, survey());
  await expect(page.getByText('0 of 210 decided')).toBeVisible();
  await keepPicture(page, 'review-210-columns');
  await expectAccessible(page);
  const list = page.getByRole('listbox', { name: 'Columns to review' });
  const selected = page.getByRole('option', { selected: true });
  const group = page.getByRole('option', { name: /^Group of [3-9]\d* columns, (Health|Religion|Free text).*closed$/ });
  const said = (row: Locator) => row.locator('> .sr-only').innerText();
  // What is guarded is opened before it can be accepted: the first Enter decides nothing.
  await group.first().click();
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(selected).toHaveAccessibleName(/, open$/);
  await expect(page.getByText('0 of 210 decided')).toBeVisible();
  const [, many] = /^Group of (\d+) columns/.exec(await said(selected))!;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await expect(selected).toHaveAccessibleName(/left out of its group$/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${Number(many) - 1} of 210 decided`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('0 of 210 decided')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText(`${Number(many) - 1} of 210 decided`)).toBeVisible();

  // From the top to the end by Enter; what is decided is passed by.
  const decided = async (): Promise<number> =>
    Number.parseInt((await page.getByText(/^\d+ of 210 decided$/).textContent())!, 10);
  let decisions = 1;
  await page.keyboard.press('Home');
  for (let before = await decided(); before < 210; before = await decided()) {
    const name = await said(selected);
    if (/(, accepted| done, open|, (\d+) of \2 done, closed)$/.test(name)) {
      expect(name, 'the last row').not.toBe(await said(page.getByRole('option').last()));
      await page.keyboard.press('ArrowDown');
      continue;
    }
    await page.keyboard.press('Enter');
    if (/(Free text|In doubt|Health|Religion).*closed$/.test(name)) {
      await expect(selected).toHaveAccessibleName(/, open$/);
      await page.keyboard.press('Enter');
    }
    await expect.poll(decided, soon).toBeGreaterThan(before);
    decisions += 1;
  }
  await expect(page.getByText('210 of 210 decided')).toBeVisible();
  expect(decisions).toBeLessThanOrEqual(40);
  await goToHistory(page);
  const entries = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await expect(entries).toContainText(/\d+ columns/);
});

test('quick hands are kept up with: forty accepted in a row are shown at once, recorded each, and undone one by one', async ({
  custos,
}) => {
  const { page } = custos;
  await review(
    custos,
    table(
      Array.from({ length: 60 }, (_, at) => `measure_${at}`),
      (at) => Array.from({ length: 60 }, (_, column) => `${at * column}`),
    ),
  );
  await listByDoubt(custos);
  for (let at = 1; at <= 40; at += 1) await page.keyboard.press('Enter');
  await expect(page.getByText('40 of 60 decided')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('39 of 60 decided')).toBeVisible();
  // The window forgets what it was told and asks the engine again.
  await page.reload();
  await goTo(page, 'Classify');
  await expect(page.getByText('39 of 60 decided')).toBeVisible();
  expect(custos.errors).toEqual([]);
});

test('the inventory is written to a file, and a codebook names coded columns; both stand in the register', async ({
  custos,
}) => {
  const { page } = custos;
  const coded = table(['id', 'V7', 'email', 'total_spent', 'last_page_viewed'], (at) => [
    `${at}`,
    `${1 + (at % 3)}`,
    `p${at}@example.org`,
    `${at * 3}.50`,
    `/shop/${at % 7}`,
  ]);
  await review(custos, coded);
  await page.getByRole('tab', { name: /Tracking inventory/ }).click();
  const saved = await custos.answerSaveDialog('inventory.csv');
  await page.getByRole('button', { name: 'Save inventory…' }).click();
  await expect(page.getByText(/inventory\.csv written/)).toBeVisible();
  const lines = readFileSync(saved, 'utf8').trim().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toMatch(/column/i);

  const codebook = join(custos.folder, 'codebook.csv');
  writeFileSync(codebook, 'name,label,codes\nV7,Marital status of the respondent,1=married;2=single;3=divorced\n');
  await custos.answerOpenDialog(codebook);
  await page.getByRole('button', { name: 'Accept many' }).click();
  await page.getByRole('menuitem', { name: 'Read a codebook…' }).click();
  await page.getByRole('tab', { name: /^Columns/ }).click();
  await expect(option(custos, 'V7')).toHaveAccessibleName(/marital status/i);
  await goToHistory(page);
  const list = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await expect(list).toContainText(/codebook/i);
  await expect(list).toContainText(/inventory/i);
});

test('banner and strip tell one count over the same columns, as imported and with a recipe, in a line that leaves room', async ({
  custos,
}) => {
  const { page, app } = custos;
  const many = Array.from({ length: 14 }, (_, at) => `answer_${at + 1}`);
  const row = (at: number) => [
    `${10_100 + (at % 60)}`,
    `${1950 + (at % 45)}-0${1 + (at % 9)}-1${at % 10}`,
    ['f', 'm'][at % 2]!,
    ['Bonn', 'Ulm', 'Kiel'][at % 3]!,
    ...many.map((_, place) => `${(at * (place + 3)) % 97}`),
  ];
  await review(custos, table(['postal_code', 'date_of_birth', 'gender', 'city', ...many], row, 300));
  const strip = page.getByRole('region', { name: 'Where the dataset stands' });
  const banner = page.getByRole('note').filter({ hasText: 'alone' });
  /** What a text says: rows alone, rows in all, and over what. */
  const said = (text: string | null) => {
    const [, alone, rows] = /([\d,]+) of ([\d,]+)/.exec(text!)!;
    return { alone, rows, over: /counting (.*?)\.?$/.exec(text!.replace(/Which combinations.*$/, '').trim())?.[1] };
  };
  const agree = async (): Promise<void> => {
    await expect(strip).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
    await expect(banner).toBeVisible();
    const told = said(await banner.textContent());
    expect(told.alone).toBe(
      said(await strip.getByRole('group', { name: 'Unique rows', exact: true }).textContent()).alone,
    );
    expect(told.rows).toBe(
      said(await strip.getByRole('group', { name: 'Unique rows', exact: true }).textContent()).rows,
    );
    const basis = await strip.getByRole('button', { name: /counting/ }).textContent();
    expect(told.over).toBe(/counting (.*)$/.exec(basis!)![1]);
    expect(
      (await banner.textContent())!.startsWith(basis!.startsWith('with') ? 'With the recipe' : 'As imported'),
    ).toBe(true);
  };
  await agree();
  // Nobody decided anything and nothing is to be released: nothing there is green.
  for (const name of ['Open doubts', 'Blocking guardrails'])
    await expect(strip.getByRole('group', { name })).not.toHaveAttribute('data-tone', 'pass');
  // Pressed, or by Enter, the line names every column it counts.
  await strip.getByRole('button', { name: /counting/ }).press('Enter');
  const list = page.getByRole('list', { name: /columns? counted$/ });
  await expect(list.getByRole('listitem').filter({ hasText: 'date_of_birth' })).toHaveCount(1);
  expect(await list.getByRole('listitem').count()).toBeGreaterThan(3);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(strip.getByRole('button', { name: /counting/ })).toBeFocused();

  const recipe = join(custos.folder, 'one.recipe.json');
  writeFileSync(
    recipe,
    dropEmail({
      purpose: 'P1',
      release: 'pseudonymised',
      target: { k: 2, suppression: 1 },
      referenceDate: '2026-11-01',
      steps: [
        {
          op: 'drop-columns',
          version: 1,
          settings: { columns: ['gender'] },
          reason: 'Tried in a test.',
          enabled: true,
        },
      ],
    }),
  );
  await useRecipe(custos, recipe);
  for (const width of [1280, 1024]) {
    await resize(app, width, 800);
    await expect(strip).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
    await expect.poll(async () => Math.round((await strip.boundingBox())!.height)).toBeLessThanOrEqual(60);
  }
  await goTo(page, 'Classify');
  await agree();
});
