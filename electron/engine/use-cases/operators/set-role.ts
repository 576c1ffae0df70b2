import type { Operator, OperatorRole } from '#shared/domain/operator.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Gives somebody another role, with the reason. @throws Failure ROLE_REFUSED, OPERATOR_UNKNOWN, WRONG_USAGE */
export function setRole(
  state: EngineSession,
  { name, role, reason }: { name: string; role: OperatorRole; reason: string },
): Operator[] {
  const workspace = state.requireWorkspace();
  const { recipeSittings } = state;
  // What was done so far is entered while the role is one that may.
  recipeSittings.endAll(workspace);
  workspace.operators.setRole(name, role, reason);
  return workspace.operators.list();
}
