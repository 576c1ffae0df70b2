import type { MenuItemConstructorOptions } from 'electron';
import { appCommands, type AppCommand, type AppCommandId } from '#shared/domain/app-command.ts';
import { menuText } from '#shared/text/main/menu.ts';

const editing: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];
const viewing: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
];

/**
 * The menu bar from the list of commands; `send` hands a chosen one to the page, which also listens for the shortcut
 * keys itself. Quit is not the system's own: that would end the app without the question that closing the window
 * asks.
 */
export function menuTemplate(
  send: (command: AppCommandId) => void,
  options: { devTools: boolean; quit(): void },
): MenuItemConstructorOptions[] {
  const items = (menu: AppCommand['menu']): MenuItemConstructorOptions[] =>
    appCommands
      .filter((command) => command.menu === menu)
      .flatMap((command) => [
        ...(command.startsGroup ? [{ type: 'separator' as const }] : []),
        // The page answers the keys: in a text field they mean something else than in the recipe.
        {
          id: command.id,
          label: command.label,
          accelerator: command.keys,
          registerAccelerator: false,
          click: () => send(command.id),
        },
      ]);
  return [
    {
      label: menuText.File,
      submenu: [
        ...items('File'),
        { type: 'separator' },
        { label: menuText.quit, accelerator: 'CmdOrCtrl+Q', click: options.quit },
      ],
    },
    { label: menuText.Edit, submenu: [...items('Edit'), ...editing] },
    {
      label: menuText.Go,
      submenu: [
        ...items('Go'),
        ...viewing,
        ...(options.devTools ? [{ role: 'toggleDevTools' as const }, { role: 'reload' as const }] : []),
      ],
    },
    { label: menuText.Help, submenu: items('Help') },
  ];
}
