// Breaches: reported, counted from a dataset, decided on, drafted to an authority; the log holds no word of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const header = 'customer_id,email,country,date_of_birth,religion,total_spent,ip_address,zq';
/** Invented people: sixty, of whom twelve were born in 2016. */
const people = Array.from(
  { length: 60 },
  (_, at) =>
    `K-${1000 + at},p${at}@example.org,${at % 3 === 0 ? 'France' : 'Germany'},` +
    `${at % 5 === 0 ? '2016-03-04' : '1970-05-06'},${at % 2 === 0 ? 'Catholic' : 'Muslim'},${10 + at}.50,203.0.113.${at + 1},${'qjxv'[at % 4]}${'wkz'[at % 3]}`,
);

test('a breach is reported, counted, decided on, and drafted to an authority', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${[header, ...people].join('\n')}\n`);
  await goTo(page, 'Breaches');
  await expect(page.getByRole('heading', { name: 'No breach is recorded' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Report a breach' }).click();
  const form = page.getByRole('form', { name: 'Report a breach' });
  await form.getByRole('textbox', { name: /^What happened/ }).fill('Laptop of Quirin stolen');
  await form.getByLabel(/^When did you become aware/).fill('2030-01-01T10:00');
  await form.getByRole('button', { name: 'Begin the clock' }).click();
  await expect(page.getByText(/cannot have become known on 1 Jan 2030/)).toBeVisible();
  const aware = new Date(Date.now() - 31 * 3_600_000);
  const local = new Date(aware.getTime() - aware.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await form.getByLabel(/^When did you become aware/).fill(local);
  await form.getByRole('button', { name: 'Begin the clock' }).click();

  const clock = page.getByRole('region', { name: /^Time since awareness: 4[01] hours left/ });
  await expect(clock).toContainText('Laptop of Quirin stolen');
  await expect(clock).toContainText(/authority by .* \(.* UTC\)/);
  await page.getByRole('combobox', { name: 'Datasets' }).click();
  await page.getByRole('option', { name: 'people' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Count who is affected' }).click();
  await expect(page.getByText('60 people').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^12 under age/)).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^Religion/ })).toBeVisible();
  expect(entriesLike(workspace, 'breach.updated')[0]!.payload).toMatchObject({ ref: 'B-1', datasets: 1, people: 60 });

  const decision = page.getByRole('form', { name: 'Whom to tell' });
  await expect(decision.getByRole('button', { name: 'Decide' })).toBeDisabled();
  await decision.getByRole('combobox', { name: 'Risk for the people' }).click();
  await page.getByRole('option', { name: 'A high risk' }).click();
  const authority = decision.getByRole('radiogroup', { name: 'Authority' });
  await authority.getByRole('radio', { name: 'Tell', exact: true }).check();
  await decision.getByRole('textbox', { name: 'Authority: Reasons' }).fill('Religion of named people.');
  await decision.getByRole('radiogroup', { name: 'People' }).getByRole('radio', { name: 'Tell', exact: true }).check();
  await decision.getByRole('textbox', { name: 'People: Reasons' }).fill('The same.');
  await decision.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText(/^Decided by Ada Officer on /)).toBeVisible();
  expect(entriesLike(workspace, 'breach.decided')[0]!.payload).toMatchObject({
    risk: 'high',
    authority: true,
    people: true,
  });

  const draft = await custos.answerSaveDialog('draft.html');
  await page.getByRole('button', { name: 'Draft to authority…' }).click();
  await expect(page.getByText(/^draft.html written, \d+ of \d+ fields filled/)).toBeVisible();
  const html = readFileSync(draft, 'utf8').replace(/<[^>]+>/g, ' ');
  for (const said of ['DRAFT', 'Laptop of Quirin stolen', '60 people', '12 under age', 'consultation'])
    expect(html).toContain(said);
  expect(entriesLike(workspace, 'breach.exported')[0]!.payload).toMatchObject({ ref: 'B-1', what: 'edpb' });
  expect(JSON.stringify(entriesLike(workspace, 'breach.%'))).not.toMatch(/Quirin|Religion/);
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Close: / })
    .first()
    .click();
  await clock.scrollIntoViewIfNeeded();
  await keepPicture(page, 'breaches-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'breaches-dark');
  await useTheme(page, 'light');

  // What people state, the letter, who was told, what came to light later, and the end.
  const facts = page.getByRole('form', { name: 'What is known' });
  await facts.getByLabel('It was detected').fill(local);
  await facts.getByLabel('Processor that was the first to know').fill('Bytes and Co');
  await facts.getByLabel('It told us').fill(local);
  await facts.getByRole('textbox', { name: 'Measures taken' }).fill('Keys are changed.');
  await facts.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('B-1 saved');
  const letter = await custos.answerSaveDialog('letter.html');
  await page.getByRole('button', { name: 'Letter to the people…' }).click();
  await expect(page.getByText(/^letter.html written/)).toBeVisible();
  const told = readFileSync(letter, 'utf8').replace(/<[^>]+>/g, ' ');
  expect(told).toMatch(/may include: customer number, e-mail address, .*IP address.* and what stands under “zq”/);
  expect(told).toContain('Keys are changed.');
  await custos.answerSaveDialog('second.html');
  await page.getByRole('button', { name: 'Draft to authority…' }).click();
  await expect(page.getByText(/^second.html written/)).toBeVisible();
  const second = readFileSync(join(custos.folder, 'second.html'), 'utf8').replace(/<[^>]+>/g, ' ');
  expect(second).toMatch(/Processor involved\s+Bytes and Co/);
  expect(second).toContain('1 column whose kind nothing tells: “zq”');

  await expect(page.getByText(/^Not yet: the authority is to be told.*; the people are to be told/)).toBeVisible();
  const authorityTold = page.getByRole('form', { name: 'Authority told' });
  await authorityTold.getByRole('textbox', { name: 'Which authority' }).fill('LDI NRW');
  await authorityTold.getByRole('textbox', { name: 'Its reference' }).fill('AZ 4711');
  await authorityTold.getByRole('button', { name: 'State that it was told' }).click();
  await expect(page.getByText(/^LDI NRW was told on/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Time since awareness: authority told in time' })).toBeVisible();
  const peopleTold = page.getByRole('form', { name: 'People told' });
  await peopleTold.getByRole('textbox', { name: 'How', exact: true }).fill('Letter of the board');
  await peopleTold.getByRole('button', { name: 'State that they were told' }).click();
  await expect(page.getByText(/^60 people told on/)).toBeVisible();
  await page.getByRole('textbox', { name: /^What else is known now/ }).fill('The laptop was found.');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(/: The laptop was found\.$/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Effects' }).fill('Nobody opened it.');
  await page.getByRole('textbox', { name: 'What was done about it' }).fill('It was wiped.');
  await page.getByRole('button', { name: 'Close the breach' }).click();
  await expect(page.getByText(/^Closed by Ada Officer on/)).toBeVisible();
  // Effects and remedial action are what the register of Art. 33(5) is for: they stay readable.
  for (const said of ['Nobody opened it.', 'It was wiped.', 'AZ 4711', 'Letter of the board', 'Keys are changed.'])
    await expect(page.getByRole('definition').filter({ hasText: said })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Decide' })).toHaveCount(0);
  await expectAccessible(page);
  const register = await custos.answerSaveDialog('breaches.html');
  await page.getByRole('button', { name: 'Save the register…' }).click();
  await expect(page.getByText(/^breaches.html written/)).toBeVisible();
  expect(readFileSync(register, 'utf8').replace(/<[^>]+>/g, ' ')).toMatch(
    /LDI NRW on .*60 people on .*Nobody opened it/s,
  );
  expect(entriesLike(workspace, 'breach.%').map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['breach.notified', 'breach.told', 'breach.phase', 'breach.closed']),
  );
  expect(JSON.stringify(entriesLike(workspace, 'breach.%'))).not.toMatch(/Quirin|Religion|Bytes|4711|found|wiped/);
  await page.getByRole('button', { name: 'Delete the record…' }).click();
  const sure = page.getByRole('dialog', { name: 'Delete the record of B-1 for good' });
  await expect(sure.getByRole('button', { name: 'Delete the record' })).toBeDisabled();
  await sure.getByRole('combobox', { name: 'Why' }).click();
  await page.getByRole('option', { name: 'It was entered by mistake' }).click();
  await sure.getByRole('button', { name: 'Delete the record' }).click();
  await expect(page.getByRole('heading', { name: 'No breach is recorded' })).toBeVisible({ timeout: 20_000 });
  expect(entriesLike(workspace, 'breach.deleted')[0]!.payload).toEqual({ ref: 'B-1', why: 'entered-by-mistake' });
  expect(custos.errors).toEqual([]);
});
