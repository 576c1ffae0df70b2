import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificate } from '#shared/certificate/certificate.ts';
import { toldCertificate } from '#shared/certificate/told-certificate.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { logOrigin, signCheckpoint } from '#shared/journal/checkpoint.ts';
import { rootOf } from '#shared/journal/merkle.ts';
import { listed } from '#shared/text/numbers.ts';
import { redacted } from '#shared/register/redaction.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import { packGaps } from '#engine/evidence/pack-gaps.ts';
import type { PackContents, PackedCertificate, PackedDataset, PackedRelease } from '#engine/evidence/pack-section.ts';
import { allEntries, type SignedEntry } from '#engine/journal/all-entries.ts';
import { forgedStamps, holdStamps, stampBytes, stampsIn, type KeptStamp } from '#engine/journal/stamp-files.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { reading } from '#engine/journal/open-for-reading.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { EngineEnvironment } from '#engine/engine-environment.ts';
import { registerSnapshot } from '#engine/use-cases/records/register-snapshot.ts';
import { storedBreaches } from '../breaches/breach-cases.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { releasedTables } from '../releases/released-tables.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requireBegun } from '../moment-of.ts';

/**
 * What an evidence pack shows of a workspace, as it was at a moment: entries, releases and datasets that were there by
 * then. Nothing is signed anew over a log that does not verify: it is packed as it lies there, with the head that lies
 * there, so that whoever checks the pack finds it out.
 * @param asOf ISO 8601; null: now, which is the time of the newest entry
 * @throws Failure WRONG_USAGE where nothing was there by then
 */
export async function packContents(
  workspace: Workspace,
  {
    profile,
    asOf,
    principles,
    impacts,
    consentAt,
    retention,
    environment,
  }: {
    profile: PackProfile;
    asOf: string | null;
    principles: PackContents['principles'];
    impacts: PackContents['impacts'];
    /** Consent as it stood at a moment. */
    consentAt(moment: string): PackContents['consent'];
    retention: PackContents['retention'];
    environment: EngineEnvironment;
  },
): Promise<PackContents> {
  const all = allEntries(workspace.directory);
  const entries = all.filter(({ ts }) => asOf === null || ts <= asOf);
  if (asOf !== null) requireBegun(asOf, String(all[0]?.ts));
  const newest = entries.at(-1);
  const moment = asOf ?? newest?.ts ?? workspace.summary().createdAt;
  const sign = (text: string) => workspace.keys.signForWorkspace(Buffer.from(text, 'utf8'));
  const { publicKey } = sign('');
  const { damage, contradictions } = workspace.hold();
  const releases = await releasesUntil(workspace, entries);
  const tables = await tablesUntil(workspace, entries);
  const told = await toldUntil(workspace, entries);
  const stamps = await stampsUntil(workspace, entries);
  const register = { ...registerSnapshot(workspace, { asOf: moment }), asOf: moment };
  const unreadable = unreadableDatasets(workspace);
  const datasets = datasetsUntil(workspace, moment, new Set(unreadable.map(({ id }) => id)));
  const gaps = packGaps({
    register,
    datasets,
    profile,
    past: asOf !== null,
    principles: principles !== null,
    damage,
    contradictions: contradictions.map(({ detail }) => detail),
    unreadableDatasets: unreadable.map(({ name }) => name),
    withoutCertificate: [...releases.without, ...tables.without, ...told.without],
    lostStamps: stamps.lost,
    wrongStamps: stamps.wrong,
  });
  return {
    workspaceId: workspace.id,
    organisation: workspace.summary().organisation,
    asOf: moment,
    profile,
    publicKey,
    sign,
    checkpoint: damage === null ? headOf(entries, workspace, newest?.ts ?? moment) : storedHead(workspace.directory),
    sound: damage === null,
    gaps,
    entries,
    principles: profile === 'public' ? null : principles,
    impacts: profile === 'authority' ? impacts : [],
    consent: profile === 'public' ? [] : consentAt(moment),
    // The records of breaches have no past: they are shown as they are, or not at all.
    breaches: profile === 'authority' && asOf === null ? packedBreaches(workspace) : null,
    retention: profile === 'public' ? null : retention,
    releases: releases.found,
    relatedTables: tables.found,
    told: told.found,
    datasets,
    stamps: stamps.found,
    register: redacted(register, profile),
    verifier: await shippedVerifier(environment.resourcesDirectory),
    resources: environment.resourcesDirectory,
    program: environment.appVersion,
  };
}

function packedBreaches(workspace: Workspace): PackContents['breaches'] {
  const { breaches, unreadable } = storedBreaches(workspace);
  const bodies = breaches.map(({ body }) => body);
  return {
    bodies: bodies.toSorted((one, other) => (one.facts.awareAt < other.facts.awareAt ? 1 : -1)),
    unreadable: unreadable.length,
  };
}

