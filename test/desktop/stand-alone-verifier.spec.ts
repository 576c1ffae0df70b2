// The page that checks what Custos handed out, in a real browser without a network and without Custos.
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchCustos, type Custos } from './support/launch.ts';
import { checkout, findLauncher, giveToApp, makeFolder } from './support/unprivileged.ts';

let browser: Custos;
let app: string;
let log: string;

test.beforeAll(async () => {
  app = makeFolder(null);
  log = makeFolder(null);
  cpSync(join(checkout, 'resources', 'verifier', 'verify.html'), join(app, 'verify.html'));
  writeFileSync(join(app, 'package.json'), '{"name":"page","main":"main.cjs"}');
  writeFileSync(
    join(app, 'main.cjs'),
    `const { app, BrowserWindow, session } = require('electron');
     // Of old, Chromium had Ed25519 behind this switch; where it has it anyway, the switch changes nothing here.
     app.commandLine.appendSwitch('enable-experimental-web-platform-features');
     app.whenReady().then(() => {
       session.defaultSession.enableNetworkEmulation({ offline: true });
       return new BrowserWindow().loadFile('verify.html');
     });`,
  );
  giveToApp(app, findLauncher().uid);
  // Handed out by the command line, as people would.
  const home = join(log, 'home');
  const custos = (...args: string[]): string =>
    execFileSync(process.execPath, [join(checkout, 'bin', 'custos.mjs'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, CUSTOS_HOME: home, CUSTOS_PASSPHRASE: 'a passphrase of the tests' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const workspace = join(log, 'Acme.custos');
  custos('init', workspace, '--organisation', 'Acme');
  mkdirSync(join(log, 'handed'));
  custos('register', 'log', '--workspace', workspace, '-o', join(log, 'handed', 'audit.jsonl'));
  custos('register', 'head', '--workspace', workspace, '-o', join(log, 'handed', 'checkpoint.txt'));
  const { keys } = JSON.parse(custos('register', 'head', '--json', '--workspace', workspace)) as { keys: string[] };
  writeFileSync(join(log, 'handed', 'public_key.txt'), `${keys.join('\n')}\n`);
  browser = await launchCustos({ appFolder: app });
});
test.afterAll(async () => {
  await browser.close();
  for (const folder of [app, log]) rmSync(folder, { recursive: true });
});

const choose = async (changed?: (text: string) => string) => {
  const files = ['audit.jsonl', 'checkpoint.txt', 'public_key.txt'].map((name) => ({
    name,
    mimeType: 'text/plain',
    buffer: readFileSync(join(log, 'handed', name)),
  }));
  if (changed !== undefined) files[0]!.buffer = Buffer.from(changed(files[0]!.buffer.toString('utf8')));
  await browser.page.getByLabel('or files').setInputFiles(files);
};

test('verifies a log as it was handed out, and names file and entry of a changed one', async () => {
  const told = browser.page.getByRole('status');
  await choose();
  await expect(told).toContainText('Nothing was changed: 3 files, checked by audit.jsonl.');
  await choose((text) => text.replace('customer-tracking', 'customer-trackinG'));
  await expect(told).toContainText('These files do NOT verify.');
  await expect(told).toContainText(
    'Entry 1 was changed: its content does not match its hash. (audit.jsonl, entry 1, changed)',
  );
  expect(browser.errors).toEqual([]);
});

test('says so where the browser has no Ed25519, and finds nothing right or wrong without it', async () => {
  await browser.page.evaluate(() => {
    SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('not supported'));
  });
  await choose();
  const told = browser.page.getByRole('status');
  await expect(told).toContainText('This browser cannot check Ed25519 signatures');
  await expect(told).not.toContainText('head-invalid');
});
