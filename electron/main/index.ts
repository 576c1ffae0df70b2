import { app, BrowserWindow, dialog } from 'electron';
import { mkdirSync } from 'node:fs';
import { shellText } from '#shared/text/main/shell.ts';
import { hostEngine } from './engine-host/engine-host.ts';
import { answerGrants } from './grants/answer-grants.ts';
import { GrantStore } from './grants/grant-store.ts';
import { filesNamed, OpenedFiles } from './grants/opened-files.ts';
import { setAppMenu } from './menu/app-menu.ts';
import { rendererFolder } from './runtime.ts';
import { lockDownBeforeReady, lockDownWhenReady } from './security/lock-down.ts';
import { createWindow } from './window/create-window.ts';

/** Developer tools exist only in a checkout, and only when asked for. */
const devTools = !app.isPackaged && process.env.CUSTOS_DEV === '1';

const userData = process.env.CUSTOS_USER_DATA;
if (userData) {
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
}

const named = filesNamed(process.argv, process.defaultApp === true, process.cwd());
if (app.requestSingleInstanceLock({ files: named })) start();
else app.quit();

function start(): void {
  lockDownBeforeReady(app);
  const grants = new GrantStore((grant) => engine?.send({ control: 'grant', ...grant }));
  const opened = new OpenedFiles(grants, named);
  let engine: ReturnType<typeof hostEngine> | null = null;

  app.on('second-instance', (_event, _argv, _directory, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    opened.open((data as { files?: string[] } | null)?.files ?? []);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (!engine) return;
    // The engine closes and wipes what it holds before the app ends.
    event.preventDefault();
    const stopping = engine;
    engine = null;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    void stopping.stop().finally(() => app.quit());
  });

  const open = async (): Promise<void> => {
    await app.whenReady();
    lockDownWhenReady({ rendererFolder: rendererFolder(), devTools });
    setAppMenu({ devTools });
    engine = hostEngine(() => grants.all().map((grant) => ({ control: 'grant', ...grant })));
    answerGrants(grants, opened);
    engine.start();
    await createWindow({ devTools });
  };
  open().catch((error: unknown) => {
    dialog.showErrorBox(shellText.cannotOpenWindow, error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}
