import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ExportedPack } from '#shared/contract/evidence.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { PrinciplesShown } from '#shared/contract/principles.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import type { ImpactContents } from '#shared/register/impact/impact-document.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import { buildPack } from '#engine/evidence/build-pack.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { consentStatistics } from '../consent/consent-statistics.ts';
import { begunAssessments } from '../impact/impact-of.ts';
import { principlesOf } from '../principles/principles-of.ts';
import { endOfDay } from '../moment-of.ts';
import { packedRetention } from '../retention/packed-retention.ts';
import { packContents } from './pack-contents.ts';

/** The principles as they stand; null where something of the workspace cannot be read, which the pack then says. */
const principlesIfAny = (state: EngineSession): Promise<PrinciplesShown | null> =>
  principlesOf(state).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });

/** The assessments that were begun; none where something of the workspace cannot be read, which the pack then says. */
function impactsIfAny(state: EngineSession): ImpactContents[] {
  try {
    return begunAssessments(state);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/**
 * Writes an evidence pack of the open workspace, whole or not at all, and then says so in the log: for whom, as of when,
 * and its hash.
 * @throws Failure WORKSPACE_NONE, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED
 */
export async function exportEvidence(
  state: EngineSession,
  job: JobContext,
  input: { grantId: string; profile: PackProfile; asOf?: string | undefined },
): Promise<ExportedPack> {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('evidence.exported');
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const { environment } = state;
  const asOf = input.asOf === undefined ? null : endOfDay(input.asOf, environment.clock());
  const principles = asOf === null ? await principlesIfAny(state) : null;
  const impacts = asOf === null ? impactsIfAny(state) : [];
  const contents = await packContents(workspace, {
    profile: input.profile,
    asOf,
    principles,
    impacts,
    consentAt: (moment) => consentStatistics(state, moment),
    // Rules and holds have no past: they are shown as they are, or not at all.
    retention: asOf === null ? packedRetention(state) : null,
    environment,
  });
  job.signal.throwIfAborted();
  const built = await buildPack(contents, environment.clock().toISOString());
  job.commit();
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(built.zip).digest('hex');
  const told = {
    fileName,
    sha256,
    manifestSha256: built.manifestSha256,
    profile: input.profile,
    asOf: contents.asOf,
    entries: contents.entries.length,
    files: built.files,
  };
  // Of a register that may only be read, a damaged one above all, evidence is handed over all the same.
  const entry = await writeEntered(path, built.zip, () =>
    workspace.summary().readOnly
      ? null
      : workspace.register.append({ kind: 'evidence.exported', subjectRef: workspace.id, payload: told }).seq,
  );
  return {
    fileName,
    sha256,
    bytes: built.zip.length,
    files: built.files,
    entries: contents.entries.length,
    asOf: contents.asOf,
    profile: input.profile,
    code: built.code,
    gaps: [...contents.gaps, ...(entry === null ? [evidenceText.gaps.noEntry] : [])],
    registerEntry: entry,
  };
}
