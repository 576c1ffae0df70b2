import { app, BrowserWindow, Menu } from 'electron';
import { shellChannels } from '#shared/contract/bridge.ts';
import { menuTemplate } from './menu-template.ts';

/** Puts the menu bar up; a command goes to the window in front. */
export function setAppMenu(options: { devTools: boolean }): void {
  const send = (command: string): void =>
    (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents.send(
      shellChannels.menuCommand,
      command,
    );
  const quit = (): void => {
    const windows = BrowserWindow.getAllWindows();
    // The app ends with its last window.
    if (windows.length === 0) app.quit();
    for (const window of windows) window.close();
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(send, { ...options, quit })));
}
