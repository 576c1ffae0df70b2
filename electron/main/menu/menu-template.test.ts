import { expect, test } from 'vitest';
import { appCommands } from '#shared/domain/app-command.ts';
import { menuTemplate } from './menu-template.ts';

const items = (template: ReturnType<typeof menuTemplate>) =>
  template.flatMap(({ submenu }) => submenu as { id?: string; role?: string; click?: () => void }[]);

test('every command is in the menu and reaches the page', () => {
  const sent: string[] = [];
  for (const { id, click } of items(menuTemplate((command) => sent.push(command), { devTools: false, quit: () => {} })))
    if (id) click?.();
  expect(sent.sort()).toEqual(appCommands.map(({ id }) => id).sort());
});

test('developer tools are offered only to developers', () => {
  const roles = (devTools: boolean) =>
    items(menuTemplate(() => {}, { devTools, quit: () => {} })).map(({ role }) => role);
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(true)).toContain('toggleDevTools');
});
