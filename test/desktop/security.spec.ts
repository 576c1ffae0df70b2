// The security guide's items (docs/window-security.md), each tried in a real window. The numbers are the guide's.
import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import type { Decoys } from './support/decoys.ts';
import type { Custos } from './support/launch.ts';
import { findLauncher } from './support/unprivileged.ts';
import { watchWindow } from './support/watched-window.ts';

let custos: Custos;
let decoys: Decoys;
watchWindow((watched) => ({ custos, decoys } = watched));

test('the page loads without a complaint of its security policy', () => {
  expect(custos.errors).toEqual([]);
});

test('1 · the page reaches no network: requests, pictures, fonts, sockets, beacons, peers', async () => {
  const answers = await custos.page.evaluate(
    async ({ http, udp }) => {
      const refused = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'reached',
          () => 'refused',
        );
      const element = (
        tag: 'img' | 'link' | 'script' | 'iframe' | 'object',
        set: Record<string, string>,
      ): Promise<string> =>
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
        worker: refused(
          new Promise((resolve, reject) => {
            const made = new Worker(`data:text/javascript,fetch('http://${http}/worker')`);
            made.addEventListener('error', reject);
            setTimeout(resolve, 1500);
          }),
        ),
        peer: peer(),
      };
      return Object.fromEntries(
        await Promise.all(Object.entries(all).map(async ([name, answer]) => [name, await answer])),
      );
    },
    { http: decoys.http, udp: decoys.udp },
  );
  // A beacon and a peer report nothing: what counts for them is that the decoys saw nothing.
  delete answers.beacon;
  expect([...new Set(Object.values(answers))], JSON.stringify(answers)).toEqual(['refused']);
});

test('1 · the session itself cancels every request, also without the page’s policy', async () => {
  const answers = await custos.app.evaluate(async ({ net, session }, http) => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'reached',
        () => 'refused',
      );
    return {
      net: await outcome(net.fetch(`http://${http}/net`)),
      https: await outcome(net.fetch('https://example.com/')),
      file: await net.fetch('file:///etc/hostname').then(
        (answer) => answer.text(),
        () => '',
      ),
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
  const pid = await custos.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
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
      const answer = (async () => work())().then(
        (value) => (value === 'denied' ? 'refused' : 'granted'),
        () => 'refused',
      );
      return Promise.race([answer, new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 3000))]);
    };
    const device = navigator as Navigator &
      Record<
        'hid' | 'serial' | 'usb' | 'bluetooth',
        { requestDevice(options: object): Promise<unknown>; requestPort(): Promise<unknown> }
      >;
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'background-sync',
      'idle-detection',
      'local-fonts',
      'window-management',
      'storage-access',
    ];
    const states = await Promise.all(
      names.map(
        async (name) =>
          [
            name,
            await navigator.permissions.query({ name: name as PermissionName }).then(
              ({ state }) => state,
              () => 'unknown here',
            ),
          ] as const,
      ),
    );
    return {
      granted: states.filter(([, state]) => state === 'granted').map(([name]) => name),
      asked: {
        notification: await outcome(() => Notification.requestPermission()),
        location: await outcome(
          () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
        midi: await outcome(() =>
          (navigator as Navigator & { requestMIDIAccess(options: object): Promise<unknown> }).requestMIDIAccess({
            sysex: true,
          }),
        ),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        fonts: await outcome(async () =>
          (await (window as unknown as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts()).length === 0
            ? 'denied'
            : 'fonts',
        ),
        hid: await outcome(async () =>
          ((await device.hid.requestDevice({ filters: [] })) as unknown[]).length === 0 ? 'denied' : 'device',
        ),
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
  const written = await custos.page.evaluate(() =>
    navigator.permissions.query({ name: 'clipboard-write' as PermissionName }).then(({ state }) => state),
  );
  expect(written).not.toBe('denied');
  expect(
    await custos.page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

test('7 · the document carries the policy, with a new nonce each time', async () => {
  const load = () =>
    custos.app.evaluate(async ({ net }) => {
      const answer = await net.fetch('app://custos/index.html');
      return {
        policy: answer.headers.get('content-security-policy') ?? '',
        html: await answer.text(),
        sniff: answer.headers.get('x-content-type-options'),
      };
    });
  const [first, second] = [await load(), await load()];
  const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1] ?? '';
  expect(nonce).toMatch(/^[\w+/=]{22,}$/);
  expect(first.policy).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src ` +
      `'self' data:; connect-src 'none'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; ` +
      `form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-forms`,
  );
  expect(first.html).toContain(`content="${nonce}"`);
  expect(second.policy).not.toContain(nonce);
  expect(first.sniff).toBe('nosniff');
});

test('7 · inline scripts, eval, handlers in markup and styles without the nonce do nothing', async () => {
  const outcome = await custos.page.evaluate(async () => {
    const marks = window as unknown as Record<string, unknown>;
    // In a timer: the evaluated call itself stands above the policy.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what is tested
          resolve(new Function('return 1')());
        } catch {
          resolve('refused');
        }
      }, 0),
    );
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
  expect(outcome).toEqual({
    evaluated: 'refused',
    inline: 'refused',
    handler: 'refused',
    attribute: 'refused',
    style: 'refused',
    base: 'custos',
  });
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
