import { restsOnConsent, type Purpose } from '#shared/domain/purpose.ts';
import { declaredForRelease } from '#shared/register/declared-for-release.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';

/** Whether a purpose rests on consent: as it is stated, or by what the register of processing says of it. */
export function isOnConsent(state: EngineSession, purpose: Purpose | null): boolean {
  if (purpose === null) return false;
  if (restsOnConsent(purpose)) return true;
  const { workspace } = state;
  if (workspace === null) return false;
  const asked = { dataset: null, purpose: purpose.id, columns: [] };
  const { basis } = declaredForRelease(registerSnapshot(workspace, { now: state.now() }), asked, state.today());
  return basis?.basis === 'consent';
}
