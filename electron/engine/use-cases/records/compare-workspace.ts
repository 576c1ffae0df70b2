import { compareRegister } from '#shared/register/compare/compare-register.ts';
import type { Comparison } from '#shared/register/compare/difference.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { observeWorkspace } from './observe-workspace.ts';
import { registerSnapshot } from './register-snapshot.ts';

/** Everything that the open workspace shows, held against what its register says today. */
export async function compareWorkspace(state: EngineSession): Promise<Comparison> {
  const observed = await observeWorkspace(state);
  const today = state.today();
  return compareRegister(registerSnapshot(state.requireWorkspace()), observed, state.policyOn(today), today);
}
