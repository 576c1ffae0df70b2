import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { takeFileLock, type FileLock } from '#engine/catalog/file-lock.ts';
import { readJson, writeJson } from './json-file.ts';

const holderFile = (directory: string): string => join(directory, 'lock.json');
const holder = z.object({ pid: z.int(), since: z.string().max(40) });

function takeLock(directory: string, name: string): FileLock | null {
  try {
    return takeFileLock(join(directory, 'lock.sqlite'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
      throw new Failure('WORKSPACE_DAMAGED', workspaceText.lockOverwritten(name), { cause: error });
    throw error;
  }
}

/**
 * One writer at a time, across processes. The lock itself dies with its process; `lock.json` only says who holds it.
 * @throws Failure WORKSPACE_LOCKED; SQLite's error in a read-only folder
 */
export function lockWorkspace(directory: string, name: string, now: Date): { release(): void } {
  const lock = takeLock(directory, name);
  if (lock === null) {
    const known = holder.safeParse(readJson(holderFile(directory)));
    throw new Failure(
      'WORKSPACE_LOCKED',
      known.success
        ? workspaceText.openInProcess(name, known.data.pid, known.data.since)
        : workspaceText.openElsewhere(name),
    );
  }
  try {
    writeJson(holderFile(directory), { pid: process.pid, since: now.toISOString() });
  } catch {
    // Only for the sentence; a full disk must not keep anybody from looking.
  }
  return {
    release: () => {
      rmSync(holderFile(directory), { force: true });
      lock.release();
    },
  };
}

/**
 * Whether some program says that it has the workspace open: true of one that was killed, too. Only for deciding whether
 * to look twice.
 */
export const isBeingWritten = (directory: string): boolean => existsSync(holderFile(directory));

/** Whether the process that says so lives on this machine: what it left half done is then still under way. */
export function writerLives(directory: string): boolean {
  const known = holder.safeParse(readJson(holderFile(directory)));
  if (!known.success) return false;
  try {
    process.kill(known.data.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
