import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { forgetRecent } from '#engine/workspace/recent-workspaces.ts';

/** Takes a workspace off the list, and its passphrase out of the key store. */
export async function forgetWorkspace({ environment }: EngineSession, id: string): Promise<void> {
  await environment.keyStore.forget(id);
  forgetRecent(environment.profileDirectory, id);
}

/** Deletes the open workspace's folder for good. @throws Failure WORKSPACE_READ_ONLY, WRONG_USAGE without its name */
export async function deleteWorkspace(state: EngineSession, confirmName: string): Promise<void> {
  const workspace = state.requireWorkspace();
  const { id, name } = workspace.summary();
  // There is no entry to refuse: nobody but who says who works here takes it from everybody.
  workspace.operators.requireMay('operator.added');
  if (workspace.readOnlyPlace) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnlyNotDeleted);
  if (confirmName !== name) throw new Failure('WRONG_USAGE', workspaceText.typeNameToDelete(name));
  await state.destroyWorkspace();
  await forgetWorkspace(state, id);
}
