import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { outputsText } from '#shared/text/engine/outputs.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { liesInWorkspace } from '#engine/grants/guard-outputs.ts';
import { placeOf } from '#engine/grants/where-it-lies.ts';

/** @throws Failure WRONG_USAGE, TARGET_PROTECTED, WORKSPACE_EXISTS, WORKSPACE_NONE: where no workspace can be made */
export function checkNewDirectory(directory: string): void {
  const name = basename(directory);
  if (!/^.+\.custos$/i.test(name)) throw new Failure('WRONG_USAGE', workspaceText.endingNeeded(name));
  // The folder is made under a longer name first.
  if (Buffer.byteLength(name) > 200) throw new Failure('WRONG_USAGE', engineText.nameTooLong);
  if (existsSync(directory)) throw new Failure('WORKSPACE_EXISTS', workspaceText.alreadyThere(name));
  if (placeOf(dirname(directory)).spellings.some(liesInWorkspace))
    throw new Failure('TARGET_PROTECTED', outputsText.inWorkspace(name));
  if (!existsSync(dirname(directory))) throw new Failure('WORKSPACE_NONE', workspaceText.folderMissing(name));
}
