import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { certificate as certificateSchema, type Certificate } from '#shared/certificate/certificate.ts';
import { spendOf } from '#shared/certificate/certified-spend.ts';
import { overridesOf } from '#shared/certificate/certified-policy.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { recipeOf, type ReleaseKind } from '#shared/domain/recipe-file.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import type { LedgerInHand } from '#engine/facts/ledger-lookup.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { earlierTables } from './released-tables.ts';

/** Whether a release whose certificate names a file of other bytes is one of this source all the same. */
export type IsOfThisSource = (certificate: Certificate) => Promise<boolean>;

/** What is asked of an earlier release beside its certificate. */
export interface AskOfRelease {
  resaved: IsOfThisSource;
  purposeOf(id: string): Purpose | null;
  /** The consent ledger as it was for it; null where it did not go by one. */
  ledgerOf(certificate: Certificate): LedgerInHand | null;
}

export const madeFrom = (certificate: Certificate, { purposeOf, ledgerOf }: AskOfRelease) => {
  const { recipe, referenceDate, output, planHash, policy, spent } = certificate;
  return {
    recipe: recipeOf(recipe),
    purpose: purposeOf(recipe.purpose),
    referenceDate,
    format: output.format,
    planHash,
    overrides: overridesOf(policy),
    ledger: () => ledgerOf(certificate),
    ...(spent === undefined ? {} : { spent: spendOf(spent) }),
  };
};

type Written = { release: ReleaseKind; spent?: { epsilon: string | number; delta: string | number } | undefined };

/** A release that is to be anonymised is held against all others, any other against those that were; ε adds up over all. */
export const isAskedFor = (release: ReleaseKind, written: Written): boolean =>
  release === 'anonymised' || written.release === 'anonymised' || written.spent !== undefined;

/** What a release spent, as its entry in the log has it. */
export const spentByLog = ({ spent }: Written): Pick<EarlierRelease, 'spent'> =>
  spent === undefined ? {} : { spent: { epsilon: Number(spent.epsilon), delta: Number(spent.delta), rho: null } };

/** What two releases of a source have in common that keep the same rows: recipe, policy and the consent known then. */
export const mannerOf = ({ planHash, policy, consent }: Certificate): string =>
  canonicalJson([planHash, policy ?? [], consent ?? null]);

/**
 * The releases of a source that the register knows, newest first, each recipe under one policy once. The log decides which there were,
 * so that one whose record was deleted is not forgotten; how it was made comes from the workspace's copy of its
 * certificate, if that is still the one the log names. A release that is to be anonymised is held against all of them,
 * any other against those that were.
 * @param ask `resaved` of releases of files with other bytes
 */
export async function earlierReleases(
  workspace: Workspace,
  sourceSha256: string,
  release: ReleaseKind,
  ask: AskOfRelease,
): Promise<EarlierRelease[]> {
  const entries = workspace.catalog.entriesOf('release.written').toReversed();
  const found: EarlierRelease[] = [];
  const manners = new Set<string>();
  for (const { ts, subjectRef, payload } of entries) {
    if (!isAskedFor(release, payload)) continue;
    const releaseId = payload.releaseId ?? subjectRef;
    const certificate = await registeredCertificate(workspace, releaseId, payload.certificateSha256);
    if (certificate !== null && manners.has(mannerOf(certificate))) continue;
    if (payload.sourceSha256 !== sourceSha256 && !(certificate !== null && (await ask.resaved(certificate)))) continue;
    if (certificate !== null) manners.add(mannerOf(certificate));
    const made = certificate === null ? null : madeFrom(certificate, ask);
    found.push({ releaseId, output: payload.fileName, createdAt: ts, made, ...spentByLog(payload) });
  }
  return [...found, ...(await earlierTables(workspace, sourceSha256))];
}

/** The workspace's copy of a release's certificate; null where it is not the one the log names. */
export async function registeredCertificate(
  { directory }: Workspace,
  releaseId: string,
  sha256: string,
): Promise<Certificate | null> {
  const text = await readFile(certificateCopy(directory, releaseId), 'utf8').catch(() => null);
  if (text === null || createHash('sha256').update(text).digest('hex') !== sha256) return null;
  const { success, data } = certificateSchema.safeParse(JSON.parse(text));
  return success ? data : null;
}
