import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { GrantUse, OpenKind } from '#shared/contract/bridge.ts';
import { dialogsText } from '#shared/text/main/dialogs.ts';

const everything = { name: dialogsText.kinds.all, extensions: ['*'] };

const dialogs: Record<OpenKind, { use: GrantUse; options: OpenDialogOptions }> = {
  dataset: {
    use: 'read',
    options: {
      title: dialogsText.open.dataset,
      properties: ['openFile'],
      filters: [
        {
          name: dialogsText.kinds.datasets,
          extensions:
            'csv tsv txt log vcf json jsonl ndjson parquet xlsx sqlite sqlite3 db duckdb ddb gz zst zip'.split(' '),
        },
        everything,
      ],
    },
  },
  codebook: {
    use: 'read',
    options: {
      title: dialogsText.open.codebook,
      properties: ['openFile'],
      filters: [{ name: dialogsText.kinds.codebooks, extensions: ['csv', 'json'] }, everything],
    },
  },
  register: {
    use: 'read',
    options: {
      title: dialogsText.open.register,
      properties: ['openFile'],
      filters: [
        { name: dialogsText.kinds.registers, extensions: ['xlsx', 'csv', 'tsv', 'txt', 'json', 'jsonld'] },
        everything,
      ],
    },
  },
  consent: {
    use: 'read',
    options: {
      title: dialogsText.open.consent,
      properties: ['openFile'],
      filters: [
        {
          name: dialogsText.kinds.consent,
          extensions: ['csv', 'tsv', 'txt', 'xlsx', 'json', 'jsonl', 'ndjson', 'jsonld', 'parquet'],
        },
        everything,
      ],
    },
  },
  recipe: {
    use: 'read',
    options: {
      title: dialogsText.open.recipe,
      properties: ['openFile'],
      filters: [{ name: dialogsText.kinds.recipes, extensions: ['json'] }, everything],
    },
  },
  backup: {
    use: 'read',
    options: {
      title: dialogsText.open.backup,
      properties: ['openFile'],
      filters: [{ name: dialogsText.kinds.backup, extensions: ['zip'] }, everything],
    },
  },
  hierarchy: {
    use: 'read',
    options: {
      title: dialogsText.open.hierarchy,
      properties: ['openFile'],
      filters: [{ name: dialogsText.kinds.csv, extensions: ['csv', 'txt'] }, everything],
    },
  },
  key: { use: 'read', options: { title: dialogsText.open.key, properties: ['openFile'], filters: [everything] } },
  head: {
    use: 'read',
    options: {
      title: dialogsText.open.head,
      properties: ['openFile'],
      filters: [{ name: dialogsText.kinds.head, extensions: ['head', 'tlog-proof', 'proof'] }, everything],
    },
  },
  workspace: { use: 'workspace-open', options: { title: dialogsText.open.workspace, properties: ['openDirectory'] } },
};

/** Asks the person; null where they cancelled. */
export async function chooseToOpen(
  kind: OpenKind,
  window: BrowserWindow,
): Promise<{ path: string; use: GrantUse } | null> {
  const { use, options } = dialogs[kind];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  const [path] = filePaths;
  return canceled || !path ? null : { path, use };
}
