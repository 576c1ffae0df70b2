// However and whenever the app is ended, it ends: window, engine and all, and nothing that was imported stays on the
// disk in the clear.
import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginePid } from './support/engine-process.ts';
import { launchCustos, type Custos } from './support/launch.ts';
import { isEngine, isPage, processesOf, type RunningProcess } from './support/process-tree.ts';
import { displayEnvironment, findLauncher, giveToApp, makeFolder } from './support/unprivileged.ts';
import { openDataset } from './support/window.ts';

test.skip(process.platform !== 'linux', 'Processes are found in /proc, which only Linux has');

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const lives = (pid: number): boolean => existsSync(`/proc/${pid}`) && processesOf(pid).length > 0;
const within = { timeout: 120_000 };

/** The app as a person starts it in a terminal: no debugger on it, which would change when things happen. */
class PlainApp {
  readonly folder: string;
  readonly child: ChildProcess;

  constructor() {
    const { executable, appFolder, sandboxed, uid } = findLauncher();
    this.folder = makeFolder(uid);
    const own = { ...displayEnvironment(this.folder, uid), CUSTOS_USER_DATA: join(this.folder, 'user-data') };
    const args = [...(sandboxed ? [] : ['--no-sandbox']), '--disable-gpu', appFolder];
    const env = { ...process.env, ...own };
    this.child = spawn(executable, args, { cwd: this.folder, env, detached: true, stdio: 'ignore' });
    giveToApp(this.folder, uid);
  }
  get pid(): number {
    return this.child.pid!;
  }
  processes(): RunningProcess[] {
    return processesOf(this.pid);
  }
  async page(): Promise<RunningProcess> {
    await expect.poll(() => this.processes().some(isPage), { ...within, intervals: [10] }).toBe(true);
    return this.processes().find(isPage)!;
  }
  async ends(): Promise<void> {
    const engine = this.processes().find(isEngine)?.pid ?? 0;
    await expect.poll(() => lives(this.pid) || lives(engine), within).toBe(false);
  }
  remove(): void {
    for (const { pid } of this.processes()) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

for (const delay of [0, 100, 200, 300, 400]) {
  test(`interrupted ${delay} ms after its page began, the app ends`, async () => {
    const app = new PlainApp();
    try {
      await app.page();
      await wait(delay);
      process.kill(-app.pid, 'SIGINT');
      await app.ends();
    } finally {
      app.remove();
    }
  });
}

for (const delay of [0, 150, 300, 600]) {
  test(`a page killed ${delay} ms after it began comes back, and the app still ends when told to`, async () => {
    const app = new PlainApp();
    try {
      await app.page();
      await wait(delay);
      const { pid } = await app.page();
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => app.processes().some((one) => isPage(one) && one.pid !== pid), within).toBe(true);
      await wait(500);
      process.kill(app.pid, 'SIGTERM');
      await app.ends();
    } finally {
      app.remove();
    }
  });
}

for (const delay of [0, 80, 250]) {
  test(`the window is closed ${delay} ms after it is there: the app ends`, async () => {
    const custos = await launchCustos();
    const shell = custos.app.process().pid!;
    await wait(delay);
    const engine = enginePid(custos.app) ?? 0;
    await custos.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {});
    await expect.poll(() => lives(shell) || lives(engine), within).toBe(false);
    rmSync(custos.folder, { recursive: true, force: true });
  });
}

/** An app with rows of people in its working directory. */
async function withData(): Promise<{ custos: Custos; shell: number; engine: number; work: string }> {
  const custos = await launchCustos();
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, `id,name\n${Array.from({ length: 50 }, (_, at) => `${at},Qzx ${at}`).join('\n')}\n`);
  await openDataset(custos, file);
  const work = join(custos.userData, 'work');
  expect(readdirSync(work)).not.toEqual([]);
  return { custos, shell: custos.app.process().pid!, engine: enginePid(custos.app)!, work };
}

test('an engine that stands still is ended with the app, and leaves nothing in the clear', async () => {
  const { custos, shell, engine, work } = await withData();
  process.kill(engine, 'SIGSTOP');
  process.kill(shell, 'SIGTERM');
  await expect.poll(() => lives(shell) || lives(engine), within).toBe(false);
  expect(readdirSync(work)).toEqual([]);
  rmSync(custos.folder, { recursive: true, force: true });
});

test('a second interrupt does not cut the first one short', async () => {
  const { custos, shell, engine, work } = await withData();
  process.kill(engine, 'SIGSTOP');
  process.kill(shell, 'SIGINT');
  await wait(500);
  if (lives(shell)) process.kill(shell, 'SIGINT');
  await expect.poll(() => lives(shell) || lives(engine), within).toBe(false);
  expect(readdirSync(work)).toEqual([]);
  rmSync(custos.folder, { recursive: true, force: true });
});
