import { compareRegister } from '#shared/register/compare/compare-register.ts';
import type { Comparison } from '#shared/register/compare/difference.ts';
import type { WholeSnapshot } from '#shared/register/register-snapshot.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { observeWorkspace } from './observe-workspace.ts';
import { registerSnapshot } from './register-snapshot.ts';

/**
 * Everything that the open workspace shows, held against what its register says today.
 * @param register of this moment, where it was read already
 */
export async function compareWorkspace(state: EngineSession, register?: WholeSnapshot): Promise<Comparison> {
  const observed = await observeWorkspace(state);
  const today = state.today();
  const snapshot = register ?? registerSnapshot(state.requireWorkspace());
  return compareRegister(snapshot, observed, state.policyOn(today), today);
}
