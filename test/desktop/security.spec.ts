// The security guide's items (docs/window-security.md), each tried in a real window. The numbers are the guide's.
import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { startDecoys, type Decoys } from './support/decoys.ts';
import { launchCustos, type Custos } from './support/launch.ts';
import { findLauncher } from './support/unprivileged.ts';

const home = 'app://custos/index.html';
let custos: Custos;
let decoys: Decoys;

test.beforeAll(async () => {
  decoys = await startDecoys();
  custos = await launchCustos();
  await custos.page.waitForLoadState('load');
});
test.afterAll(async () => {
  await custos.close();
  await decoys.close();
});
test.afterEach(async () => {
  expect(custos.page.url(), 'the page has not moved').toBe(home);
  expect(await custos.app.evaluate(({ webContents }) => webContents.getAllWebContents().length), 'no other page exists').toBe(1);
  expect(decoys.seen, 'nothing left the app').toEqual([]);
});

test('the page loads without a complaint of its security policy', () => {
  expect(custos.errors).toEqual([]);
});

test('1 · the page reaches no network: requests, pictures, fonts, sockets, beacons, peers', async () => {
  const answers = await custos.page.evaluate(async ({ http, udp }) => {
    const refused = (work: Promise<unknown>): Promise<string> => work.then(() => 'reached', () => 'refused');
    const element = (tag: 'img' | 'link' | 'script' | 'iframe' | 'object', set: Record<string, string>): Promise<string> =>
      new Promise((resolve) => {
        const made = Object.assign(document.createElement(tag), set);
        made.addEventListener('error', () => resolve('refused'));
        made.addEventListener('load', () => resolve(tag === 'iframe' || tag === 'object' ? 'refused' : 'reached'));
        setTimeout(() => resolve('refused'), 1500);
        document.body.append(made);
      });
    const socket = (url: string): Promise<string> =>
      new Promise((resolve) => {
        try {
          const made = new WebSocket(url);
          made.addEventListener('open', () => resolve('reached'));
          made.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
    const peer = async (): Promise<string> => {
      const made = new RTCPeerConnection({ iceServers: [{ urls: `stun:${udp}` }] });
      made.createDataChannel('x');
      await made.setLocalDescription(await made.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
      made.close();
      return 'refused';
    };
    const all = {
      fetch: refused(fetch(`http://${http}/fetch`)),
      noCors: refused(fetch(`http://${http}/no-cors`, { mode: 'no-cors' })),
      https: refused(fetch('https://example.com/')),
      xhr: new Promise<string>((resolve) => {
        const request = new XMLHttpRequest();
        request.addEventListener('load', () => resolve('reached'));
        request.addEventListener('error', () => resolve('refused'));
        request.open('GET', `http://${http}/xhr`);
        request.send();
      }),
      picture: element('img', { src: `http://${http}/picture.png` }),
      style: element('link', { rel: 'stylesheet', href: `http://${http}/style.css` }),
      prefetch: element('link', { rel: 'prefetch', href: `http://${http}/prefetch` }),
      preconnect: element('link', { rel: 'preconnect', href: `http://${http}/` }),
      script: element('script', { src: `http://${http}/script.js` }),
      frame: element('iframe', { src: `http://${http}/frame` }),
      object: element('object', { data: `http://${http}/object` }),
      font: refused(new FontFace('x', `url(http://${http}/font.woff2)`).load()),
      socket: socket(`ws://${http}/socket`),
      beacon: Promise.resolve(navigator.sendBeacon(`http://${http}/beacon`) && 'refused'),
      worker: refused(new Promise((resolve, reject) => {
        const made = new Worker(`data:text/javascript,fetch('http://${http}/worker')`);
        made.addEventListener('error', reject);
        setTimeout(resolve, 1500);
      })),
      peer: peer(),
    };
    return Object.fromEntries(await Promise.all(Object.entries(all).map(async ([name, answer]) => [name, await answer])));
  }, { http: decoys.http, udp: decoys.udp });
  // A beacon and a peer report nothing: what counts for them is that the decoys saw nothing.
  delete answers.beacon;
  expect([...new Set(Object.values(answers))], JSON.stringify(answers)).toEqual(['refused']);
});

test('1 · the session itself cancels every request, also without the page’s policy', async () => {
  const answers = await custos.app.evaluate(async ({ net, session }, http) => {
    const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => 'reached', () => 'refused');
    return {
      net: await outcome(net.fetch(`http://${http}/net`)),
      https: await outcome(net.fetch('https://example.com/')),
      file: await net.fetch('file:///etc/hostname').then((answer) => answer.text(), () => ''),
      proxy: await session.defaultSession.resolveProxy(`http://${http}/`),
      spelling: session.defaultSession.isSpellCheckerEnabled(),
    };
  }, decoys.http);
  expect(answers).toMatchObject({ net: 'refused', https: 'refused', file: '', spelling: false });
  expect(answers.proxy).not.toContain('DIRECT');
});

test('1 · nothing is downloaded', async () => {
  const target = `${custos.folder}/downloaded.html`;
  await custos.app.evaluate(({ session }, path) => {
    // With a path given, a download that is not stopped needs no dialog.
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
  }, target);
  await custos.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/index.html', download: 'page.html' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await custos.page.waitForTimeout(500);
  expect(existsSync(target)).toBe(false);
});

test('2, 3 · the page has no Node and cannot touch the preload’s world', async () => {
  const found = await custos.page.evaluate(async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'];
    return names.filter((name) => name in globalThis);
  });
  expect(found).toEqual([]);
});

test('4 · the page’s process is in Chromium’s sandbox', async () => {
  const { sandboxed, reason } = findLauncher();
  test.skip(!sandboxed, `Chromium's sandbox: ${reason}`);
  test.skip(process.platform !== 'linux', 'Chromium’s sandbox: read from /proc, which only Linux has');
  const pid = await custos.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId());
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  expect(status).toMatch(/^CapEff:\s+0+$/m);
  expect(await custos.page.evaluate(() => window.custos.runtime.sandboxed)).toBe(true);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
});

test('5 · every permission is refused', async () => {
  const answers = await custos.page.evaluate(async () => {
    const outcome = (work: () => Promise<unknown>): Promise<string> => {
      const answer = (async () => work())().then((value) => (value === 'denied' ? 'refused' : 'granted'), () => 'refused');
      return Promise.race([answer, new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 3000))]);
    };
    const device = navigator as Navigator & Record<'hid' | 'serial' | 'usb' | 'bluetooth', { requestDevice(options: object): Promise<unknown>; requestPort(): Promise<unknown> }>;
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage', 'background-sync', 'idle-detection', 'local-fonts', 'window-management', 'storage-access'];
    const states = await Promise.all(names.map(async (name) => [name, await navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, () => 'unknown here')] as const));
    return {
      granted: states.filter(([, state]) => state === 'granted').map(([name]) => name),
      asked: {
        notification: await outcome(() => Notification.requestPermission()),
        location: await outcome(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
        midi: await outcome(() => (navigator as Navigator & { requestMIDIAccess(options: object): Promise<unknown> }).requestMIDIAccess({ sysex: true })),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        fonts: await outcome(async () => ((await (window as unknown as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts()).length === 0 ? 'denied' : 'fonts')),
        hid: await outcome(async () => (((await device.hid.requestDevice({ filters: [] })) as unknown[]).length === 0 ? 'denied' : 'device')),
        serial: await outcome(() => device.serial.requestPort()),
        usb: await outcome(() => device.usb.requestDevice({ filters: [] })),
        bluetooth: await outcome(() => device.bluetooth.requestDevice({ acceptAllDevices: true })),
      },
    };
  });
  expect(answers.granted).toEqual([]);
  expect([...new Set(Object.values(answers.asked))], JSON.stringify(answers.asked)).toEqual(['refused']);
});

