import { commandsText } from '#shared/text/commands.ts';

export type AppCommandId = keyof typeof commandsText;

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

const commands: readonly Omit<AppCommand, 'label'>[] = [
  { id: 'dataset.open', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'dataset.trySample', menu: 'File' },
  { id: 'workspace.create', menu: 'File', startsGroup: true },
  { id: 'workspace.open', menu: 'File' },
  { id: 'workspace.save', menu: 'File', keys: 'CmdOrCtrl+S' },
  { id: 'workspace.close', menu: 'File' },
  { id: 'edit.undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'app.palette', menu: 'Go', keys: 'CmdOrCtrl+K' },
  { id: 'go.home', menu: 'Go', keys: 'CmdOrCtrl+1', startsGroup: true },
  { id: 'go.datasets', menu: 'Go', keys: 'CmdOrCtrl+2' },
  { id: 'go.classify', menu: 'Go', keys: 'CmdOrCtrl+3' },
  { id: 'go.recipe', menu: 'Go', keys: 'CmdOrCtrl+4' },
  { id: 'go.risk', menu: 'Go', keys: 'CmdOrCtrl+5' },
  { id: 'go.release', menu: 'Go', keys: 'CmdOrCtrl+6' },
  { id: 'go.register', menu: 'Go', keys: 'CmdOrCtrl+7' },
  { id: 'go.settings', menu: 'Go', keys: 'CmdOrCtrl+,' },
  { id: 'app.toggleTheme', menu: 'Go', startsGroup: true },
  { id: 'app.about', menu: 'Help' },
];

export const appCommands: readonly AppCommand[] = commands.map((command) => ({ ...command, label: commandsText[command.id] }));
