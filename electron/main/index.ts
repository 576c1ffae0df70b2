import { app, BrowserWindow, dialog } from 'electron';
import { mkdirSync } from 'node:fs';
import { shellText } from '#shared/text/main/shell.ts';
import { hostEngine } from './engine-host/engine-host.ts';
import { answerGrants } from './grants/answer-grants.ts';
import { GrantStore } from './grants/grant-store.ts';
import { filesNamed, OpenedFiles } from './grants/opened-files.ts';
import { setAppMenu } from './menu/app-menu.ts';
import { OrderlyQuit } from './orderly-quit.ts';
import { reportFaults } from './report-faults.ts';
import { rendererFolder } from './runtime/runtime.ts';
import { lockDownBeforeReady, lockDownWhenReady } from './security/lock-down.ts';
import { CloseQuestion } from './window/close-question.ts';
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
  reportFaults();
  lockDownBeforeReady(app);
  const grants = new GrantStore((grant) => engine?.send({ control: 'grant', ...grant }));
  const opened = new OpenedFiles(grants, named);
  const quit = new OrderlyQuit(app, () => BrowserWindow.getAllWindows());
  let engine: ReturnType<typeof hostEngine> | null = null;

  app.on('second-instance', (_event, _argv, _directory, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    opened.open((data as { files?: string[] } | null)?.files ?? []);
  });
  // No box may stand in front of a running engine: nobody presses its button in a terminal, and behind it main would
  // stand still.
  const pageLost = (why: string): void => {
    process.stderr.write(`${shellText.cannotOpenWindow}: ${why}\n`);
    void quit.fail(() => dialog.showMessageBox({ type: 'error', message: shellText.cannotOpenWindow, detail: why }));
  };

  const open = async (): Promise<void> => {
    await app.whenReady();
    lockDownWhenReady({ rendererFolder: rendererFolder(), devTools });
    setAppMenu({ devTools });
    engine = hostEngine(() => grants.all().map((grant) => ({ control: 'grant', ...grant })));
    quit.holds(engine);
    answerGrants(grants, opened);
    engine.start();
    const question = new CloseQuestion(() => engine?.state.state === 'ready');
    question.stands(createWindow({ devTools, onPageLost: pageLost }));
  };
  open().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    if (engine) return pageLost(why);
    dialog.showErrorBox(shellText.cannotOpenWindow, why);
    app.exit(1);
  });
}
