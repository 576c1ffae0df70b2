import type { Purpose } from '#shared/domain/purpose.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Standing } from '#shared/consent/standing.ts';
import { normalisedKey, pseudonymiser } from '#engine/consent/person-key.ts';
import { standingsOf } from '#engine/consent/standings.ts';
import type { LedgerInHand } from '#engine/facts/ledger-lookup.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { isOnConsent } from './is-on-consent.ts';
import { linkOf, type ConsentLink } from './consent-links.ts';

/** A table whose people are looked up in the ledger. */
export interface LedgerTable {
  datasetId: string | null;
  columns: readonly SourceColumn[];
  findings: readonly Finding[];
}

/** By which column people are found and where they stand. */
function ledgerOf(
  workspace: Workspace,
  link: ConsentLink | null,
  { standings, lastEvent, day }: { standings: ReadonlyMap<string, Standing>; lastEvent: number; day: string },
): LedgerInHand {
  const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
  const { column, kind } = link ?? { column: null, kind: 'id' };
  return {
    column,
    lastEvent,
    day,
    standingOf(value) {
      const normalised = normalisedKey(kind, value);
      if (normalised === null) return 'unknown';
      return standings.get(pseudonymOf(kind, normalised))?.standing ?? 'unknown';
    },
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
  const standings = standingsOf(consent, purpose.id, { day, policy: state.policyOn(day), upTo: lastEvent });
  if (standings.size === 0) return null;
  const batches = consent.batches().filter((batch) => batch.lastEvent <= lastEvent);
  return ledgerOf(workspace, linkOf(batches, table), { standings, lastEvent, day });
}
