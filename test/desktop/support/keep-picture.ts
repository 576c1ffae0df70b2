import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const folder = resolve(import.meta.dirname, '../../../docs/screenshots');

/** Whether this run makes the pictures of the README and docs anew (CUSTOS_SCREENSHOTS=1). */
export const keepsPictures = process.env.CUSTOS_SCREENSHOTS === '1';

/** Where a kept picture lies. */
export function picturePath(name: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

/** Takes a picture for the docs where this run makes them. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (keepsPictures) await page.screenshot({ path: picturePath(name) });
}
