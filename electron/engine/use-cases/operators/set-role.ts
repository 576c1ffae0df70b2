import type { Operator, OperatorRole } from '#shared/domain/operator.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Gives somebody another role, with the reason. @throws Failure ROLE_REFUSED, OPERATOR_UNKNOWN, WRONG_USAGE */
export function setRole(
  state: EngineSession,
  { name, role, reason }: { name: string; role: OperatorRole; reason: string },
): Operator[] {
  const { operators } = state.requireWorkspace();
  operators.setRole(name, role, reason);
  return operators.list();
}
