import { Failure } from '#shared/contract/failure.ts';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/**
 * Before work is done and a file written that the log must know of: whoever works here may write that entry, and the
 * workspace takes it.
 * @throws Failure ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function requireEnterable(workspace: Workspace, kind: EntryKind): void {
  workspace.operators.requireMay(kind);
  if (workspace.readOnlyPlace) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.cannotBeEntered);
}
