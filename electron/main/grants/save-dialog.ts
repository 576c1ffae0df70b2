import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GrantUse, SaveKind } from '#shared/contract/bridge.ts';
import { safeName, withEnding } from './suggested-name.ts';

const dialogs: Record<SaveKind, { title: string; use: GrantUse; filters: FileFilter[] }> = {
  release: {
    title: 'Save release',
    use: 'write',
    filters: [
      { name: 'CSV', extensions: ['csv'] },
      { name: 'TSV', extensions: ['tsv'] },
      { name: 'JSON Lines', extensions: ['jsonl'] },
      { name: 'Parquet', extensions: ['parquet'] },
      { name: 'Excel workbook', extensions: ['xlsx'] },
    ],
  },
  recipe: { title: 'Save recipe', use: 'write', filters: [{ name: 'Recipe', extensions: ['json'] }] },
  dictionary: { title: 'Save data dictionary', use: 'write', filters: [{ name: 'CSV', extensions: ['csv'] }, { name: 'JSON', extensions: ['json'] }] },
  workspace: { title: 'Save workspace', use: 'workspace-create', filters: [{ name: 'Custos workspace', extensions: ['custos'] }] },
  key: { title: 'Save recovery key', use: 'write', filters: [{ name: 'Text', extensions: ['txt'] }] },
  report: { title: 'Save report', use: 'write', filters: [{ name: 'All files', extensions: ['*'] }] },
};

/** Asks the person; null where they cancelled. The dialog asks before replacing a file, and so does this where it completes the name. */
export async function chooseToSave(kind: SaveKind, suggestedName: string, window: BrowserWindow): Promise<{ path: string; use: GrantUse } | null> {
  const { title, use, filters } = dialogs[kind];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    filters,
    defaultPath: join(app.getPath('documents'), safeName(suggestedName)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  const path = withEnding(filePath, kind);
  if (path !== filePath && use === 'write' && existsSync(path)) {
    const { response } = await dialog.showMessageBox(window, { type: 'question', message: `${basename(path)} exists already. Replace it?`, buttons: ['Cancel', 'Replace'], defaultId: 0, cancelId: 0 });
    if (response !== 1) return null;
  }
  return { path, use };
}
