import type { Operator, OperatorRole } from '#shared/domain/operator.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { rememberOperator } from '#engine/workspace/recent-workspaces.ts';

/**
 * Adds somebody who works in the open workspace from now on. @throws Failure PASSPHRASE_WEAK, ROLE_REFUSED, WRONG_USAGE,
 * PASSPHRASE_WRONG, PASSPHRASE_MISSING, OPERATOR_MISSING
 */
export async function addOperator(
  state: EngineSession,
  input: {
    name: string;
    role: OperatorRole;
    passphrase: string;
    weakAccepted?: boolean | undefined;
    own?: string | undefined;
  },
): Promise<Operator[]> {
  const workspace = state.requireWorkspace();
  const before = workspace.summary();
  workspace.operators.requireMay('operator.added');
  await refuseWeakPassphrase(input.passphrase, input.weakAccepted ?? false);
  await workspace.operators.add(input);
  // A passphrase that is remembered was that of whoever was alone.
  if (before.operators === 0) rememberOperator(state.environment.profileDirectory, workspace.id, workspace.summary());
  return workspace.operators.list();
}
