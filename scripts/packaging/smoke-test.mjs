import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxSwitches } from '../runtime/sandbox.mjs';
import { hasDisplay, hasVirtualDisplay } from '../system-libraries.mjs';

const seconds = 60;

/**
 * Starts a packaged app and goes the first step a person would: its engine must answer and the bundled sample must
 * open. Works on a binary whose inspector fuse is off: only Chromium's own debugging port is used.
 *
 * @param {string} executable
 * @returns {Promise<{ skipped: string } | { text: string }>} what the page's status line says, or why it could not be
 *   tried
 */
export async function smokeTest(executable) {
  if (!hasDisplay() && !hasVirtualDisplay())
    return { skipped: 'there is neither a display nor a virtual one (xvfb) here' };
  const userData = mkdtempSync(join(tmpdir(), 'custos-smoke-'));
  const started = [executable, ...sandboxSwitches().switches, '--disable-gpu', '--remote-debugging-port=0'];
  const [command, ...args] = /** @type {[string, ...string[]]} */ (
    hasDisplay() ? started : ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24 -nolisten tcp', ...started]
  );
  const child = spawn(command, args, {
    env: { ...process.env, CUSTOS_USER_DATA: userData },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let said = '';
  child.stderr.on('data', (text) => (said = (said + text).slice(-20_000)));
  try {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const text = await pressAndRead(/DevTools listening on ws:\/\/([^/\s]+)/.exec(said)?.[1]).catch(() => '');
      if (/[\d.,\s]{5,} rows/.test(text)) return { text };
      if (child.exitCode !== null)
        throw new Error(
          `The packaged app ended with status ${child.exitCode}: ${said
            .split('\n')
            .filter((line) => !line.includes('bus.cc'))
            .slice(0, 3)
            .join(' ')}`,
        );
      if (Date.now() > deadline)
        throw new Error(
          `The packaged app did not open its sample within ${seconds} seconds${text ? `; its page said: ${text}` : ''}.`,
        );
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, 'SIGTERM');
      else child.kill();
    } catch {
      // Ended by itself.
    }
    if (child.exitCode === null) await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What the page runs: presses the button once the engine is ready, and says what the status line says. */
const press = `(() => {
  const status = document.querySelector('footer')?.innerText ?? '';
  const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === 'Try the \
sample');
  if (/engine ready/i.test(status) && button && !window.pressed) {
    window.pressed = true;
    button.click();
  }
  return status || document.body.innerText;
})()`;

/**
 * The status line of the app's page, by Chromium's debugging protocol. @param {string | undefined} host
 * @returns {Promise<string>}
 */
async function pressAndRead(host) {
  if (!host) return '';
  const pages = /** @type {{ url: string, webSocketDebuggerUrl: string }[]} */ (
    await (await fetch(`http://${host}/json/list`)).json()
  );
  const page = pages.find(({ url }) => url.startsWith('app://custos/'));
  if (!page) return '';
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    const answer = new Promise((resolve) =>
      socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)).result?.result?.value ?? ''), {
        once: true,
      }),
    );
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: press } }));
    return String(await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve(''), 3000))]));
  } finally {
    socket.close();
  }
}
