import type { ConsentRelease } from '#shared/contract/consent.ts';
import { standingOn, validityDays } from '#shared/consent/standing.ts';
import type { ConsentEvent } from '#shared/consent/consent-event.ts';
import { batchesById, eventOf } from '#engine/consent/standings.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

const ended: ReadonlySet<string> = new Set(['withdrawn', 'refused']);

/**
 * The releases that were written for a purpose before somebody took consent back, newest first: what they hold cannot be
 * taken out of them any more, and whoever has them is to be told (GDPR Art. 19). A release that rests on a file whose
 * people the ledger does not know is among them: nobody can tell that it holds none of them.
 */
export function consentReleases(state: EngineSession, purpose: string): ConsentRelease[] {
  const { catalog } = state.requireWorkspace();
  const written = catalog
    .entriesOf('release.written')
    .filter(({ payload }) => payload.purpose === purpose && payload.release !== 'anonymised');
  if (written.length === 0) return [];
  const withdrawn = withdrawalsOf(state, purpose);
  return written
    .toReversed()
    .map(({ seq, ts, subjectRef, payload }) => ({
      releaseId: payload.releaseId ?? subjectRef,
      fileName: payload.fileName,
      purpose,
      recipient: payload.recipient ?? null,
      writtenAt: ts,
      entry: seq,
      withdrawn: withdrawn.filter((recordedAt) => recordedAt > ts).length,
    }))
    .filter((release) => release.withdrawn > 0);
}

/** When it became known of each person whose consent has ended by word, not by time, that it had. */
function withdrawalsOf(state: EngineSession, purpose: string): string[] {
  const { consent } = state.requireWorkspace().catalog;
  const batches = batchesById(consent);
  const days = validityDays(state.policyOn(state.today()));
  const found: string[] = [];
  const settle = (events: readonly ConsentEvent[]): void => {
    if (events.length === 0 || !ended.has(standingOn(events, state.today(), days).standing)) return;
    const endings = events.filter(({ state: said }) => said !== 'given' && said !== 'renewed' && said !== 'unknown');
    found.push(endings.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a > b ? a : b), ''));
  };
  let person: string | null = null;
  let events: ConsentEvent[] = [];
  for (const stored of consent.ofPurpose(purpose, Number.MAX_SAFE_INTEGER)) {
    if (stored.person !== person) {
      settle(events);
      [person, events] = [stored.person, []];
    }
    events.push(eventOf(stored, batches));
  }
  settle(events);
  return found;
}
