// What a person chooses reaches the engine as a path and the page as a name: by dialog, drop, command line and second
// start.
import { expect, test, type CDPSession } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileGrant } from '#shared/contract/bridge.ts';
import { launchCustos, type Custos } from './support/launch.ts';
import { findLauncher, giveToApp } from './support/unprivileged.ts';

let custos: Custos;
test.beforeAll(async () => {
  custos = await launchCustos();
  await custos.page.waitForLoadState('load');
});
test.afterAll(() => custos.close());

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A file in the launch's folder, readable by the app. */
function makeFile(name: string, text = 'id,name\n1,x\n'): string {
  const path = join(custos.folder, name);
  writeFileSync(path, text);
  giveToApp(path, findLauncher().uid);
  return path;
}

test('a file chosen in the open dialog: name and size for the page, never a path', async () => {
  await custos.answerOpenDialog(makeFile('customers.csv'));
  const grant = await custos.page.evaluate(() => window.custos.requestOpen({ kind: 'dataset' }));
  expect(grant).toEqual({ grantId: expect.stringMatching(uuid), fileName: 'customers.csv', size: 12, use: 'read' });
});

test('a cancelled dialog is null', async () => {
  await custos.answerOpenDialog(null);
  await custos.answerSaveDialog(null);
  expect(
    await custos.page.evaluate(async () => [
      await window.custos.requestOpen({ kind: 'workspace' }),
      await window.custos.requestSave({ kind: 'release', suggestedName: 'x.csv' }),
    ]),
  ).toEqual([null, null]);
});

test('a file that vanished before it was granted is named in the refusal', async () => {
  await custos.answerOpenDialog(join(custos.folder, 'gone.csv'));
  expect(
    await custos.page.evaluate(() =>
      window.custos.requestOpen({ kind: 'dataset' }).catch((error: Error) => error.message),
    ),
  ).toBe('gone.csv is not there any more. Choose another file.');
});

test('a workspace is saved under a name that ends in .custos, a suggested name cannot leave its folder', async () => {
  await custos.answerSaveDialog('Acme');
  expect(
    await custos.page.evaluate(() => window.custos.requestSave({ kind: 'workspace', suggestedName: 'Acme' })),
  ).toMatchObject({ fileName: 'Acme.custos', size: 0, use: 'workspace-create' });
  const suggested = await custos.app.evaluate(async ({ dialog }) => {
    const asked: string[] = [];
    dialog.showSaveDialog = ((_window: unknown, options: { defaultPath?: string }) => {
      asked.push(options.defaultPath ?? '');
      return Promise.resolve({ canceled: true, filePath: '' });
    }) as unknown as typeof dialog.showSaveDialog;
    (globalThis as { asked?: string[] }).asked = asked;
    return asked;
  });
  expect(suggested).toEqual([]);
  await custos.page.evaluate(() =>
    window.custos.requestSave({ kind: 'release', suggestedName: '../../../etc/cron.d/x' }),
  );
  const [path] = (await custos.app.evaluate(() => (globalThis as { asked?: string[] }).asked)) ?? [];
  expect(path).toMatch(/[^/]\/etc cron\.d x$/);
});

/** Drags a file in from outside and lets it go at a place of the page, as far from its left edge as from its top. */
async function dragIn(devtools: CDPSession, path: string, at: number): Promise<void> {
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: at, y: at, data });
}

