import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ExportedPack } from '#shared/contract/evidence.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { buildPack } from '#engine/evidence/build-pack.ts';
import { packGaps } from '#engine/evidence/pack-gaps.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { principlesOf } from '../principles/principles-of.ts';
import { endOfDay, packContents } from './pack-contents.ts';

/**
 * Writes an evidence pack of the open workspace, whole or not at all, and then says so in the log: for whom, as of when,
 * and its hash.
 * @throws Failure WORKSPACE_NONE, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL
 */
export async function exportEvidence(
  state: EngineSession,
  job: JobContext,
  input: { grantId: string; profile: PackProfile; asOf?: string | undefined },
): Promise<ExportedPack> {
  const workspace = state.requireWorkspace();
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const { environment } = state;
  const asOf = input.asOf === undefined ? null : endOfDay(input.asOf, environment.clock());
  const principles = asOf === null ? await principlesOf(state) : null;
  const contents = await packContents(workspace, { profile: input.profile, asOf, principles, environment });
  job.signal.throwIfAborted();
  const built = await buildPack(contents, environment.clock().toISOString());
  job.commit();
  await writeWhole(path, built.zip);
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(built.zip).digest('hex');
  const { seq } = workspace.register.append({
    kind: 'evidence.exported',
    subjectRef: workspace.id,
    payload: {
      fileName,
      sha256,
      manifestSha256: built.manifestSha256,
      profile: input.profile,
      asOf: contents.asOf,
      entries: contents.entries.length,
      files: built.files,
    },
  });
  return {
    fileName,
    sha256,
    bytes: built.zip.length,
    files: built.files,
    entries: contents.entries.length,
    asOf: contents.asOf,
    profile: input.profile,
    code: built.code,
    gaps: packGaps(contents),
    registerEntry: seq,
  };
}
