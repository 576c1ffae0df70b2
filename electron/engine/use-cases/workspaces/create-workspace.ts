import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import { workspacePath } from '#shared/domain/workspace-path.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { rememberPassphrase } from '#engine/key-store/remembered.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import { accountName } from '#engine/machine/account-name.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { createWorkspace } from '#engine/workspace/open-workspace.ts';
import { proposeOrganisation } from '../records/propose-answers.ts';
import { listOpen } from './list-open.ts';

/** What a person says of a workspace that is to stay. `remember`: its passphrase, in the system's key store. */
export interface LastingWorkspace {
  grantId: string;
  organisation: string;
  operator: string;
  passphrase: string;
  weakAccepted?: boolean | undefined;
  remember?: boolean | undefined;
}

/** Makes a workspace at a granted place and opens it. The recovery key is told here and never again. */
export async function createLastingWorkspace(
  state: EngineSession,
  input: LastingWorkspace & { policy: ClassificationPolicy },
): Promise<{ workspace: WorkspaceSummary; recoveryKey: string; remembered: boolean }> {
  const { organisation, operator, policy, passphrase } = input;
  const directory = workspacePath(state.grants.path(input.grantId, 'workspace-create'));
  await refuseWeakPassphrase(passphrase, input.weakAccepted ?? false);
  await state.closeWorkspace();
  const { workspace, recoveryKey } = await createWorkspace(
    directory,
    { organisation, operator, policy, passphrase },
    state.environment,
  );
  await state.adoptWorkspace(workspace);
  proposeOrganisation(state);
  await listOpen(state);
  const remembered = await rememberPassphrase(state.environment.keyStore, workspace.id, input);
  return { workspace: workspace.summary(), recoveryKey, remembered };
}

/** Opens an empty workspace in a private directory, wiped on close unless it is saved. */
export async function createTemporaryWorkspace(
  state: EngineSession,
  input: { name: string; operator: string },
): Promise<WorkspaceSummary> {
  await state.closeWorkspace();
  const name = input.name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').trim() || workspaceText.untitled;
  const { workspace } = await createWorkspace(
    workspacePath(name),
    { organisation: '', operator: input.operator || accountName(), policy: 'customer-tracking', temporary: true },
    state.environment,
  );
  await state.adoptWorkspace(workspace);
  return workspace.summary();
}