test('a dropped file and a dropped workspace are granted; dropping never leaves the page', async () => {
  const file = makeFile('dropped.csv');
  const workspace = join(custos.folder, 'Dropped.custos');
  mkdirSync(workspace);
  const folder = join(custos.folder, 'plain-folder');
  mkdirSync(folder);
  for (const made of [workspace, folder]) giveToApp(made, findLauncher().uid);
  await custos.page.evaluate(() => {
    const answers: unknown[] = [];
    (window as unknown as { answers: unknown[] }).answers = answers;
    // Before the app's own handler, which would open the file.
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        window.custos.grantDropped(event.dataTransfer!.files[0]!).then(
          (grant) => answers.push(grant),
          (error: Error) => answers.push(error.message),
        );
      },
      { capture: true },
    );
  });
  // A page that is loaded takes nothing yet: until the app is drawn, nobody says that a file may be dropped.
  await expect
    .poll(() => custos.page.evaluate(() => window.dispatchEvent(new DragEvent('dragover', { cancelable: true }))))
    .toBe(false);
  const devtools = await custos.page.context().newCDPSession(custos.page);
  const answers = () => custos.page.evaluate(() => (window as unknown as { answers: unknown[] }).answers);
  const dropped = [file, workspace, folder];
  for (const [at, path] of dropped.entries()) {
    // The next one is dragged in when this one has been answered, as by a person; what never reached the page, as under
    // load it may, is dragged in again.
    await expect(async () => {
      await dragIn(devtools, path, 400);
      await expect.poll(async () => (await answers()).length, { timeout: 15_000 }).toBe(at + 1);
    }).toPass({ timeout: 60_000 });
  }
  expect(await answers()).toEqual([
    { grantId: expect.stringMatching(uuid), fileName: 'dropped.csv', size: 12, use: 'read' },
    { grantId: expect.stringMatching(uuid), fileName: 'Dropped.custos', size: 0, use: 'workspace-open' },
    expect.stringContaining('plain-folder is not a file'),
  ]);
  expect(custos.page.url()).toBe('app://custos/index.html');
});

test('a file dropped where nobody takes it does not replace the page', async () => {
  const file = makeFile('page.html', '<h1>elsewhere</h1>');
  const devtools = await custos.page.context().newCDPSession(custos.page);
  await dragIn(devtools, file, 5);
  await custos.page.waitForTimeout(300);
  expect(custos.page.url()).toBe('app://custos/index.html');
});

test('the menu reaches the page', async () => {
  await custos.page.evaluate(() => {
    window.custos.onMenuCommand((command) => void (document.documentElement.dataset.command = command));
  });
  await custos.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('go.home')!.click());
  await expect(custos.page.locator('html')).toHaveAttribute('data-command', 'go.home');
});

/** Grants that the page is told of without asking. */
const openedFiles = (page: Custos['page']): Promise<FileGrant[]> =>
  page.evaluate(() => {
    const held = window as unknown as { opened?: FileGrant[] };
    if (!held.opened) {
      const opened: FileGrant[] = [];
      held.opened = opened;
      window.custos.onFileOpened((grant) => opened.push(grant));
    }
    return held.opened;
  });

test('a file named on the command line is opened', async () => {
  const named = await launchCustos({ args: [makeFile('named.csv')] });
  await expect(named.page.getByText('named.csv').first()).toBeVisible();
  await named.close();
});

test('a second start hands its file to the window that is open, and ends', async () => {
  await openedFiles(custos.page);
  const launcher = findLauncher();
  const second = spawn(
    launcher.executable,
    [...(launcher.sandboxed ? [] : ['--no-sandbox']), '--disable-gpu', launcher.appFolder, makeFile('second.csv')],
    {
      cwd: custos.folder,
      env: { ...process.env, ...custos.env, CUSTOS_USER_DATA: custos.userData },
      stdio: 'ignore',
    },
  );
  const status = await new Promise((resolve) => second.once('exit', resolve));
  expect(status).toBe(0);
  await expect
    .poll(() => openedFiles(custos.page))
    .toEqual([expect.objectContaining({ fileName: 'second.csv', size: 12, use: 'read' })]);
  expect(custos.app.windows().length).toBe(1);
});

test('the window comes back with the size it had', async () => {
  const userData = join(custos.folder, 'kept');
  const sizeOf = (one: Custos) => one.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getSize());
  const first = await launchCustos({ userData });
  await first.page.waitForLoadState('load');
  // Being shown for the first time gives a window its first size once more; nobody changes it before.
  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible()))
    .toBe(true);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(1111, 777));
  await expect
    .poll(() =>
      first.app.evaluate(({ BrowserWindow }) => {
        const { width, height } = BrowserWindow.getAllWindows()[0]!.getNormalBounds();
        return [width, height];
      }),
    )
    .toEqual([1111, 777]);
  await first.close();
  const second = await launchCustos({ userData });
  await second.page.waitForLoadState('load');
  await expect.poll(() => sizeOf(second)).toEqual([1111, 777]);
  await second.close();
});
