import { isAbsolute } from 'node:path';
import { openKinds, saveKinds, shellChannels, type OpenKind, type SaveKind } from '#shared/contract/bridge.ts';
import { shellText } from '#shared/text/main/shell.ts';
import { answer, ShellError } from '#main/security/trusted-sender.ts';
import { useOfPath } from './dropped-file.ts';
import type { GrantStore } from './grant-store.ts';
import { chooseToOpen } from './open-dialog.ts';
import type { OpenedFiles } from './opened-files.ts';
import { chooseToSave } from './save-dialog.ts';

const record = (raw: unknown): Record<string, unknown> =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};

export function parseOpen(raw: unknown): { kind: OpenKind } | null {
  const { kind } = record(raw);
  return openKinds.includes(kind as OpenKind) ? { kind: kind as OpenKind } : null;
}

export function parseSave(raw: unknown): { kind: SaveKind; suggestedName: string } | null {
  const { kind, suggestedName } = record(raw);
  return saveKinds.includes(kind as SaveKind) && typeof suggestedName === 'string' && suggestedName.length <= 1000
    ? { kind: kind as SaveKind, suggestedName }
    : null;
}

export function parseDropped(raw: unknown): { path: string } | null {
  const { path } = record(raw);
  return typeof path === 'string' && path.length <= 4096 && !path.includes('\0') ? { path } : null;
}

/** Answers the page's wishes for files: a person chooses, the engine learns the path, the page learns a name. */
export function answerGrants(grants: GrantStore, opened: OpenedFiles): void {
  answer(shellChannels.requestOpen, parseOpen, async ({ kind }, window) => {
    const chosen = await chooseToOpen(kind, window);
    return chosen && grants.add(chosen.path, chosen.use);
  });
  answer(shellChannels.requestSave, parseSave, async ({ kind, suggestedName }, window) => {
    const chosen = await chooseToSave(kind, suggestedName, window);
    return chosen && grants.add(chosen.path, chosen.use);
  });
  answer(shellChannels.grantDropped, parseDropped, ({ path }) => {
    if (!isAbsolute(path)) throw new ShellError(shellText.onlyOwnFiles);
    return grants.add(path, useOfPath(path));
  });
  answer(
    shellChannels.watchFiles,
    (raw) => (raw === undefined ? true : null),
    (_input, window) => opened.tell(window),
  );
}
