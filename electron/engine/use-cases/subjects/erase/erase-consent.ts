import { Failure } from '#shared/contract/failure.ts';
import type { KeepConsent } from '#shared/contract/subjects.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { noEventsSha256 } from '#engine/catalog/repositories/consent.ts';
import { eraseText } from '#shared/text/engine/erase.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/**
 * How many events the ledger has of these people, and the ground on which they are kept; null: they go.
 * @throws Failure WRONG_USAGE where nothing is there to keep, or nobody says by which law
 */
export function eventsOf(
  { catalog }: Workspace,
  people: readonly string[],
  asked: KeepConsent | undefined,
): { events: number; kept: KeepConsent | null } {
  const events = people.reduce((sum, person) => sum + catalog.consent.ofPerson(person).length, 0);
  if (asked !== undefined && asked.reason.trim() === '') throw new Failure('WRONG_USAGE', eraseText.keepConsentWhy);
  if (asked !== undefined && events === 0) throw new Failure('WRONG_USAGE', eraseText.noConsentToKeep);
  return { events, kept: asked ?? null };
}

/**
 * Erases the events of people; inside `workspace.transaction`. What their readings are held by is taken anew.
 * @returns the readings as they are now, for the entry that tells of it
 */
export function eraseConsent(
  workspace: Workspace,
  people: readonly string[],
): EntryPayload<'subject.erased'>['consentBatches'] {
  const { consent, consentErasure, held } = workspace.catalog;
  const batches = consentErasure.erase(people);
  const known = new Map(consent.batches().map((batch) => [batch.id, batch]));
  return batches.flatMap((batchId) => {
    const batch = known.get(batchId);
    const { events = 0, sha256: eventsSha256 = noEventsSha256 } = consent.hashes(batchId).get(batchId) ?? {};
    if (batch !== undefined) consentErasure.changeBatch({ ...batch, events, eventsSha256 });
    return [{ batchId, events, eventsSha256, recordSha256: held.hashOf('consent_batch', batchId) }];
  });
}

/** Whether somebody said no of what the ledger has of these people: then it is kept on the suppression list. */
export const saidNo = (workspace: Workspace, people: readonly string[]): boolean =>
  people.some((person) =>
    workspace.catalog.consent
      .ofPerson(person)
      .some(({ state }) => state === 'refused' || state === 'withdrawn' || state === 'revoked'),
  );
