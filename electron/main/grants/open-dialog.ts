import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { GrantUse, OpenKind } from '#shared/contract/bridge.ts';

const everything = { name: 'All files', extensions: ['*'] };

const dialogs: Record<OpenKind, { use: GrantUse; options: OpenDialogOptions }> = {
  dataset: {
    use: 'read',
    options: {
      title: 'Open dataset',
      properties: ['openFile'],
      filters: [{ name: 'Datasets', extensions: ['csv', 'tsv', 'txt', 'json', 'jsonl', 'ndjson', 'parquet', 'xlsx', 'sqlite', 'sqlite3', 'db'] }, everything],
    },
  },
  codebook: { use: 'read', options: { title: 'Open codebook', properties: ['openFile'], filters: [{ name: 'Codebooks', extensions: ['csv', 'json'] }, everything] } },
  recipe: { use: 'read', options: { title: 'Open recipe', properties: ['openFile'], filters: [{ name: 'Recipes', extensions: ['json'] }, everything] } },
  key: { use: 'read', options: { title: 'Open key file', properties: ['openFile'], filters: [everything] } },
  workspace: { use: 'workspace-open', options: { title: 'Open workspace (a folder whose name ends in .custos)', properties: ['openDirectory'] } },
};

/** Asks the person; null where they cancelled. */
export async function chooseToOpen(kind: OpenKind, window: BrowserWindow): Promise<{ path: string; use: GrantUse } | null> {
  const { use, options } = dialogs[kind];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  const [path] = filePaths;
  return canceled || !path ? null : { path, use };
}
