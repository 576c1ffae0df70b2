import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GrantUse, SaveKind } from '#shared/contract/bridge.ts';
import { outputFormats } from '#shared/domain/output-formats.ts';
import { dialogsText } from '#shared/text/main/dialogs.ts';
import { safeName, withEnding } from './suggested-name.ts';

const dialogs: Record<SaveKind, { title: string; use: GrantUse; filters: FileFilter[] }> = {
  release: {
    title: dialogsText.save.release,
    use: 'write',
    filters: outputFormats.map(({ called, endings }) => ({ name: called, extensions: [endings[0]] })),
  },
  recipe: {
    title: dialogsText.save.recipe,
    use: 'write',
    filters: [{ name: dialogsText.kinds.recipe, extensions: ['json'] }],
  },
  dictionary: {
    title: dialogsText.save.dictionary,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.csv, extensions: ['csv'] },
      { name: dialogsText.kinds.json, extensions: ['json'] },
    ],
  },
  workspace: {
    title: dialogsText.save.workspace,
    use: 'workspace-create',
    filters: [{ name: dialogsText.kinds.workspace, extensions: ['custos'] }],
  },
  key: { title: dialogsText.save.key, use: 'write', filters: [{ name: dialogsText.kinds.text, extensions: ['txt'] }] },
  certificate: {
    title: dialogsText.save.certificate,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
    ],
  },
  evidence: {
    title: dialogsText.save.evidence,
    use: 'write',
    filters: [{ name: dialogsText.kinds.zip, extensions: ['zip'] }],
  },
  history: {
    title: dialogsText.save.history,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.csv, extensions: ['csv'] },
    ],
  },
  head: {
    title: dialogsText.save.head,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.head, extensions: ['head'] },
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
    ],
  },
  assessment: {
    title: dialogsText.save.assessment,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.json, extensions: ['json'] },
    ],
  },
  register: {
    title: dialogsText.save.register,
    use: 'write',
    filters: [{ name: dialogsText.kinds.all, extensions: ['*'] }],
  },
  people: {
    title: dialogsText.save.people,
    use: 'write',
    filters: [{ name: dialogsText.kinds.csv, extensions: ['csv'] }],
  },
  copy: {
    title: dialogsText.save.copy,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.json, extensions: ['json'] },
    ],
  },
  letter: {
    title: dialogsText.save.letter,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.text, extensions: ['txt'] },
    ],
  },
  calendar: {
    title: dialogsText.save.calendar,
    use: 'write',
    filters: [{ name: dialogsText.kinds.calendar, extensions: ['ics'] }],
  },
  segments: {
    title: dialogsText.save.segments,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.csv, extensions: ['csv'] },
      { name: dialogsText.kinds.json, extensions: ['json'] },
    ],
  },
  notice: {
    title: dialogsText.save.notice,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.text, extensions: ['txt'] },
    ],
  },
  breach: {
    title: dialogsText.save.breach,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.json, extensions: ['json'] },
    ],
  },
  audit: {
    title: dialogsText.save.audit,
    use: 'write',
    filters: [
      { name: dialogsText.kinds.pdf, extensions: ['pdf'] },
      { name: dialogsText.kinds.html, extensions: ['html'] },
      { name: dialogsText.kinds.json, extensions: ['json'] },
    ],
  },
  hierarchy: {
    title: dialogsText.save.hierarchy,
    use: 'write',
    filters: [{ name: dialogsText.kinds.csv, extensions: ['csv'] }],
  },
  backup: {
    title: dialogsText.save.backup,
    use: 'write',
    filters: [{ name: dialogsText.kinds.backup, extensions: ['zip'] }],
  },
  // The name of a folder, which is made.
  tables: { title: dialogsText.save.tables, use: 'write', filters: [] },
  report: {
    title: dialogsText.save.report,
    use: 'write',
    filters: [{ name: dialogsText.kinds.all, extensions: ['*'] }],
  },
};

/**
 * Asks the person; null where they cancelled. The dialog asks before replacing a file, and so does this where it
 * completes the name.
 */
export async function chooseToSave(
  kind: SaveKind,
  suggestedName: string,
  window: BrowserWindow,
): Promise<{ path: string; use: GrantUse } | null> {
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
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: dialogsText.replace(basename(path)),
      buttons: [dialogsText.cancel, dialogsText.replaceIt],
      defaultId: 0,
      cancelId: 0,
    });
    if (response !== 1) return null;
  }
  return { path, use };
}
