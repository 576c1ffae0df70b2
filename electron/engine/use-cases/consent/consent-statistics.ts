import type { ConsentStatistics } from '#shared/domain/consent.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { countStandings } from './consent-status.ts';
import { purposeTitleOf } from './purpose-words.ts';

/**
 * Consent by purpose, from the events that were in the ledger at a moment.
 * @param moment ISO 8601
 */
export function consentStatistics(state: EngineSession, moment: string): ConsentStatistics[] {
  const { consent } = state.requireWorkspace().catalog;
  const batches = consent.batches().filter(({ recordedAt }) => recordedAt <= moment);
  const upTo = Math.max(0, ...batches.map(({ lastEvent }) => lastEvent));
  const hashes = consent.hashes();
  const day = moment.slice(0, 10);
  return consent.purposes().flatMap(({ purpose }) => {
    const events = [...consent.ofPurpose(purpose, upTo)];
    if (events.length === 0) return [];
    const { people, unknown, due } = countStandings(state, purpose, day, null, upTo);
    const of = new Map<string, number>();
    for (const { batch } of events) of.set(batch, (of.get(batch) ?? 0) + 1);
    const readings = batches.flatMap(({ id, recordedAt: at, form }) => {
      const [number, hashed] = [of.get(id), hashes.get(id)];
      return number === undefined || hashed === undefined
        ? []
        : [{ at, form, events: number, entriesSha256: hashed.sha256 }];
    });
    return [{ purpose, title: purposeTitleOf(state, purpose).title, day, people, unknown, due, readings }];
  });
}
