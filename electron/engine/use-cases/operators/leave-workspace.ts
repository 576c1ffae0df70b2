import type { Operator } from '#shared/domain/operator.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/**
 * Enters that somebody works here no more; who leaves themself closes the workspace by it. @throws Failure ROLE_REFUSED,
 * OPERATOR_UNKNOWN, WRONG_USAGE where nobody would be approver any more
 */
export async function leaveWorkspace(
  state: EngineSession,
  { name, reason }: { name: string; reason: string },
): Promise<Operator[]> {
  const workspace = state.requireWorkspace();
  const themself = workspace.summary().operator === name;
  state.recipeSittings.endAll(workspace);
  // Nothing is signed by them after it.
  if (themself) await state.endUnderWay();
  workspace.operators.leave(name, reason);
  const list = workspace.operators.list();
  if (themself) await state.closeWorkspace();
  return list;
}
