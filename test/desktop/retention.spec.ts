// Retention: what expires when, a length decided, a dry run, the run itself, read in the register and in the rows.
import { expectAccessible, useTheme } from './support/accessible.ts';
import { enginePid } from './support/engine-process.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE');
const header = 'customer_id,email,city,cookie_id,cookie_first_seen,signup_date,last_login';
/** Invented people: every third cookie is older than 90 days, four have no day, six customers are long gone. */
const people = Array.from({ length: 60 }, (_, at) => {
  const cookie = at % 15 === 7 ? '' : ago(at % 3 === 0 ? 120 + at : 10 + at);
  return `K-${1000 + at},p${at}@example.org,Bonn,GA1.2.${100_000_000 + at * 7919}.1789${100_000 + at},${cookie},2018-01-02,${ago(at < 6 ? 900 : 20)}`;
});
const over = people.filter((row) => row.split(',')[4]! !== '' && row.split(',')[4]! < ago(90)).length;

test('what is over is counted, decided, and taken out with its proof', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${[header, ...people].join('\n')}\n`);
  await goTo(page, 'Retention');
  const timeline = page.getByRole('table', { name: /^What expires when/ });
  const cookies = timeline.getByRole('row').filter({ hasText: 'Cookie ids' });
  await expect(cookies).toContainText(`${over}`, { timeout: 60_000 });
  await expect(cookies).toContainText('90 days');
  await expectAccessible(page);
  await keepPicture(page, 'retention-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'retention-dark');
  await useTheme(page, 'light');

  // A length that no law gives is decided by a person, with a reason.
  await page.getByRole('button', { name: /^Decide how long Unused customers/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'What others keep' }).click();
  await page.getByRole('option', { name: /^24 months/ }).click();
  await dialog.getByRole('textbox', { name: 'Why so long' }).fill('As the board decided');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Decide', exact: true }).click();
  const unused = timeline.getByRole('row').filter({ hasText: 'Unused customers' });
  await expect(unused).toContainText('24 months');
  expect(entriesLike(workspace, 'retention.decided')[0]!.payload).toMatchObject({
    rule: 'unused-customers',
    duration: 'P24M',
    reason: 'As the board decided',
  });

  // A kind of data that no shipped rule is about: a rule of one's own, from the day of the import.
  await page.getByRole('button', { name: 'Add a rule…' }).click();
  await dialog.getByRole('textbox', { name: 'What it is called' }).fill('Addresses');
  await dialog.getByRole('combobox', { name: 'Kinds of data' }).fill('email address');
  await page.getByRole('option', { name: 'email address', exact: true }).click();
  await page.keyboard.press('Tab');
  await dialog.getByRole('combobox', { name: 'Counted from' }).click();
  await page.getByRole('option', { name: 'the day on which the data came in' }).click();
  await dialog.getByRole('textbox', { name: 'Kept for' }).fill('6');
  await dialog.getByRole('textbox', { name: 'Law or need' }).fill('Contract with the broker');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Audit of spring');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const addresses = timeline.getByRole('row').filter({ hasText: 'Addresses' });
  await expect(addresses).toContainText('6 months', { timeout: 30_000 });
  expect(entriesLike(workspace, 'retention.rule-defined')[0]!.payload).toMatchObject({
    rule: 'own-addresses',
    types: ['email_address'],
    start: 'import',
    duration: 'P6M',
  });

  // One person's data are asked for by a court: nobody is named but under seal.
  await page.getByRole('button', { name: 'Hold data…' }).click();
  await dialog.getByRole('textbox', { name: 'Only of these people' }).fill('p31@example.org');
  await dialog.getByRole('textbox', { name: 'Law or proceedings' }).fill('Az. 4 O 12/26');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Claim of March');
  await dialog.getByLabel('Until, the last day').fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('A hold until 2020-01-01 is over already');
  await dialog.getByLabel('Until, the last day').fill('2099-12-31');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Holds' })).toContainText('people whom 1 value names');

  await page.getByRole('button', { name: /^Dry run of Cookie ids/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^Empty ${over} of Cookie ids`) })).toBeFocused();
  await expect(timeline).toContainText(`${over} cells would go; nothing was changed`);
  expect(entriesLike(workspace, 'retention.ran')).toEqual([]);
  await page.getByRole('button', { name: new RegExp(`^Empty ${over} of Cookie ids`) }).click();
  await dialog.getByRole('button', { name: `Empty ${over}` }).click();
  await expect(page.getByText(`${over} cells emptied.`)).toBeVisible({ timeout: 60_000 });
  const [proof] = entriesLike(workspace, 'retention.ran');
  expect(proof!.payload).toMatchObject({ rowsBefore: 60, rowsAfter: 60, cellsEmptied: over });

  // Nobody can tell how old four of them are: a person lets them count from the import.
  await page.getByRole('button', { name: /^Decide on 4 of Cookie ids/ }).click();
  await dialog.getByRole('radio', { name: 'Their period counts from the day on which the dataset came in' }).click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Bought from the broker');
  await expectAccessible(page);
  await keepPicture(page, 'retention-undated-light');
  await dialog.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Decide on 4 of Cookie ids/ })).toHaveCount(0, { timeout: 60_000 });
  expect(entriesLike(workspace, 'retention.bound')[0]!.payload).toMatchObject({ undated: { as: 'import' } });

  await page.getByRole('button', { name: /^Dry run of Unused customers/ }).click();
  await page.getByRole('button', { name: /^Delete 6 of Unused customers/ }).click();
  // While the run goes on, nothing in the dialog closes it as if it had been stopped; Cancel there stops the run.
  const engine = process.platform === 'linux' ? enginePid(custos.app) : null;
  if (engine !== null) process.kill(engine, 'SIGSTOP');
  try {
    await dialog.getByRole('button', { name: 'Delete 6' }).click();
    if (engine !== null) {
      await expect(dialog.getByRole('status')).toContainText('Ending the keeping of what is over');
      await page.keyboard.press('Escape');
      await expect(dialog.getByRole('button')).toHaveText(['Cancel']);
    }
  } finally {
    if (engine !== null) process.kill(engine, 'SIGCONT');
  }
  await expect(page.getByText(/6 rows of 60 deleted/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/The file “people.csv” that was imported/)).toBeVisible();
  await expect(unused).toContainText('54', { timeout: 60_000 });
  await keepPicture(page, 'retention-run-light');
  expect(entriesLike(workspace, 'retention.ran')[1]!.payload).toMatchObject({ rowsBefore: 60, rowsAfter: 54 });
  expect(JSON.stringify(entriesLike(workspace, 'retention.%'))).not.toMatch(/K-1\d|@example|GA1/);
  await goTo(page, 'Datasets');
  await expect(page.getByText(/54 rows/).first()).toBeVisible();
});
