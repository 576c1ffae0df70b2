// Closing the window and quitting ask where something would be lost, and can always be done.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginePid } from './support/engine-process.ts';
import { expect, test, type Custos } from './support/launch.ts';
import { isPage, processesOf } from './support/process-tree.ts';
import { openDataset } from './support/window.ts';

const closeWindow = ({ app }: Custos): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
const quitByMenu = ({ app }: Custos): Promise<void> =>
  app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? []);
    items.find(({ label }) => label === 'Quit')!.click();
  });
const ended = ({ app }: Custos): Promise<unknown> => new Promise((resolve) => app.process().once('exit', resolve));

async function withDataset(custos: Custos): Promise<void> {
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, 'id,name\n1,Ann\n2,Bob\n');
  await openDataset(custos, file);
}

for (const [way, leave] of [
  ['the window is closed', closeWindow],
  ['Quit is chosen', quitByMenu],
] as const)
  test(`${way}: a temporary workspace with data is asked about, and kept where the person stays`, async ({
    custos,
  }) => {
    await withDataset(custos);
    const question = custos.page.getByRole('dialog', { name: 'Close without saving?' });
    await leave(custos);
    await expect(question).toContainText('are wiped when it closes');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await expect(custos.page.getByText(/2 rows/).first()).toBeVisible();
    await leave(custos);
    const over = ended(custos);
    await question.getByRole('button', { name: 'Wipe and close' }).click();
    await over;
  });

test('where nothing would be lost, nothing is asked', async ({ custos }) => {
  await expect(custos.page.getByText('engine ready')).toBeVisible();
  const over = ended(custos);
  await closeWindow(custos);
  await over;
});

test('a job under way is asked about by name', async ({ custos }) => {
  const file = join(custos.folder, 'many.csv');
  const rows = Array.from(
    { length: 400_000 },
    (_, at) => `${at},Name ${at % 977},${at % 91},City ${at % 331},${at * 7}`,
  );
  writeFileSync(file, `id,name,age,city,amount\n${rows.join('\n')}\n`);
  await custos.answerOpenDialog(file);
  await custos.page.getByRole('button', { name: 'Open dataset' }).first().click();
  await custos.page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(custos.page.getByRole('progressbar').first()).toBeVisible();
  await closeWindow(custos);
  const question = custos.page.getByRole('dialog');
  await expect(question).toContainText('many.csv');
  const over = ended(custos);
  await question.getByRole('button', { name: /and close$/ }).click();
  await over;
});

test('a signal is not asked about, not even while the question stands', async ({ custos }) => {
  await withDataset(custos);
  await closeWindow(custos);
  await expect(custos.page.getByRole('dialog')).toBeVisible();
  const over = ended(custos);
  process.kill(custos.app.process().pid!, 'SIGTERM');
  await over;
});

test('a page that stands still does not keep its window open, nor does one that wants to', async ({ custos }) => {
  test.skip(process.platform !== 'linux', 'Processes are found in /proc, which only Linux has');
  await withDataset(custos);
  await custos.page.evaluate(() => {
    window.addEventListener('beforeunload', (event) => {
      event.preventDefault();
      event.returnValue = 'stay';
    });
  });
  const pages = processesOf(custos.app.process().pid!).filter(isPage);
  for (const { pid } of pages) process.kill(pid, 'SIGSTOP');
  const over = ended(custos);
  await closeWindow(custos);
  await over;
});

test('an engine that stands still does not keep the window open', async ({ custos }) => {
  test.skip(process.platform !== 'linux', 'Processes are found in /proc, which only Linux has');
  await withDataset(custos);
  process.kill(enginePid(custos.app)!, 'SIGSTOP');
  const over = ended(custos);
  await closeWindow(custos);
  await over;
});
