import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Whether a sealed file may bear this name. */
export const isSealedName = (name: string): boolean => namePattern.test(name);

/** Where the sealed file of this name lies. @throws Failure INTERNAL for a name that could leave its folder */
export function sealedPath(directory: string, name: string): string {
  if (!isSealedName(name)) throw new Failure('INTERNAL', workspaceText.noSealedName);
  return join(directory, 'data', `${name}.sealed`);
}

/**
 * Sealed files that are to take the place of others. Each lies beside the one whose name it is sealed under, so that
 * taking its place is a rename: whole or not at all, and what lay there is gone with it.
 */
export const nextPath = (directory: string, name: string): string => `${sealedPath(directory, name)}.next`;
