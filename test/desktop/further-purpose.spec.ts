// A further purpose in the window: a refused release leads to the test, consent closes it, and people are asked again.
import { readFileSync } from 'node:fs';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { bodiesOf, entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const header = 'customer_id,email,city,total_spent,consent_status,date_of_birth';
/** Invented people: thirty who may be asked again, ten who withdrew. */
const people = Array.from(
  { length: 40 },
  (_, at) =>
    `K-${1000 + at},p${at}@example.org,${at % 2 === 0 ? 'Bonn' : 'Ghent'},${10 + at}.50,` +
    `${at % 4 === 0 ? 'withdrawn' : 'granted'},19${60 + (at % 30)}-02-03`,
);

test('data on consent: the release is refused, the test cannot pass, and the list of people is written', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${[header, ...people].join('\n')}\n`);
  await goTo(page, 'Register');
  await page.getByRole('tab', { name: /^Data use/ }).click();
  await page.getByRole('button', { name: 'Declare a purpose…' }).click();
  await page.getByRole('combobox', { name: 'Purpose', exact: true }).click();
  await page.getByRole('option', { name: /second/i }).click();
  await page.getByRole('combobox', { name: /^Lawful basis/ }).click();
  await page.getByRole('option', { name: /^Consent/ }).click();
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Purposes it is declared for' })).toContainText('Consent', {
    timeout: 120_000,
  });

  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Recommend recipe' }).first().click();
  await expect(page.getByRole('region', { name: 'Where the dataset stands' })).toContainText('with the recipe', {
    timeout: 120_000,
  });
  await goTo(page, 'Release');
  const refusal = page.getByRole('listitem').filter({ hasText: 'G2 Purpose limitation' });
  await expect(refusal).toContainText('came in on consent', { timeout: 60_000 });
  await refusal.getByRole('button', { name: 'Declare or test the purpose' }).click();

  // The purpose that was refused is chosen, and consent is said before anybody opens a test.
  const panel = page.getByRole('region', { name: 'Declare a purpose of “people”' });
  await expect(panel.getByRole('combobox', { name: 'Purpose', exact: true })).toHaveValue(/segments/);
  await expect(panel.getByRole('radio', { name: /This purpose came later/ })).toBeChecked();
  await expect(panel).toContainText('rests on consent');
  await panel.getByRole('button', { name: 'Open the test' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'These data came in on consent' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Came in on', exact: true })).toHaveValue(/^Consent/);
  await expectAccessible(page);
  const list = await custos.answerSaveDialog('ask again.csv');
  await page.getByRole('button', { name: 'Write the list of people to ask again…' }).click();
  await expect(page.getByText(/^30 people of 40 rows listed in “ask again.csv”/)).toBeVisible({ timeout: 60_000 });
  expect(readFileSync(list, 'utf8').trim().split('\r\n')).toHaveLength(31);
  const [entry] = entriesLike(workspace, 'purpose.people-listed');
  expect(entry!.payload).toMatchObject({ people: 30, refused: 10, fileName: 'ask again.csv' });
  expect(JSON.stringify(entry)).not.toContain('@example.org');
  expect(Object.values(bodiesOf(workspace, 'compatibility'))[0]).toMatchObject({
    originalBasis: { state: 'stated', value: 'consent' },
  });
  expect(custos.errors).toEqual([]);
});

test('a notice is read, completed, taken over in versions, and saved', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${[header, ...people].join('\n')}\n`);
  await goTo(page, 'Register');
  await page.getByRole('tab', { name: /^Notices/ }).click();
  await page.getByRole('button', { name: 'Go to Data use' }).click();
  await page.getByRole('button', { name: 'Declare a purpose…' }).click();
  await page.getByRole('combobox', { name: 'Purpose', exact: true }).click();
  await page.getByRole('option', { name: /second/i }).click();
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Purposes it is declared for' })).toBeVisible();

  await page.getByRole('tab', { name: /^Notices/ }).click();
  await expect(page.getByRole('heading', { name: /^\d+ things that people must be told/ })).toBeVisible();
  await expectAccessible(page);
  // What is missing is one press from its field; the record that would say it begins where there is none.
  await page.getByRole('button', { name: /Not stated: the lawful basis$/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^PU-001/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Lawful basis', exact: true }).click();
  await page.getByRole('option', { name: /^Contract/ }).click();
  await expect(page.getByRole('status').filter({ hasText: /^saved \d\d:\d\d$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Notice text' }).click();
  const article = page.getByRole('article');
  await expect(article).toContainText('in order to keep our contract with you');

  await page.getByRole('button', { name: 'Take over…' }).click();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'People read it from' }).fill('2026-12-01');
  await page.getByRole('textbox', { name: 'Where people find it' }).fill('At the till');
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(page.getByText('NO-001 v1')).toBeVisible();
  await expect(page.getByText('says the same')).toBeVisible();
  expect(bodiesOf(workspace, 'notice')['NO-001']).toMatchObject({
    validFrom: { value: '2026-12-01' },
    toldWhere: { value: 'At the till' },
    takenOverBy: { value: 'Ada Officer' },
  });

  for (const ending of ['html', 'txt']) {
    const file = await custos.answerSaveDialog(`notice.${ending}`);
    await page.getByRole('button', { name: 'Print or save' }).click();
    await page.getByRole('menuitem', { name: ending === 'html' ? 'HTML page' : 'Plain text' }).click();
    await expect(page.getByText(`notice.${ending} written`)).toBeVisible();
    expect(readFileSync(file, 'utf8')).toContain('in order to keep our contract with you');
  }

  // The next text is the next version of the same notice.
  await page.getByRole('button', { name: 'Take over…' }).click();
  await expect(page.getByRole('radio', { name: /^Next version of NO-001/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We keep our contract with you.');
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(page.getByText('the register says otherwise now')).toBeVisible();
  expect(Object.keys(bodiesOf(workspace, 'notice'))).toEqual(['NO-001']);
  expect(custos.errors).toEqual([]);
});