test('5 · a Copy button may write to the clipboard, and nothing else may', async () => {
  const written = await custos.page.evaluate(() => navigator.permissions.query({ name: 'clipboard-write' as PermissionName }).then(({ state }) => state));
  expect(written).not.toBe('denied');
  expect(await custos.page.evaluate(() => navigator.clipboard.readText().then(() => 'read', () => 'refused'))).toBe('refused');
});

test('7 · the document carries the policy, with a new nonce each time', async () => {
  const load = () => custos.app.evaluate(async ({ net }) => {
    const answer = await net.fetch('app://custos/index.html');
    return { policy: answer.headers.get('content-security-policy') ?? '', html: await answer.text(), sniff: answer.headers.get('x-content-type-options') };
  });
  const [first, second] = [await load(), await load()];
  const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1] ?? '';
  expect(nonce).toMatch(/^[\w+/=]{22,}$/);
  expect(first.policy).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self' data:; connect-src 'none'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(first.html).toContain(`content="${nonce}"`);
  expect(second.policy).not.toContain(nonce);
  expect(first.sniff).toBe('nosniff');
});

test('7 · inline scripts, eval, handlers in markup and styles without the nonce do nothing', async () => {
  const outcome = await custos.page.evaluate(async () => {
    const marks = window as unknown as Record<string, unknown>;
    // In a timer: the evaluated call itself stands above the policy.
    const evaluated = await new Promise((resolve) => setTimeout(() => {
      try {
        resolve(new Function('return 1')());
      } catch {
        resolve('refused');
      }
    }, 0));
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = 1';
    document.head.append(script);
    const box = document.createElement('div');
    box.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p><img src="data:," onerror="window.handlerRan = 1">';
    document.body.append(box);
    const style = document.createElement('style');
    style.textContent = 'body { outline: rgb(4, 5, 6) solid 1px }';
    document.head.append(style);
    const base = Object.assign(document.createElement('base'), { href: 'https://example.com/' });
    document.head.append(base);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const seen = {
      evaluated,
      inline: marks.inlineRan ?? 'refused',
      handler: marks.handlerRan ?? 'refused',
      attribute: getComputedStyle(box.firstElementChild!).color === 'rgb(1, 2, 3)' ? 'applied' : 'refused',
      style: getComputedStyle(document.body).outlineColor === 'rgb(4, 5, 6)' ? 'applied' : 'refused',
      base: new URL('x', document.baseURI).host,
    };
    for (const made of [script, box, style, base]) made.remove();
    return seen;
  });
  expect(outcome).toEqual({ evaluated: 'refused', inline: 'refused', handler: 'refused', attribute: 'refused', style: 'refused', base: 'custos' });
});

