// Policy rows: what a workspace sets otherwise decides the next release, and its certificate and the register say so.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropEmail } from '#test/support/drop-email.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, goToHistory, openDataset, useRecipe } from './support/window.ts';

const key = 'identifier-lifetime.cookie_id';
const visit = (at: number): string =>
  `GA1.2.${1_000_000_000 + at * 7919}.17000000${10 + at},2026-10-${10 + (at % 20)},${['Bonn', 'Lyon'][at % 2]},${at}`;

test('the days of a cookie, set otherwise with a reason, decide a release and are told in its certificate', async ({
  custos,
}) => {
  const { page } = custos;
  const file = join(custos.folder, 'visits.csv');
  writeFileSync(
    file,
    ['cookie_id,last_seen,city,spare', ...Array.from({ length: 40 }, (_, at) => visit(at))].join('\n'),
  );
  await openDataset(custos, file);

  await goTo(page, 'Settings');
  const lifetimes = page.getByRole('table', { name: 'Time an identifier may be kept' });
  const cookies = lifetimes.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'cookie ID' }) });
  await expect(cookies).toContainText('90 days');
  await expect(cookies).toContainText('GDPR Art. 5(1)(e), since 2018-05-25, checked');
  await expect(page.getByRole('table', { name: 'Kinds of data that bar targeting' })).toContainText('set by law');
  await expectAccessible(page);
  await page.getByRole('button', { name: `Change ${key}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Time an identifier may be kept: cookie ID' });
  const set = dialog.getByRole('button', { name: 'Set', exact: true });
  await dialog.getByLabel('Days').fill('0');
  await dialog.getByLabel('Reason').fill('Our notice says 10 days.');
  await expect(set).toBeDisabled();
  await dialog.getByLabel('Days').fill('10');
  await expectAccessible(page);
  await set.click();
  await expect(cookies).toContainText('10 days');
  await expect(cookies).toContainText('in place of 90 days: Our notice says 10 days.');

  const recipe = join(custos.folder, 'visits.recipe.json');
  writeFileSync(
    recipe,
    dropEmail({
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-11-15',
      target: { k: 1, suppression: 1 },
      steps: [
        { op: 'drop-columns', version: 1, settings: { columns: ['spare'] }, reason: 'Not needed.', enabled: true },
      ],
    }),
  );
  await useRecipe(custos, recipe);
  await goTo(page, 'Release');
  const target = await custos.answerSaveDialog('out.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /out\.csv: written/ })).toBeFocused({ timeout: 60_000 });
  const certificate = JSON.parse(readFileSync(`${target}.certificate.json`, 'utf8')) as {
    policy: object[];
    guardrails: { id: string; verdict: string; reason: { code: string } }[];
  };
  expect(certificate.policy).toMatchObject([
    { subject: 'cookie_id', value: 10, overridden: { shipped: 90, reason: 'Our notice says 10 days.' } },
  ]);
  expect(certificate.guardrails.find(({ id }) => id === 'E8')?.reason.code).toBe('emptied');
  expect(readFileSync(target, 'utf8')).not.toContain('GA1');

  await page.getByRole('button', { name: 'Certificate of out.csv' }).first().click();
  await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: key })).toContainText(
    'in place of 90 days: Our notice says 10 days.',
  );
  await page.keyboard.press('Escape');

  await goTo(page, 'Settings');
  await page.getByRole('button', { name: `Reset ${key}` }).click();
  const back = page.getByRole('dialog', { name: 'Time an identifier may be kept: cookie ID, back to 90 days?' });
  await back.getByLabel('Reason').fill('Tried.');
  await back.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(cookies).toContainText('90 days');
  await goToHistory(page);
  const list = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await expect(list).toContainText(/set the policy row “.+” from 90 to \d+, because/);
  await expect(list).toContainText(/back to 90, as shipped, because: Tried/);
});
