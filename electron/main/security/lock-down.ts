import { session, type App } from 'electron';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { pinPages } from './navigation.ts';
import { blockNetwork, silenceChromium } from './network-block.ts';
import { denyPermissions } from './permissions.ts';

/** What must stand before the app is ready. */
export function lockDownBeforeReady(app: App): void {
  // Started as root, Chromium runs only without its sandbox; demanding it then would make its processes die in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  silenceChromium(app);
  registerAppScheme();
  pinPages(app);
}

/** What can only be done once it is, and before the first window. */
export function lockDownWhenReady(options: { rendererFolder: string; devTools: boolean }): void {
  denyPermissions(session.defaultSession);
  blockNetwork(session.defaultSession, options.devTools);
  serveApp(options.rendererFolder);
}
