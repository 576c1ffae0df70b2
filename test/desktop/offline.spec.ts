// The window where there is no network at all: it opens, its engine answers, the sample is imported, and nothing was
// asked of a network.
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { noNetwork, sentFrom } from '#test/support/no-network.ts';
import { PipeWindow } from './support/pipe-window.ts';
import { displayEnvironment, findLauncher, giveToApp, makeFolder } from './support/unprivileged.ts';

test('the window opens and imports the sample without a network, and asks for none', async () => {
  test.setTimeout(120_000);
  const { prefix, obstacle } = noNetwork();
  test.skip(obstacle !== '', `Running without a network: ${obstacle}`);
  const launcher = findLauncher();
  const folder = makeFolder(launcher.uid);
  const userData = join(folder, 'user-data');
  mkdirSync(userData);
  giveToApp(userData, launcher.uid);
  const [unshare, ...words] = [
    ...prefix,
    launcher.executable,
    ...(launcher.sandboxed ? [] : ['--no-sandbox']),
    '--disable-gpu',
    '--remote-debugging-pipe',
    launcher.appFolder,
  ];
  const env = { ...process.env, ...displayEnvironment(folder, launcher.uid), CUSTOS_USER_DATA: userData };
  const child = spawn(unshare, words, {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let stderr = '';
  child.stderr!.on('data', (text: Buffer) => (stderr += text.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const window = new PipeWindow(child);
    await expect.poll(() => window.attach()).toBe(true);
    // Before the page has a document there is nothing to evaluate in.
    await expect(async () =>
      expect(await window.evaluate<string>("document.querySelector('footer')?.innerText ?? ''")).toContain(
        'engine ready',
      ),
    ).toPass({ timeout: 120_000 });
    await expect
      .poll(() =>
        window.evaluate<boolean>(
          "(() => { const button = [...document.querySelectorAll('button')].find(({ innerText }) => " +
            "innerText.trim() === 'Try the sample'); button?.click(); return button !== undefined; })()",
        ),
      )
      .toBe(true);
    await expect
      .poll(() => window.evaluate<string>("document.querySelector('footer')?.innerText ?? ''"), { timeout: 60_000 })
      .toContain('10,000 rows');
    window.close();
    await ended;
    expect(sentFrom(stderr)).toEqual({});
  } finally {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
