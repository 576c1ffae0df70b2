import type { ConsentForm } from '#shared/domain/consent.ts';
import { consentDoubts, consentStates } from '#shared/domain/consent.ts';
import type { ConsentBatch } from '#shared/domain/consent.ts';
import type { ConsentEvent } from '#shared/consent/consent-event.ts';
import { standingOn, validityDays, type Standing } from '#shared/consent/standing.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import type { consentRepository, StoredConsentEvent } from '#engine/catalog/repositories/consent.ts';

type Repository = ReturnType<typeof consentRepository>;

/** Which part of the ledger counts, and on which day. */
export interface LedgerDay {
  /** YYYY-MM-DD. */
  day: string;
  policy: PolicyInForce;
  /** Number of the last event that counts; absent: all. */
  upTo?: number;
}

/**
 * A stored event as it is judged. One of a reading that this program cannot read, or of a state that it does not know,
 * is unknown: it may say that somebody took consent back.
 */
export function eventOf(stored: StoredConsentEvent, batches: ReadonlyMap<string, ConsentBatch>): ConsentEvent {
  const batch = batches.get(stored.batch);
  const state = consentStates.find((known) => known === stored.state);
  const { at, until } = stored;
  if (batch === undefined || state === undefined)
    return {
      state: 'unknown',
      at: null,
      until: null,
      doubt: 'unreadable',
      form: 'file',
      recordedAt: '9999-12-31T00:00:00Z',
    };
  const doubt = stored.doubt === null ? null : (consentDoubts.find((known) => known === stored.doubt) ?? 'unreadable');
  const form: ConsentForm = batch.form;
  return { state, at, until, doubt, form, recordedAt: batch.recordedAt };
}

export const batchesById = (repository: Repository): Map<string, ConsentBatch> =>
  new Map(repository.batches().map((batch) => [batch.id, batch]));

/** Where everybody of whom the ledger has an event for a purpose stands on a day, by pseudonym. */
export function standingsOf(
  repository: Repository,
  purpose: string,
  { day, policy, upTo }: LedgerDay,
): Map<string, Standing> {
  const batches = batchesById(repository);
  const days = validityDays(policy);
  const found = new Map<string, Standing>();
  let person: string | null = null;
  let events: ConsentEvent[] = [];
  const settle = (): void => {
    if (person !== null) found.set(person, standingOn(events, day, days));
  };
  for (const stored of repository.ofPurpose(purpose, upTo ?? Number.MAX_SAFE_INTEGER)) {
    if (stored.person !== person) {
      settle();
      [person, events] = [stored.person, []];
    }
    events.push(eventOf(stored, batches));
  }
  settle();
  return found;
}
