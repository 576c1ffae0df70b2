// A file dragged from the desktop onto the window, as the system hands it over: the page gets a name, main the path,
// the engine the grant.
import type { CDPSession } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/launch.ts';
import { findLauncher, giveToApp } from './support/unprivileged.ts';
import { gridCell } from './support/window.ts';

/** Drags a path over the middle of the window and lets it go there, through the browser's own input. */
async function drop(session: CDPSession, path: string): Promise<void> {
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
}

test('a file dropped on the window is offered for import, and a folder or a vanished file is refused in a sentence', async ({
  custos,
}) => {
  const { page, app, folder } = custos;
  const { uid } = findLauncher();
  const file = join(folder, 'visitors.csv');
  writeFileSync(
    file,
    `email,visits\n${Array.from({ length: 60 }, (_, at) => `visitor${at}@mail.example,${at}`).join('\n')}\n`,
  );
  giveToApp(file, uid);
  const session = await app.context().newCDPSession(page);

  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  const inside = join(folder, 'a folder');
  mkdirSync(inside);
  giveToApp(inside, uid);
  await drop(session, inside);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await page.getByRole('alert').innerText()).not.toContain(folder);

  await drop(session, file);
  const confirm = page.getByRole('button', { name: 'Import', exact: true });
  await expect(confirm).toBeVisible();
  await expect(page.getByRole('main')).toContainText('visitors.csv');
  expect(await page.content()).not.toContain(folder);
  await confirm.click();
  await expect(gridCell(page, 0, 'c1')).toHaveText(/@/, { timeout: 60_000 });
  await expect(gridCell(page, 59, 'c2').or(gridCell(page, 0, 'c2'))).toBeVisible();
});
