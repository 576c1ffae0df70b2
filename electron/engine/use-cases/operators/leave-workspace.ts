import type { Operator } from '#shared/domain/operator.ts';
import { endSittings } from '#engine/session/end-sittings.ts';
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
  // After it nothing may be signed by them: what is under way is entered, or ended, before.
  if (themself) {
    await state.jobs.cancelAll();
    if (workspace.operators.may('record.drafted')) endSittings(workspace);
  }
  workspace.operators.leave(name, reason);
  const list = workspace.operators.list();
  if (themself) await state.closeWorkspace();
  return list;
}
