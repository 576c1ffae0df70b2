import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { workspacePath } from '#shared/domain/workspace-path.ts';
import { rememberPassphrase } from '#engine/key-store/remembered.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { proposeOrganisation } from '../records/propose-answers.ts';
import type { LastingWorkspace } from './create-workspace.ts';
import { listOpen } from './list-open.ts';

/** Makes the open temporary workspace stay, at a granted place. The recovery key is told here and never again. */
export async function saveTemporaryWorkspace(
  state: EngineSession,
  input: LastingWorkspace,
): Promise<{ workspace: WorkspaceSummary; recoveryKey: string; remembered: boolean }> {
  const { organisation, operator, passphrase } = input;
  const workspace = state.requireWorkspace();
  await refuseWeakPassphrase(passphrase, input.weakAccepted ?? false);
  state.recipeSittings.endAll(workspace);
  const directory = workspacePath(state.grants.path(input.grantId, 'workspace-create'));
  const { recoveryKey } = await workspace.saveAs(directory, { organisation, operator, passphrase });
  proposeOrganisation(state);
  await listOpen(state);
  const remembered = await rememberPassphrase(state.environment.keyStore, workspace.id, input);
  return { workspace: workspace.summary(), recoveryKey, remembered };
}
