import { Failure } from '#shared/contract/failure.ts';
import { consentText } from '#shared/text/engine/consent.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { purposeIdMeant } from '../lawfulness/purpose-meant.ts';
import { requireEnterable } from '../require-enterable.ts';
import { countStandings } from './consent-status.ts';
import { purposeTitleOf } from './purpose-words.ts';

/**
 * Enters into the log where everybody whom the ledger knows stands for a purpose today: that consent was checked.
 * @throws Failure WRONG_USAGE where the ledger has nothing for it, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function checkConsent(state: EngineSession, word: string): { registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'consent.checked');
  const { consent } = workspace.catalog;
  const purposeId = purposeIdMeant(state, word);
  if (!consent.purposes().some(({ purpose }) => purpose === purposeId))
    throw new Failure('WRONG_USAGE', consentText.noneFor(purposeTitleOf(state, purposeId).title));
  const day = state.today();
  const { people } = countStandings(state, purposeId, day, null);
  const { seq } = workspace.register.append({
    kind: 'consent.checked',
    subjectRef: purposeId,
    payload: { purposeId, day, people, lastEvent: consent.lastEvent() },
  });
  return { registerEntry: seq };
}
