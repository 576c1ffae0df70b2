import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from '../workspace-folder/json-file.ts';
import { makeFolder } from '../workspace-folder/make-folder.ts';

/** A workspace that was opened before; `directory` is absolute, `openedAt` ISO 8601. */
const recentWorkspace = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  directory: z.string(),
  openedAt: z.string(),
  /** When it was opened the time before; absent the first time. */
  openedBefore: z.string().optional(),
  /** Whose passphrase the key store remembers, where operators are registered. */
  operator: z.string().optional(),
});
export type RecentWorkspace = z.infer<typeof recentWorkspace>;

const recentFile = z.object({
  format: z.literal('custos-recent'),
  formatVersion: z.literal(1),
  workspaces: z.array(recentWorkspace),
});
const most = 20;
const fileIn = (profileDirectory: string): string => join(profileDirectory, 'recent-workspaces.json');

/** Newest first. A file that cannot be understood counts as empty: the list is a convenience. */
export function listRecent(profileDirectory: string): RecentWorkspace[] {
  const parsed = recentFile.safeParse(readJson(fileIn(profileDirectory)));
  return parsed.success ? parsed.data.workspaces : [];
}

function write(profileDirectory: string, workspaces: RecentWorkspace[]): void {
  makeFolder(profileDirectory);
  writeJson(fileIn(profileDirectory), { format: 'custos-recent', formatVersion: 1, workspaces });
}

/**
 * Puts it first; an older mention of the same folder or the same workspace goes.
 *
 * @returns ids of the workspaces that left the list by this
 */
export function addRecent(profileDirectory: string, workspace: RecentWorkspace): string[] {
  const before = listRecent(profileDirectory);
  const others = before.filter(({ id, directory }) => id !== workspace.id && directory !== workspace.directory);
  const { operator, openedAt: openedBefore } = before.find(({ id }) => id === workspace.id) ?? {};
  const kept = {
    ...(operator === undefined ? {} : { operator }),
    ...(openedBefore === undefined ? {} : { openedBefore }),
  };
  const now = [{ ...kept, ...workspace }, ...others].slice(0, most);
  write(profileDirectory, now);
  return before.map(({ id }) => id).filter((id) => !now.some((kept) => kept.id === id));
}

/** Says whose passphrase is remembered for a workspace: the operator's, or the only one there is. */
export function rememberOperator(
  profileDirectory: string,
  workspaceId: string,
  { operator, operators }: { operator: string; operators: number },
): void {
  write(
    profileDirectory,
    listRecent(profileDirectory).map(({ operator: _before, ...workspace }) =>
      workspace.id !== workspaceId
        ? { ...workspace, ...(_before === undefined ? {} : { operator: _before }) }
        : { ...workspace, ...(operators === 0 ? {} : { operator }) },
    ),
  );
}

export function forgetRecent(profileDirectory: string, id: string): void {
  write(
    profileDirectory,
    listRecent(profileDirectory).filter((workspace) => workspace.id !== id),
  );
}