test('11, 12 · a webview tag is an unknown element', async () => {
  expect(
    await custos.page.evaluate(async () => {
      const made = document.createElement('webview');
      made.setAttribute('src', 'https://example.com/');
      document.body.append(made);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const kind = Object.prototype.toString.call(made) + ('loadURL' in made ? ' that loads' : '');
      made.remove();
      return kind;
    }),
  ).toBe('[object HTMLElement]');
});

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
    for (const url of [`http://${decoys.http}/away`, 'https://example.com/', 'file:///etc/hostname', 'app://custos/assets/', 'app://other/', 'data:text/html,x']) {
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
  const opened = await custos.page.evaluate((url) => [window.open(url), window.open('about:blank'), window.open('app://custos/index.html')].map((made) => made === null), `http://${decoys.http}/popup`);
  expect(opened).toEqual([true, true, true]);
  await custos.page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank', textContent: 'elsewhere', id: 'elsewhere' });
    link.setAttribute('rel', 'noopener');
    document.body.prepend(link);
    // Above everything the page shows, so that the mouse reaches it.
    link.className = 'elsewhere';
  }, `http://${decoys.http}/target`);
  const link = custos.page.locator('#elsewhere');
  for (const button of ['left', 'middle'] as const) await link.dispatchEvent('auxclick', { button: button === 'middle' ? 1 : 0 });
  await link.evaluate((made) => (made as HTMLElement).click());
  await link.evaluate((made) => made.remove());
  await custos.page.waitForTimeout(300);
  expect(custos.app.windows().length).toBe(1);
});

test('17 · another page with the same preload is answered nothing', async () => {
  const answers = await custos.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
    const ask = "Promise.all([window.custos.connect(), window.custos.requestOpen({ kind: 'dataset' }), window.custos.requestSave({ kind: 'release', suggestedName: 'x' })].map((asked) => asked.then(() => 'answered', (error) => error.message)))";
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
    const outcome = (work: () => Promise<unknown>): Promise<string> => (async () => work())().then(() => 'answered', (error: Error) => error.message);
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
  const hostile = ['..%2f..%2fpackage.json', '%2e%2e/main/main.cjs', '..\\..\\package.json', 'index.html%00', 'assets/', 'package.json', 'main/main.cjs', '//etc/hostname', 'C:/x'];
  const statuses = await custos.app.evaluate(
    async ({ net }, paths) => ({
      paths: await Promise.all(paths.map((path) => net.fetch(`app://custos/${path}`).then(({ status }) => status, () => 0))),
      otherHost: await net.fetch('app://other/index.html').then(({ status }) => status, () => 404),
      post: await net.fetch('app://custos/index.html', { method: 'POST', body: 'x' }).then(({ status }) => status, () => 405),
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
    onFileOpened: 'function',
  });
  expect(bridge.runtime).toEqual(['chrome', 'electron', 'evaluationRuntime', 'platform', 'sandboxed']);
  expect(bridge).toMatchObject({ frozen: true, replaced: false, added: ['custos'] });
});

test('developer tools stay shut for people', async () => {
  expect(
    await custos.app.evaluate(async ({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.openDevTools({ mode: 'detach' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return webContents.isDevToolsOpened();
    }),
  ).toBe(false);
});