async function shippedVerifier(resources: string): Promise<PackContents['verifier']> {
  const [script, page] = await Promise.all(
    ['verify.mjs', 'verify.html'].map((name) => readFile(join(resources, 'verifier', name), 'utf8')),
  );
  return { script: script!, page: page! };
}

/** The head as it lies in the register, whatever it is worth; empty where none does. */
const storedHead = (directory: string): string => reading(directory, (db) => logRepository(db).checkpoint()) ?? '';

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

/** Releases that were written by then, oldest first; `without`: those whose certificate is gone or cannot be read. */
async function releasesUntil(
  workspace: Workspace,
  entries: readonly SignedEntry[],
): Promise<{ found: PackedRelease[]; without: string[] }> {
  const written = new Map(
    entries.filter(({ kind }) => kind === 'release.written').map((entry) => [entry.subject_ref, entry] as const),
  );
  const found: PackedRelease[] = [];
  const without: string[] = [];
  for (const [id, { seq, payload }] of written) {
    const text = await copyOf(workspace, id);
    const parsed = text === null ? undefined : certificate.safeParse(parsedOrNull(text)).data;
    if (text !== null && parsed !== undefined) found.push({ id, entry: seq, certificate: parsed, text });
    else without.push(fileNameIn(payload) ?? id);
  }
  return { found, without };
}

/** The same of related tables that were released together. */
async function tablesUntil(workspace: Workspace, entries: readonly SignedEntry[]) {
  const [found, without]: [PackedCertificate[], string[]] = [[], []];
  const then = entries.at(-1)?.seq ?? 0;
  for (const { releaseId, seq, tables, certificate, text } of await releasedTables(workspace)) {
    if (seq > then) continue;
    if (certificate !== null) found.push({ id: releaseId, entry: seq, text });
    else without.push(listed(tables.map(({ fileName }) => fileName)));
  }
  return { found, without };
}

/** The same of figures that other engines told. */
async function toldUntil(workspace: Workspace, entries: readonly SignedEntry[]) {
  const [found, without]: [PackedCertificate[], string[]] = [[], []];
  for (const { kind, subject_ref: id, seq, payload } of entries) {
    if (kind !== 'elsewhere.told') continue;
    const text = await copyOf(workspace, id);
    if (text !== null && toldCertificate.safeParse(parsedOrNull(text)).success) found.push({ id, entry: seq, text });
    else without.push(fileNameIn(payload) ?? id);
  }
  return { found, without };
}

/** The workspace's copy of a certificate; null where it cannot be read. */
const copyOf = ({ directory }: Workspace, id: string): Promise<string | null> =>
  readFile(certificateCopy(directory, id), 'utf8').catch(() => null);

/**
 * Time stamps that were taken in by then, as they lie in the folder; `lost`: those that are gone, `wrong`: how others are
 * not as their entry says.
 */
async function stampsUntil(
  { directory, id }: Workspace,
  entries: readonly SignedEntry[],
): Promise<{ found: PackContents['stamps']; lost: KeptStamp[]; wrong: string[] }> {
  const told = stampsIn(entries, logOrigin(id)).map((stamp) => ({ stamp, bytes: stampBytes(directory, stamp) }));
  const found = told.flatMap(({ stamp, bytes }) => (bytes === null ? [] : [{ ...stamp, bytes }]));
  const lost = told.flatMap(({ stamp, bytes }) => (bytes === null ? [stamp] : []));
  const problems = [...holdStamps(directory, found), ...(await forgedStamps(directory, found))];
  return { found, lost, wrong: problems.map(({ detail }) => detail) };
}

function fileNameIn(payload: string): string | null {
  const said = parsedOrNull(payload);
  return said !== null && typeof said === 'object' && 'fileName' in said ? String(said.fileName) : null;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** @param unreadable ids of datasets of which not everything can be read: what their columns are is not said */
function datasetsUntil(workspace: Workspace, moment: string, unreadable: ReadonlySet<string>): PackedDataset[] {
  const { datasets, classifications } = workspace.catalog;
  const { policy } = workspace.summary();
  return datasets
    .list()
    .filter(({ importedAt }) => importedAt <= moment)
    .toReversed()
    .map((summary) => {
      if (unreadable.has(summary.id)) return { summary, columns: null };
      const decisions = new Map(classifications.decisions(summary.id).map((each) => [each.column, each]));
      const columns = (classifications.get(summary.id)?.columns ?? []).map((suggestion) => {
        const decision = decisions.get(suggestion.name) ?? null;
        return { decision, effective: effectiveFinding(suggestion, decision, policy) };
      });
      return { summary, columns };
    });
}
