import { createHash } from 'node:crypto';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { canBeResaved, comesOutAgain } from '#engine/release/comes-out-again.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { keysAsOf } from '../keys/keys-as-of.ts';
import { earlierReleases, type AskOfRelease } from './earlier-releases.ts';
import { editionReleases } from './edition-releases.ts';
import { kinReleases } from './kin-releases.ts';
import { releasesBeside } from './releases-beside.ts';

/** What a release is made with, as far as it tells which earlier ones are of the same source. */
interface MadeWith {
  findings: readonly Finding[];
  release: ReleaseKind;
  keys: ReleaseKeys | null;
  signal: AbortSignal | undefined;
}

/**
 * Whether an earlier release comes out of an imported table, once tried: neither its rows nor the certificate change,
 * and what its columns are held to be is part of the name. A recipe being built asks after every step.
 */
const tried = new WeakMap<EngineSession, Map<string, boolean>>();

function askOf(state: EngineSession, table: TableInHand, { findings, keys, signal }: MadeWith): AskOfRelease {
  const purposeOf = (id: string): Purpose | null => state.findPurpose(id);
  const { datasetId, directory } = table;
  const ledgerOf = ({ consent, recipe, referenceDate }: Certificate) =>
    consent === undefined
      ? null
      : ledgerForTable(
          state,
          { ...table, findings },
          { purpose: purposeOf(recipe.purpose), referenceDate, then: consent },
        );
  const known = tried.get(state) ?? new Map<string, boolean>();
  tried.set(state, known);
  const resaved = async (certificate: Certificate): Promise<boolean> => {
    if (!canBeResaved(certificate, table)) return false;
    const name = createHash('sha256')
      .update(canonicalJson([datasetId, certificate.output.sha256, certificate.planHash, findings]))
      .digest('hex');
    const before = datasetId === null ? undefined : known.get(name);
    if (before !== undefined) return before;
    const purpose = purposeOf(certificate.recipe.purpose);
    const found = await comesOutAgain(certificate, {
      source: table,
      findings,
      // Of the workspace, those that were in force when it was written.
      keys: keys !== null && keys === state.workspace?.keys ? keysAsOf(state.workspace, certificate.createdAt) : keys,
      purpose,
      ledger: ledgerOf(certificate),
      directory,
      signal,
    });
    known.set(name, found);
    return found;
  };
  return { resaved, purposeOf, ledgerOf };
}

/**
 * The releases of the table's source that the register knows, those of the same rows saved as another file among them;
 * those of datasets that it was joined from, or that were joined from it; and those of other editions of the same
 * people.
 */
export async function registeredReleases(
  state: EngineSession,
  workspace: Workspace,
  table: TableInHand,
  made: MadeWith,
): Promise<EarlierRelease[]> {
  const keys = made.keys ?? workspace.keys;
  const { release, findings } = made;
  const askOfTable = (of: TableInHand, its: readonly Finding[]): AskOfRelease =>
    askOf(state, of, { ...made, findings: its, keys });
  const releasesOf = (of: TableInHand, its: readonly Finding[]): Promise<EarlierRelease[]> =>
    earlierReleases(workspace, of.sha256, release, askOfTable(of, its));
  const own = await releasesOf(table, findings);
  const kin = await kinReleases(state, table, { release, releasesOf });
  const editions = await editionReleases(state, table, {
    release,
    findings,
    known: new Set([...own, ...kin].map(({ releaseId }) => releaseId)),
    // Whether one of yet another file is of these bytes saved again is not asked: that file is an edition itself.
    releasesOf: async (of) => {
      const ask = askOfTable(of, await of.findings());
      return earlierReleases(workspace, of.sha256, release, { ...ask, resaved: async () => false });
    },
  });
  return [...own, ...kin, ...editions];
}

/** Earlier releases of the table's source: what the open workspace's register knows, else what lies beside the output. */
export async function knownReleases(
  state: EngineSession,
  table: TableInHand,
  made: MadeWith & { outputPath: string },
): Promise<EarlierRelease[] | null> {
  const { workspace } = state;
  return workspace === null
    ? releasesBeside(made.outputPath, table.sha256, made.release, askOf(state, table, made))
    : registeredReleases(state, workspace, table, made);
}
