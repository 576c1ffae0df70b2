import type { ConsentForm } from '#shared/domain/consent.ts';
import { consentDoubts, consentStates } from '#shared/domain/consent.ts';
import type { ConsentBatch } from '#shared/domain/consent.ts';
import type { ConsentEvent } from '#shared/consent/consent-event.ts';
import { standingOn, validityDays, type Standing } from '#shared/consent/standing.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import type { consentRepository, StoredConsentEvent } from '#engine/catalog/repositories/consent.ts';

type Repository = ReturnType<typeof consentRepository>;

/** On which day consent has to hold, by which policy. */
export interface LedgerDay {
  /** YYYY-MM-DD. */
  day: string;
  policy: PolicyInForce;
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

/**
 * What the ledger has of everybody for a purpose, by pseudonym.
 * @param upTo number of the last event that counts; absent: all
 */
export function eventsByPerson(repository: Repository, purpose: string, upTo?: number): Map<string, ConsentEvent[]> {
  const batches = batchesById(repository);
  const found = new Map<string, ConsentEvent[]>();
  for (const stored of repository.ofPurpose(purpose, upTo ?? Number.MAX_SAFE_INTEGER)) {
    const events = found.get(stored.person);
    if (events === undefined) found.set(stored.person, [eventOf(stored, batches)]);
    else events.push(eventOf(stored, batches));
  }
  return found;
}

/**
 * Where somebody stands whom several columns name: by all that is known under any of them, so that a consent that was
 * taken back by e-mail address is taken back for the customer number, too.
 */
export function standingAmong(
  events: ReadonlyMap<string, readonly ConsentEvent[]>,
  pseudonyms: readonly string[],
  { day, policy }: LedgerDay,
): Standing {
  const known = pseudonyms.flatMap((pseudonym) => events.get(pseudonym) ?? []);
  return standingOn(known, day, validityDays(policy));
}
