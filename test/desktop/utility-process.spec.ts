// On the current Electron the engine runs in a utility process. The evaluation runtime's Node is too old for the real
// engine there, so its place is taken by one that echoes; shell, preload and bridge are the built ones, told to use the
// utility process.
import { expect, test } from '@playwright/test';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginePid } from './support/engine-process.ts';
import { launchCustos, type Custos } from './support/launch.ts';
import { checkout, findLauncher, giveToApp, makeFolder } from './support/unprivileged.ts';

test.skip(process.platform !== 'linux', 'Killing the engine: its process is found in /proc, which only Linux has');

let custos: Custos;
let app: string;
test.beforeAll(async () => {
  app = makeFolder(null);
  const echo = join(import.meta.dirname, '..', 'fixtures', 'utility-process');
  cpSync(join(checkout, 'package.json'), join(app, 'package.json'));
  for (const folder of ['main', 'preload', 'renderer', 'engine'])
    mkdirSync(join(app, 'dist', folder), { recursive: true });
  cpSync(join(checkout, 'dist', 'preload'), join(app, 'dist', 'preload'), { recursive: true });
  for (const file of ['index.html', 'page.js']) cpSync(join(echo, file), join(app, 'dist', 'renderer', file));
  cpSync(join(echo, 'engine.cjs'), join(app, 'dist', 'engine', 'index.cjs'));
  const main = readFileSync(join(checkout, 'dist', 'main', 'main.cjs'), 'utf8');
  const told = main
    .replace('const neededNodeApi = 10;', 'const neededNodeApi = 1;')
    .replace('"index.mjs"', '"index.cjs"');
  expect(told.length, 'the built main process has the two places that are changed').toBe(main.length - 1);
  writeFileSync(join(app, 'dist', 'main', 'main.cjs'), told);
  giveToApp(app, findLauncher().uid);
  custos = await launchCustos({ appFolder: app });
});
test.afterAll(async () => {
  await custos.close();
  rmSync(app, { recursive: true });
});

const answers = () => custos.page.locator('li').allTextContents();

test('the page’s port reaches the utility process and back, bytes included', async () => {
  await expect.poll(answers).toEqual([JSON.stringify({ port: 1, bytes: [1, 2, 3], type: 'utility', granted: [] })]);
});

test('a utility process that is killed is followed by one that knows the grants, on a new port', async () => {
  await custos.answerOpenDialog(join(custos.folder));
  await custos.page.evaluate(() => window.custos.requestOpen({ kind: 'workspace' }));
  const first = enginePid(custos.app)!;
  process.kill(first, 'SIGKILL');
  await expect
    .poll(answers)
    .toContain(JSON.stringify({ port: 2, bytes: [1, 2, 3], type: 'utility', granted: [custos.folder] }));
  expect(enginePid(custos.app)).not.toBe(first);
});
