import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseKeyFile, type KeyFile } from '#engine/keys/key-file.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspacePath } from '#shared/domain/workspace-path.ts';
import { keysText } from '#shared/text/engine/keys.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';

export const keysFile = (directory: string): string => join(directory, 'keys.json');

/** A workspace from elsewhere must not lead writing, or reading, to files outside it. */
const ownFiles = [
  'keys.json',
  'register.sqlite',
  'register.sqlite-journal',
  'register.sqlite-wal',
  'head.json',
  'lock.sqlite',
  'lock.json',
  'data',
  'recipes',
  'releases',
  'backups',
];

/** A workspace that is made with a name alone has the ending: who gives the same name again is told. */
function whyNotThere(directory: string): string {
  const name = basename(directory);
  const whole = workspacePath(name);
  const isBeside = whole !== name && existsSync(join(dirname(directory), whole));
  return isBeside ? workspaceText.withEnding(name, whole) : workspaceText.notThere(name);
}

/**
 * @throws Failure WORKSPACE_NONE when the folder is no workspace at all, WORKSPACE_DAMAGED when a part of it is a
 *   link
 */
export function requireWorkspace(directory: string): void {
  const name = basename(directory);
  const stat = statSync(directory, { throwIfNoEntry: false });
  if (stat === undefined) throw new Failure('WORKSPACE_NONE', whyNotThere(directory));
  if (!stat.isDirectory()) throw new Failure('WORKSPACE_NONE', workspaceText.isFile(name));
  const link = ownFiles.find((part) => lstatSync(join(directory, part), { throwIfNoEntry: false })?.isSymbolicLink());
  if (link !== undefined) throw new Failure('WORKSPACE_DAMAGED', workspaceText.partIsLink(name, link));
  if (!existsSync(keysFile(directory)) && !existsSync(join(directory, 'register.sqlite')))
    throw new Failure('WORKSPACE_NONE', workspaceText.isNone(name));
}

/**
 * The sealed keys of a workspace. @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE,
 * FILE_UNREADABLE
 */
export function readKeyFile(directory: string): KeyFile {
  requireWorkspace(directory);
  const name = basename(directory);
  let text: string;
  try {
    text = readFileSync(keysFile(directory), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new Failure('WORKSPACE_DAMAGED', keysText.missing(name), { cause: error });
    throw new Failure('FILE_UNREADABLE', keysText.unreadable(name), { cause: error });
  }
  return parseKeyFile(text, name);
}

/**
 * Whose register this is, as far as the folder says; `missing` and `damaged` are about `keys.json`. @throws Failure
 * WORKSPACE_NONE, WORKSPACE_FROM_FUTURE
 */
export function readIdentity(directory: string): { workspaceId: string; publicKey: string } | 'missing' | 'damaged' {
  requireWorkspace(directory);
  if (!existsSync(keysFile(directory))) return 'missing';
  try {
    const file = readKeyFile(directory);
    return { workspaceId: file.workspaceId, publicKey: file.signing.publicKey };
  } catch (error) {
    if (error instanceof Failure && error.code === 'WORKSPACE_DAMAGED') return 'damaged';
    throw error;
  }
}
