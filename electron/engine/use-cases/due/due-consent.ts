import type { DueItem } from '#shared/domain/due.ts';
import { dueText as text } from '#shared/text/engine/due.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { consentStatus } from '../consent/consent-status.ts';

/** Consent to be looked at again by purpose, and people to be asked again by purpose and month. */
export async function dueConsent(state: EngineSession): Promise<DueItem[]> {
  const of = { kind: 'consent', screen: 'consent' } as const;
  const standings = await consentStatus(state, {});
  return standings.flatMap(({ purpose, code, title, check, due }) => [
    { ...of, id: `check-${purpose}`, ref: code ?? '', what: text.checkConsent(title), at: check.next },
    ...due.map(({ month, people }) => ({
      ...of,
      id: `ask-${purpose}-${month}`,
      ref: code ?? '',
      what: text.askAgain(people, title),
      at: `${month}-01`,
    })),
  ]);
}
