import { commandsText, screenNames } from '#shared/text/commands.ts';
import { screens, type ScreenId } from './screens.ts';

export type GoCommandId = `go.${ScreenId}`;
export type AppCommandId = keyof typeof commandsText | GoCommandId;

/** A command of the window. The menu, the command palette and the keyboard shortcuts all read this one list. */
export interface AppCommand {
  readonly id: AppCommandId;
  readonly label: string;
  readonly menu: 'File' | 'Edit' | 'Go' | 'Help';
  /** In Electron's accelerator notation; the menu shows it, the page listens for it. */
  readonly keys?: string;
  /** Draws a line above it in the menu. */
  readonly startsGroup?: boolean;
}

const command = (
  id: keyof typeof commandsText,
  menu: AppCommand['menu'],
  more: Pick<AppCommand, 'keys' | 'startsGroup'> = {},
): AppCommand => ({
  id,
  label: commandsText[id],
  menu,
  ...more,
});

const goCommands = screens.map((screen, at): AppCommand => ({
  id: `go.${screen.id}`,
  label: screenNames[screen.id],
  menu: 'Go',
  ...('key' in screen ? { keys: `CmdOrCtrl+${screen.key}` } : {}),
  startsGroup: at === 0,
}));

export const appCommands: readonly AppCommand[] = [
  command('dataset.open', 'File', { keys: 'CmdOrCtrl+O' }),
  command('dataset.trySample', 'File'),
  command('workspace.create', 'File', { startsGroup: true }),
  command('workspace.open', 'File'),
  command('workspace.save', 'File', { keys: 'CmdOrCtrl+S' }),
  command('workspace.close', 'File'),
  command('evidence.export', 'File', { keys: 'CmdOrCtrl+Shift+E', startsGroup: true }),
  command('register.import', 'File'),
  command('register.export', 'File'),
  command('edit.undo', 'Edit', { keys: 'CmdOrCtrl+Z' }),
  command('edit.redo', 'Edit', { keys: 'CmdOrCtrl+Shift+Z' }),
  command('app.palette', 'Go', { keys: 'CmdOrCtrl+K' }),
  ...goCommands,
  command('app.toggleTheme', 'Go', { startsGroup: true }),
  command('app.about', 'Help'),
];
