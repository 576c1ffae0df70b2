import type { Purpose } from '#shared/domain/purpose.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ConsentEvent } from '#shared/consent/consent-event.ts';
import { pseudonymiser } from '#engine/consent/person-key.ts';
import { eventsByPerson, standingAmong, type LedgerDay } from '#engine/consent/standings.ts';
import type { LedgerInHand } from '#engine/facts/ledger-lookup.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { isOnConsent } from './is-on-consent.ts';
import { linksOf, type ConsentLink } from './consent-links.ts';
import { pseudonymsOf } from './people-of-dataset.ts';

/** A table whose people are looked up in the ledger. */
export interface LedgerTable {
  datasetId: string | null;
  columns: readonly SourceColumn[];
  findings: readonly Finding[];
}

/** By which columns people are found and where they stand. */
function ledgerOf(
  workspace: Workspace,
  links: readonly ConsentLink[],
  known: { events: ReadonlyMap<string, ConsentEvent[]>; lastEvent: number; on: LedgerDay },
): LedgerInHand {
  const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
  return {
    columns: links.map(({ column }) => column),
    lastEvent: known.lastEvent,
    day: known.on.day,
    standingOf: (values) => standingAmong(known.events, pseudonymsOf(links, values, pseudonymOf), known.on).standing,
  };
}

/** What a release asks of the ledger. */
export interface AskedOfLedger {
  purpose: Purpose | null;
  /** YYYY-MM-DD that the release counts from. */
  referenceDate: string;
  /** The release is one of before: as the ledger was then, on that day. */
  then?: { lastEvent: number; day: string } | undefined;
}

/**
 * The consent ledger as it counts for a release of a table: where the purpose rests on consent and the ledger has events
 * for it. Null: it has nothing to say. A consent has to hold on the day that the release counts from and today, and
 * what ended one counts from the moment it is known.
 */
export function ledgerForTable(
  state: EngineSession,
  table: LedgerTable,
  { purpose, referenceDate, then }: AskedOfLedger,
): LedgerInHand | null {
  const { workspace } = state;
  // One of before went by the ledger, whatever the purpose rests on by now.
  if (workspace === null || purpose === null || (then === undefined && !isOnConsent(state, purpose))) return null;
  const { consent } = workspace.catalog;
  if (!consent.purposes().some((known) => known.purpose === purpose.id)) return null;
  const today = state.today();
  const day = then?.day ?? (referenceDate > today ? referenceDate : today);
  const lastEvent = then?.lastEvent ?? consent.lastEvent();
  const events = eventsByPerson(consent, purpose.id, lastEvent);
  if (events.size === 0) return null;
  const batches = consent.batches().filter((batch) => batch.lastEvent <= lastEvent);
  return ledgerOf(workspace, linksOf(batches, table), { events, lastEvent, on: { day, policy: state.policyOn(day) } });
}
