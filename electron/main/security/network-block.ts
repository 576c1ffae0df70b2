import type { App, Session } from 'electron';
import { appOrigin } from './page-manifest.ts';

/** Whether a request stays inside the app. */
export function isLocalRequest(url: string, devTools: boolean): boolean {
  return url.startsWith(`${appOrigin}/`) || url.startsWith('data:') || (devTools && url.startsWith('devtools:'));
}

/**
 * Nothing is ever requested from a network (security guide item 1): whatever a page asks for outside its own files is
 * cancelled, nothing is downloaded, no dictionary is fetched.
 */
export function blockNetwork(session: Session, devTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocalRequest(url, devTools) }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  // What Chromium might ask for by itself finds no way out: a proxy on a port where nothing listens, without exception.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9;https://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

/** Chromium's own background traffic, off before the app is ready; names resolve to nothing. */
export function silenceChromium(app: App): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'dns-prefetch-disable',
    'no-first-run',
  ])
    app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch(
    'disable-features',
    'OptimizationHints,MediaRouter,AutofillServerCommunication,NetworkTimeServiceQuerying,' +
      'CertificateTransparencyComponentUpdater',
  );
}
