import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sync as writeAtomic } from 'write-file-atomic';
import { Failure } from '#shared/contract/failure.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';

const folder = 'recipes';
/** Bytes. No recipe that can be read is larger. */
const largest = 80_000_000;

/**
 * Whether a dataset's id can stand in a file's name; a hostile register may hold others. No dot: what follows the first
 * one is ours.
 */
export const isFileId = (datasetId: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(datasetId);

/** Name of a dataset's working recipe inside the workspace's folder, as people are told it. */
export const recipeFileName = (datasetId: string): string => `${folder}/${datasetId}.json`;

/**
 * The bytes of a workspace's file; null when there is none. @throws Failure WORKSPACE_DAMAGED for a link,
 * RECIPE_INVALID beyond all sizes; file errors
 */
function readWhole(directory: string, name: string): Buffer | null {
  const file = join(directory, name);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isSymbolicLink())
    throw new Failure('WORKSPACE_DAMAGED', workspaceText.partIsLink(basename(directory), name));
  if (found.size > largest)
    throw new Failure('RECIPE_INVALID', recipeFileText.working.unreadable(name, recipeFileText.parse.tooLarge));
  return readFileSync(file);
}

function writeWhole(directory: string, name: string, content: string | Uint8Array): void {
  mkdirSync(join(directory, folder), { recursive: true, mode: 0o700 });
  writeAtomic(join(directory, name), content, { mode: 0o600 });
}

export const readRecipeText = (directory: string, datasetId: string): string | null =>
  readWhole(directory, recipeFileName(datasetId))?.toString('utf8') ?? null;

/**
 * Writes a dataset's working recipe whole or not at all, flushed, for its owner only. A file that lies there and is not
 * `expected` to be replaced is first copied to a name of its own, made from its content.
 * @param expected whether what lies there may go
 */
export function writeRecipeText(
  directory: string,
  datasetId: string,
  text: string,
  expected: (found: string) => boolean,
): void {
  const found = readWhole(directory, recipeFileName(datasetId));
  const known = found?.toString('utf8');
  if (known === text) return;
  if (found && !expected(known ?? ''))
    writeWhole(
      directory,
      `${folder}/${datasetId}.kept-${createHash('sha256').update(found).digest('hex').slice(0, 12)}.json`,
      found,
    );
  writeWhole(directory, recipeFileName(datasetId), text);
}

/** Makes the names of recipes written just now last through a power cut, where the system can (not Windows). */
export function flushRecipeFolder(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(join(directory, folder), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a dataset's working recipe and whatever was kept beside it. */
export function removeRecipeFiles(directory: string, datasetId: string): void {
  const path = join(directory, folder);
  const names = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : [];
  for (const name of names) if (name.startsWith(`${datasetId}.`)) rmSync(join(path, name), { force: true });
}

/** Texts of whatever lies in the folder of recipes under a dataset's name, by file name. */
export function recipeTexts(directory: string, datasetId: string): { name: string; text: string }[] {
  const path = join(directory, folder);
  const names = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : [];
  return names
    .filter((name) => name.startsWith(`${datasetId}.`))
    .map((name) => ({ name, text: readWhole(directory, `${folder}/${name}`)?.toString('utf8') ?? '' }));
}

export const removeRecipeFile = (directory: string, name: string): void =>
  rmSync(join(directory, folder, name), { force: true });
