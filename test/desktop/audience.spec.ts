// A customer list for a platform, from the choice of whom it reaches to the file, its certificate and its entry.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { audienceText as text } from '#shared/text/window/audience.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { entriesLike, saveWorkspace } from './support/saved-workspace.ts';
import { goTo, openDataset } from './support/window.ts';

/** Of 900 people 600 are gold and 60 bronze; by the last digit they are children, of unknown age, or took consent back. */
const people = Array.from({ length: 900 }, (_, at) => ({
  customer_id: `C${100_000 + at}`,
  email: at % 10 === 3 ? 'no address' : `Person.${at}+shop@GMail.com`,
  date_of_birth: at % 10 === 0 ? '2015-05-05' : at % 10 === 1 ? '' : '1980-05-05',
  religion: at % 3 === 0 ? 'catholic' : 'none',
  consent_status: at % 10 === 2 ? 'withdrawn' : 'granted',
  consent_date: '2026-05-05',
  loyalty_segment: at < 600 ? 'gold' : at < 840 ? 'silver' : 'bronze',
}));

function customers({ folder }: Custos): string {
  const path = join(folder, 'shop.csv');
  // The last stands there twice.
  const rows = [...people, people.at(-1)!].map((person) => Object.values(person).join(','));
  writeFileSync(path, [Object.keys(people[0]!).join(','), ...rows].join('\n'));
  return path;
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('textbox', { name: field })
    .or(page.getByRole('combobox', { name: field }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).click();
}

const write = (page: Page) => page.getByRole('button', { name: text.write });

/** A saved workspace with the shop’s customers, at the tab of audiences. */
async function atAudience(custos: Custos): Promise<string> {
  const { page } = custos;
  await openDataset(custos, customers(custos));
  const workspace = await saveWorkspace(custos);
  await goTo(page, 'Release');
  await page.getByRole('tab', { name: text.tabs.audience }).click();
  await expect(page.getByText(text.choose)).toBeVisible({ timeout: 60_000 });
  return workspace;
}

test('an audience says who is left out before it is written, and leaves with certificate and entry', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await atAudience(custos);
  await expect(write(page)).toBeDisabled();
  await expectAccessible(page);
  await keepPicture(page, 'audience-empty');

  // Who nobody may be chosen by is not offered, and why stands there.
  await page.getByRole('button', { name: /columns? not offered/ }).click();
  await expect(page.getByText(text.why.barred(['religion']))).toBeVisible();
  await choose(page, text.column, 'loyalty_segment');
  await choose(page, text.values('loyalty_segment'), 'gold · 600');
  await page.keyboard.press('Escape');
  const leftOut = page.getByRole('table', { name: text.leftOut });
  await expect(leftOut.getByRole('row', { name: /not in the segment 301/ })).toBeVisible({ timeout: 60_000 });
  await expect(leftOut.getByRole('row', { name: /under 18 60/ })).toBeVisible();
  await expect(leftOut.getByRole('row', { name: /age not known 60/ })).toBeVisible();
  await expect(leftOut.getByRole('row', { name: /60$/ })).toHaveCount(4);
  await expect(page.getByText(text.enough('Google', 360, 100))).toBeVisible();
  await expect(page.getByText(/version 1 of the profile: .*, \d{4}-\d\d-\d\d$/)).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'audience-before');
  await useTheme(page, 'dark');
  await keepPicture(page, 'audience-dark');
  await useTheme(page, 'light');

  const target = await custos.answerSaveDialog('gold.csv');
  await write(page).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /gold\.csv: written and registered/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(text.undone)).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'audience-written');
  const [head, ...lines] = readFileSync(target, 'utf8').trimEnd().split('\n');
  expect(head).toBe('Email');
  const hashes = people.flatMap((_, at) =>
    at < 600 && at % 10 > 3 ? [createHash('sha256').update(`person${at}@gmail.com`).digest('hex')] : [],
  );
  expect(lines.toSorted()).toEqual(hashes.toSorted());
  const written = entriesLike(workspace, 'release.written').at(-1)!;
  expect(written.payload).toMatchObject({ fileName: 'gold.csv', recipient: 'Google', rowsOut: 360 });
  expect(JSON.parse(readFileSync(`${target}.certificate.json`, 'utf8'))).toMatchObject({
    audience: { platform: 'google', profile: { version: 1, confirmed: true }, retention: { days: 540 } },
  });

  await page.getByRole('button', { name: 'Back to the checks' }).click();
  await expect(write(page)).toBeVisible();
});

test('too few people, another platform and a name that tells too much each say so before or instead of a file', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await atAudience(custos);
  await choose(page, text.column, 'loyalty_segment');
  await choose(page, text.values('loyalty_segment'), 'bronze · 61');
  await page.keyboard.press('Escape');
  await expect(page.getByText(text.tooFew('Google', 36, 100))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table', { name: text.leftOut }).getByRole('row', { name: /same person/ })).toBeVisible();
  await expect(write(page)).toBeDisabled();
  await keepPicture(page, 'audience-too-small');

  // Another platform, another layout, known at second hand.
  await choose(page, text.platform, 'LinkedIn');
  await choose(page, text.values('loyalty_segment'), 'gold · 600');
  await page.keyboard.press('Escape');
  await expect(page.getByText(text.enough('LinkedIn', 396, 300))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/email, firstname, .*at second hand, not confirmed/)).toBeVisible();
  await expect(write(page)).toBeEnabled({ timeout: 60_000 });

  const target = await custos.answerSaveDialog('muslim_customers.csv');
  await write(page).click();
  await expect(page.getByText(text.failed)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/make no such list/)).toBeVisible();
  await expect(page.getByText(/the file’s name “muslim_customers\.csv” \(“muslim”\)/)).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'audience-named-so');
  expect(existsSync(target)).toBe(false);
  expect(entriesLike(workspace, 'release.refused')).toHaveLength(1);
});
