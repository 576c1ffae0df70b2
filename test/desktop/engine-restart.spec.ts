// The engine is a process of its own: when it dies the window lives on, says so, and works with the next one.
import { expect, test } from '@playwright/test';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineStateChange } from '#shared/contract/bridge.ts';
import { enginePid } from './support/engine-process.ts';
import { launchCustos, type Custos } from './support/launch.ts';

test.skip(process.platform !== 'linux', 'Killing the engine: its process is found in /proc, which only Linux has');

let custos: Custos;
test.beforeEach(async () => {
  custos = await launchCustos();
  await custos.page.evaluate(() => {
    const states: EngineStateChange[] = [];
    (window as unknown as { states: EngineStateChange[] }).states = states;
    window.custos.onEngineState((change) => states.push(change));
    window.addEventListener('message', (event) => {
      if ((event.data as { custos?: string })?.custos === 'port')
        document.documentElement.dataset.ports = String(Number(document.documentElement.dataset.ports ?? 0) + 1);
    });
  });
  await expect.poll(lastState).toBe('ready');
});
test.afterEach(() => custos.close());

const states = (): Promise<EngineStateChange[]> =>
  custos.page.evaluate(() => (window as unknown as { states: EngineStateChange[] }).states);
const lastState = async (): Promise<string | undefined> => (await states()).at(-1)?.state;

test('the engine is killed: the window says so, a new engine answers on a new line', async () => {
  const first = enginePid(custos.app)!;
  process.kill(first, 'SIGKILL');
  await expect
    .poll(async () => (await states()).map(({ state }) => state).filter((state) => state !== 'starting'))
    .toEqual(['ready', 'died', 'ready']);
  expect((await states()).at(-2)).toMatchObject({
    deaths: 1,
    detail: expect.stringMatching(/stopped unexpectedly .*being started again/),
  });
  expect(enginePid(custos.app)).not.toBe(first);
  await expect(custos.page.locator('html')).toHaveAttribute('data-ports', /[1-9]/);
  // What a person sees: the notice, and an engine that is ready again.
  await expect(custos.page.getByText('engine ready', { exact: false })).toBeVisible();
});

test('an engine that keeps dying is given up, with a sentence that says what to do', async () => {
  for (let kills = 0; (await lastState()) !== 'gave-up'; kills += 1) {
    expect(kills).toBeLessThan(10);
    const pid = enginePid(custos.app);
    if (pid !== null) process.kill(pid, 'SIGKILL');
    await expect.poll(async () => (await states()).at(-1)).toMatchObject({ deaths: kills + 1 });
    await expect.poll(lastState).toMatch(/ready|gave-up/);
  }
  expect((await states()).at(-1)?.detail).toContain('Close Custos and start it again');
  await expect(custos.page.getByText('Close Custos and start it again', { exact: false }).first()).toBeVisible();
});

test('a page whose process dies comes back', async () => {
  const before = await custos.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  process.kill(before, 'SIGKILL');
  await expect
    .poll(() =>
      custos.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId()),
    )
    .not.toBe(before);
  await expect
    .poll(() =>
      custos.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
          '`${location.href} ${document.body.innerText}`',
        ),
      ),
    )
    .toMatch(/^app:\/\/custos\/index\.html .*engine ready/s);
});

test('closing the window ends the engine and leaves nothing in its working directory', async () => {
  const pid = enginePid(custos.app)!;
  const userData = custos.userData;
  await custos.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  const work = join(userData, 'work');
  expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
});

/** Opens a dataset, so that something lies in the working directory. */
async function openDataset(): Promise<string> {
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, 'id,name\n1,Ann\n2,Bob\n');
  chmodSync(file, 0o644);
  await custos.answerOpenDialog(file);
  await custos.page.getByRole('button', { name: 'Open dataset' }).first().click();
  await custos.page.getByRole('button', { name: 'Import' }).click();
  await expect(custos.page.getByText(/2 rows/).first()).toBeVisible();
  const work = join(custos.userData, 'work');
  expect(readdirSync(work)).not.toEqual([]);
  return work;
}

test('interrupted in a terminal, the app still closes what is open and wipes it', async () => {
  const work = await openDataset();
  const ended = new Promise((resolve) => custos.app.process().once('exit', resolve));
  // Ctrl-C reaches every process of the terminal's group at once.
  process.kill(-custos.app.process().pid!, 'SIGINT');
  await ended;
  await expect.poll(() => readdirSync(work)).toEqual([]);
});

test('the shell is killed: the engine wipes what is open and ends by itself', async () => {
  const work = await openDataset();
  const engine = enginePid(custos.app)!;
  process.kill(custos.app.process().pid!, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${engine}`)).toBe(false);
  expect(readdirSync(work)).toEqual([]);
});
