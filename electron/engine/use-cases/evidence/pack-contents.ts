import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificate } from '#shared/certificate/certificate.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { logOrigin, signCheckpoint } from '#shared/journal/checkpoint.ts';
import { rootOf } from '#shared/journal/merkle.ts';
import { redacted } from '#shared/register/redaction.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';
import { Failure } from '#shared/contract/failure.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { PackContents, PackedDataset, PackedRelease } from '#engine/evidence/pack-section.ts';
import { allEntries, type SignedEntry } from '#engine/journal/all-entries.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineEnvironment } from '#engine/engine-environment.ts';
import { registerSnapshot } from '#engine/use-cases/records/register-snapshot.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/**
 * The last moment of a day (UTC). @throws Failure WRONG_USAGE where that day has not begun
 */
export function endOfDay(day: string, now: Date): string {
  if (day > now.toISOString().slice(0, 10)) throw new Failure('WRONG_USAGE', text.notYet(day));
  return `${day}T23:59:59.999Z`;
}

/**
 * What an evidence pack shows of a workspace, as it was at a moment: entries, releases and datasets that were there by
 * then.
 * @param asOf ISO 8601; null: now, which is the time of the newest entry
 * @throws Failure WRONG_USAGE where nothing was there by then
 */
export async function packContents(
  workspace: Workspace,
  {
    profile,
    asOf,
    principles,
    environment,
  }: {
    profile: PackProfile;
    asOf: string | null;
    principles: PackContents['principles'];
    environment: EngineEnvironment;
  },
): Promise<PackContents> {
  const all = allEntries(workspace.directory);
  const entries = all.filter(({ ts }) => asOf === null || ts <= asOf);
  if (asOf !== null && entries.length === 0)
    throw new Failure('WRONG_USAGE', text.beforeTheBeginning(asOf.slice(0, 10), String(all[0]?.ts).slice(0, 10)));
  const newest = entries.at(-1);
  const moment = asOf ?? newest?.ts ?? workspace.summary().createdAt;
  const sign = (text: string) => workspace.keys.signForWorkspace(Buffer.from(text, 'utf8'));
  const { publicKey } = sign('');
  return {
    workspaceId: workspace.id,
    organisation: workspace.summary().organisation,
    asOf: moment,
    past: asOf !== null && entries.length < all.length,
    profile,
    publicKey,
    sign,
    checkpoint: headOf(entries, workspace, newest?.ts ?? moment),
    entries,
    principles: profile === 'public' ? null : principles,
    releases: await releasesUntil(workspace, entries),
    datasets: datasetsUntil(workspace, moment),
    register: redacted({ ...registerSnapshot(workspace, { asOf: moment }), asOf: moment }, profile),
    verifier: await shippedVerifier(environment.resourcesDirectory),
    resources: environment.resourcesDirectory,
    program: environment.appVersion,
  };
}

async function shippedVerifier(resources: string): Promise<PackContents['verifier']> {
  const [script, page] = await Promise.all(
    ['verify.mjs', 'verify.html'].map((name) => readFile(join(resources, 'verifier', name), 'utf8')),
  );
  return { script: script!, page: page! };
}

/** The head after the last entry here, signed as it was then: what an older state shows contradicts no later one. */
function headOf(entries: readonly SignedEntry[], workspace: Workspace, at: string): string {
  const root = rootOf(
    entries.map(({ leaf_hash: hash }) => hash),
    registerCrypto,
  );
  const name = logOrigin(workspace.id);
  const signer = {
    name,
    publicKey: workspace.keys.signForWorkspace(Buffer.alloc(0)).publicKey,
    sign: (text: string) => workspace.keys.signForWorkspace(Buffer.from(text, 'utf8')).signature,
  };
  return signCheckpoint({ origin: name, size: entries.length, root, at }, signer, registerCrypto);
}

/** Releases that were written by then and whose certificates are still there, oldest first. */
async function releasesUntil(workspace: Workspace, entries: readonly SignedEntry[]): Promise<PackedRelease[]> {
  const written = new Map(
    entries.filter(({ kind }) => kind === 'release.written').map(({ subject_ref: id, seq }) => [id, seq]),
  );
  const found: PackedRelease[] = [];
  for (const [id, entry] of written) {
    const text = await readFile(join(workspace.directory, 'releases', `${id}.certificate.json`), 'utf8').catch(
      () => null,
    );
    const parsed = text === null ? undefined : certificate.safeParse(parsedOrNull(text)).data;
    if (text !== null && parsed !== undefined) found.push({ id, entry, certificate: parsed, text });
  }
  return found;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function datasetsUntil(workspace: Workspace, moment: string): PackedDataset[] {
  const { datasets, classifications } = workspace.catalog;
  const { policy } = workspace.summary();
  return datasets
    .list()
    .filter(({ importedAt }) => importedAt <= moment)
    .toReversed()
    .map((summary) => {
      const decisions = new Map(classifications.decisions(summary.id).map((each) => [each.column, each]));
      const columns = (classifications.get(summary.id)?.columns ?? []).map((suggestion) => {
        const decision = decisions.get(suggestion.name) ?? null;
        return { decision, effective: effectiveFinding(suggestion, decision, policy) };
      });
      return { summary, columns };
    });
}
