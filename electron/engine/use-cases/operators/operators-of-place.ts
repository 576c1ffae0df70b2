import { Failure } from '#shared/contract/failure.ts';
import type { OperatorRole } from '#shared/domain/operator.ts';
import { listOperators } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { listRecent } from '#engine/workspace/recent-workspaces.ts';

/**
 * Who works in a workspace that is not open yet: the register says it to whoever holds the folder. What keeps it from
 * being read is told when it is opened.
 */
export function operatorsOfPlace(
  state: EngineSession,
  input: { grantId?: string | undefined; recentId?: string | undefined },
): { name: string; role: OperatorRole }[] {
  const listed = listRecent(state.environment.profileDirectory).find(({ id }) => id === input.recentId);
  const directory = listed?.directory ?? state.grants.path(input.grantId ?? '', 'workspace-open');
  try {
    return listOperators(directory).flatMap(({ name, role, left }) => (left === null ? [{ name, role }] : []));
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
