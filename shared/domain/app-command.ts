/** A command of the window. The menu, the command palette and the keyboard shortcuts all read this one list. */
export interface AppCommand {
  readonly id: string;
  readonly label: string;
  readonly menu: 'File' | 'Edit' | 'Go' | 'Help';
  /** In Electron's accelerator notation; the menu shows it, the page listens for it. */
  readonly keys?: string;
  /** Draws a line above it in the menu. */
  readonly startsGroup?: boolean;
}

export const appCommands = [
  { id: 'dataset.open', label: 'Open dataset…', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'dataset.trySample', label: 'Try the sample', menu: 'File' },
  { id: 'workspace.create', label: 'New workspace…', menu: 'File', startsGroup: true },
  { id: 'workspace.open', label: 'Open workspace…', menu: 'File' },
  { id: 'workspace.save', label: 'Save workspace…', menu: 'File', keys: 'CmdOrCtrl+S' },
  { id: 'workspace.close', label: 'Close workspace', menu: 'File' },
  { id: 'edit.undo', label: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'app.palette', label: 'Search or run…', menu: 'Go', keys: 'CmdOrCtrl+K' },
  { id: 'go.home', label: 'Home', menu: 'Go', keys: 'CmdOrCtrl+1', startsGroup: true },
  { id: 'go.datasets', label: 'Datasets', menu: 'Go', keys: 'CmdOrCtrl+2' },
  { id: 'go.classify', label: 'Classify', menu: 'Go', keys: 'CmdOrCtrl+3' },
  { id: 'go.recipe', label: 'Recipe', menu: 'Go', keys: 'CmdOrCtrl+4' },
  { id: 'go.risk', label: 'Risk', menu: 'Go', keys: 'CmdOrCtrl+5' },
  { id: 'go.release', label: 'Release', menu: 'Go', keys: 'CmdOrCtrl+6' },
  { id: 'go.register', label: 'Register', menu: 'Go', keys: 'CmdOrCtrl+7' },
  { id: 'go.settings', label: 'Settings', menu: 'Go', keys: 'CmdOrCtrl+,' },
  { id: 'app.toggleTheme', label: 'Switch between light and dark', menu: 'Go', startsGroup: true },
  { id: 'app.about', label: 'About Custos', menu: 'Help' },
] as const satisfies readonly AppCommand[];

export type AppCommandId = (typeof appCommands)[number]['id'];
