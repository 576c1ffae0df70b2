// The security guide's items on where the page may go and whom the shell answers, each tried in a real window. The
// numbers are the guide's.
import { expect, test } from '@playwright/test';
import type { Decoys } from './support/decoys.ts';
import type { Custos } from './support/launch.ts';
import { home, watchWindow } from './support/watched-window.ts';

let custos: Custos;
let decoys: Decoys;
watchWindow((watched) => ({ custos, decoys } = watched));

test('13 · the page goes nowhere: location, link, form, refresh, history, dropped file', async () => {
  for (const go of [
    (url: string) => void (location.href = url),
    (url: string) => location.assign(url),
    (url: string) => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: 'x' });
      document.body.append(link);
      link.click();
      link.remove();
    },
    (url: string) => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    (url: string) => {
      const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` });
      document.head.append(meta);
      meta.remove();
    },
  ])
    for (const url of [
      `http://${decoys.http}/away`,
      'https://example.com/',
      'file:///etc/hostname',
      'app://custos/assets/',
      'app://other/',
      'data:text/html,x',
    ]) {
      await custos.page.evaluate(go, url);
    }
  await custos.page.waitForTimeout(500);
  expect(custos.page.url()).toBe(home);
  // A script URL runs in the page, where the policy refuses it.
  await custos.page.evaluate(() => void (location.href = 'javascript:window.scriptUrlRan=1'));
  await custos.page.waitForTimeout(100);
  expect(await custos.page.evaluate(() => 'scriptUrlRan' in window)).toBe(false);
});

test('13 · a page sent to nowhere comes back', async () => {
  await custos.page.evaluate(() => void (location.href = 'about:blank')).catch(() => {});
  await expect(custos.page).toHaveURL(home);
  await custos.page.waitForFunction(() => 'custos' in window);
});

test('14 · no other window opens: window.open, target, middle click', async () => {
  const opened = await custos.page.evaluate(
    (url) =>
      [window.open(url), window.open('about:blank'), window.open('app://custos/index.html')].map(
        (made) => made === null,
      ),
    `http://${decoys.http}/popup`,
  );
  expect(opened).toEqual([true, true, true]);
  await custos.page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), {
      href: url,
      target: '_blank',
      textContent: 'elsewhere',
      id: 'elsewhere',
    });
    link.setAttribute('rel', 'noopener');
    document.body.prepend(link);
    // Above everything the page shows, so that the mouse reaches it.
    link.className = 'elsewhere';
  }, `http://${decoys.http}/target`);
  const link = custos.page.locator('#elsewhere');
  for (const button of ['left', 'middle'] as const)
    await link.dispatchEvent('auxclick', { button: button === 'middle' ? 1 : 0 });
  await link.evaluate((made) => (made as HTMLElement).click());
  await link.evaluate((made) => made.remove());
  await custos.page.waitForTimeout(300);
  expect(custos.app.windows().length).toBe(1);
});

test('17 · another page with the same preload is answered nothing', async () => {
  const answers = await custos.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    const ask =
      "Promise.all([window.custos.connect(), window.custos.requestOpen({ kind: 'dataset' }), " +
      "window.custos.requestSave({ kind: 'release', suggestedName: 'x' })].map((asked) => asked.then(() => " +
      "'answered', (error) => error.message)))";
    // Our own page, in a window that the app did not make; then a page from elsewhere.
    await stranger.loadURL('app://custos/index.html');
    const sameOrigin = (await stranger.webContents.executeJavaScript(ask)) as string[];
    await stranger.loadURL('data:text/html,<p>x</p>');
    const elsewhere = (await stranger.webContents.executeJavaScript(ask)) as string[];
    stranger.destroy();
    return [...sameOrigin, ...elsewhere];
  });
  expect(answers).toEqual(Array.from({ length: 6 }, () => 'This page may not ask the app for anything.'));
});

test('17 · wishes that are not in the list are refused', async () => {
  const answers = await custos.page.evaluate(async () => {
    const bridge = window.custos as unknown as Record<string, (input?: unknown) => Promise<unknown>>;
    const outcome = (work: () => Promise<unknown>): Promise<string> =>
      (async () => work())().then(
        () => 'answered',
        (error: Error) => error.message,
      );
    return {
      kind: await outcome(() => bridge.requestOpen!({ kind: 'anything' })),
      name: await outcome(() => bridge.requestSave!({ kind: 'release', suggestedName: 'x'.repeat(2000) })),
      forgedFile: await outcome(() => bridge.grantDropped!(new File(['x'], 'etc.csv'))),
      forgedPath: await outcome(() => bridge.grantDropped!({ name: 'hostname', path: '/etc/hostname' })),
    };
  });
  expect(answers).toEqual({
    kind: 'The app was asked for something it does not know.',
    name: 'The app was asked for something it does not know.',
    forgedFile: 'Only files from this computer can be dropped here.',
    forgedPath: 'Only files from this computer can be dropped here.',
  });
});

test('18 · the app’s protocol serves the listed files and nothing else', async () => {
  const hostile = [
    '..%2f..%2fpackage.json',
    '%2e%2e/main/main.cjs',
    '..\\..\\package.json',
    'index.html%00',
    'assets/',
    'package.json',
    'main/main.cjs',
    '//etc/hostname',
    'C:/x',
  ];
  const statuses = await custos.app.evaluate(
    async ({ net }, paths) => ({
      paths: await Promise.all(
        paths.map((path) =>
          net.fetch(`app://custos/${path}`).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      ),
      otherHost: await net.fetch('app://other/index.html').then(
        ({ status }) => status,
        () => 404,
      ),
      post: await net.fetch('app://custos/index.html', { method: 'POST', body: 'x' }).then(
        ({ status }) => status,
        () => 405,
      ),
      own: (await net.fetch('app://custos/index.html')).status,
    }),
    hostile,
  );
  expect(statuses.paths.filter((status) => status !== 404 && status !== 0)).toEqual([]);
  expect(statuses).toMatchObject({ otherHost: 404, post: 405, own: 200 });
});

test('20 · the bridge is a frozen object of exactly these functions', async () => {
  const bridge = await custos.page.evaluate(() => ({
    keys: Object.fromEntries(Object.entries(window.custos).map(([name, value]) => [name, typeof value])),
    runtime: Object.keys(window.custos.runtime).sort(),
    frozen: Object.isFrozen(window.custos),
    replaced: (() => {
      try {
        (window as unknown as Record<string, unknown>).custos = {};
      } catch {
        return false;
      }
      return !('connect' in window.custos);
    })(),
    // The shell adds one name to the page's world and no other.
    added: Object.getOwnPropertyNames(window).filter((name) => /custos|electron|ipc|nodejs/i.test(name)),
  }));
  expect(bridge.keys).toEqual({
    runtime: 'object',
    connect: 'function',
    requestOpen: 'function',
    requestSave: 'function',
    grantDropped: 'function',
    onEngineState: 'function',
    onMenuCommand: 'function',
    onCloseAsked: 'function',
    answerClose: 'function',
    onFileOpened: 'function',
  });
  expect(bridge.runtime).toEqual(['chrome', 'electron', 'evaluationRuntime', 'platform', 'sandboxed']);
  expect(bridge).toMatchObject({ frozen: true, replaced: false, added: ['custos'] });
});
