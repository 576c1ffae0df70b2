import Database from 'better-sqlite3';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Custos } from './launch.ts';
import { openDataset } from './window.ts';

/** Under which Ada saved it. */
export const passphrase = 'a passphrase for the tests';
const someone = `email,city\n${Array.from({ length: 20 }, (_, at) => `p${at}@example.org,Bonn`).join('\n')}\n`;

/** A workspace that was saved for good by Ada, with one small dataset, `people`; its folder. */
export async function savedWorkspace(custos: Custos, csv = someone): Promise<string> {
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, csv);
  await openDataset(custos, file);
  return saveWorkspace(custos);
}

/** Saves the open workspace for good, as Ada; its folder. */
export async function saveWorkspace(custos: Custos): Promise<string> {
  const { page } = custos;
  const workspace = await custos.answerSaveDialog('kept.custos');
  await page.getByRole('button', { name: 'Save workspace…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /^Operator|^Your name/ })
    .first()
    .fill('Ada Officer');
  await dialog.locator('input[type=password]').first().fill(passphrase);
  await dialog.locator('input[type=password]').nth(1).fill(passphrase);
  await dialog.locator('button[type=submit]').click();
  await page.getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button').last().click();
  return workspace;
}

export interface Entry {
  seq: number;
  kind: string;
  actor: string;
  payload: Record<string, unknown>;
}

/** Entries of the log whose kind is like this, as anybody may read them from the file. */
export function entriesLike(workspace: string, kind: string): Entry[] {
  const database = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const rows = database
    .prepare('SELECT seq, kind, actor, payload FROM log WHERE kind LIKE ? ORDER BY seq')
    .all(kind) as (Omit<Entry, 'payload'> & { payload: string })[];
  database.close();
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> }));
}

/** Entries about records. */
export const recordEntries = (workspace: string): Entry[] => entriesLike(workspace, 'record.%');

/** What the draft, or the newest version, of each record of a kind says, by its reference. */
export function bodiesOf(workspace: string, kind: string): Record<string, Record<string, unknown>> {
  const database = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const rows = database
    .prepare(
      `SELECT ref, body, 0 AS version FROM record_draft WHERE kind = ? UNION ALL
       SELECT ref, body, version FROM record_version WHERE kind = ? ORDER BY version DESC`,
    )
    .all(kind, kind) as { ref: string; body: string }[];
  database.close();
  return Object.fromEntries(rows.map(({ ref, body }) => [ref, JSON.parse(body) as Record<string, unknown>]));
}

interface StoredRecipe {
  steps: { op: string; settings: Record<string, unknown> }[];
}

/** What the working recipe of the one dataset says; null before there is one. */
export function storedRecipe(workspace: string): StoredRecipe | null {
  const folder = join(workspace, 'recipes');
  const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return file === undefined ? null : (JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredRecipe);
}
