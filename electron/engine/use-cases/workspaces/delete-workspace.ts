import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requiredReason } from '../required-reason.ts';
import { forgetRecent } from '#engine/workspace/recent-workspaces.ts';

/** Takes a workspace off the list, and its passphrase out of the key store. */
export async function forgetWorkspace({ environment }: EngineSession, id: string): Promise<void> {
  await environment.keyStore.forget(id);
  forgetRecent(environment.profileDirectory, id);
}

/**
 * Deletes the open workspace's folder for good. The reason is its register's last entry: this machine keeps the signed
 * head of it, so that a copy that is put back later is told to be older.
 * @throws Failure WORKSPACE_READ_ONLY, ROLE_REFUSED, WRONG_USAGE without its name or a reason
 */
export async function deleteWorkspace(
  state: EngineSession,
  { confirmName, reason: given }: { confirmName: string; reason: string },
): Promise<void> {
  const workspace = state.requireWorkspace();
  const { id, name, readOnly } = workspace.summary();
  // Nobody but who says who works here takes it from everybody.
  workspace.operators.requireMay('operator.added');
  if (workspace.readOnlyPlace) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnlyNotDeleted);
  if (confirmName !== name) throw new Failure('WRONG_USAGE', workspaceText.typeNameToDelete(name));
  const reason = requiredReason(given, workspaceText.reasonToDelete(name));
  // A register that does not verify takes no entry, and may go all the same.
  if (!readOnly) workspace.register.append({ kind: 'workspace.deleted', subjectRef: id, payload: { name, reason } });
  await state.destroyWorkspace();
  await forgetWorkspace(state, id);
}
