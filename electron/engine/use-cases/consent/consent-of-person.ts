import type { ConsentOfPerson, ShownConsentEvent } from '#shared/contract/consent.ts';
import { consentKeyKinds } from '#shared/domain/consent.ts';
import { standingOn, validityDays } from '#shared/consent/standing.ts';
import { normalisedKey, pseudonymiser } from '#engine/consent/person-key.ts';
import { batchesById, eventOf } from '#engine/consent/standings.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { purposeTitleOf } from './purpose-words.ts';

/**
 * What the ledger has of the person whom a value names, whichever column named them. The value is kept nowhere, nor is
 * that somebody asked.
 */
export function consentOfPerson(state: EngineSession, value: string): ConsentOfPerson {
  const workspace = state.requireWorkspace();
  const { consent } = workspace.catalog;
  const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
  const people = consentKeyKinds.flatMap((kind) => {
    const normalised = normalisedKey(kind, value);
    return normalised === null ? [] : [pseudonymOf(kind, normalised)];
  });
  const batches = batchesById(consent);
  const stored = people.flatMap((person) => consent.ofPerson(person));
  const days = validityDays(state.policyOn(state.today()));
  const purposes = [...new Set(stored.map(({ purpose }) => purpose))];
  return {
    events: stored
      .map((event): ShownConsentEvent => {
        const { state: said, at, until, doubt, recordedAt } = eventOf(event, batches);
        const batch = batches.get(event.batch);
        const source = batch?.file?.name ?? batch?.keyColumn ?? '';
        return { seq: event.seq, purpose: event.purpose, state: said, at, until, doubt, recordedAt, source };
      })
      .toSorted((a, b) => b.seq - a.seq),
    standings: purposes.map((purpose) => ({
      purpose,
      title: purposeTitleOf(state, purpose).title,
      standing: standingOn(
        stored.filter((event) => event.purpose === purpose).map((event) => eventOf(event, batches)),
        state.today(),
        days,
      ),
    })),
  };
}
