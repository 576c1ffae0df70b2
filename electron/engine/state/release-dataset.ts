import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import { canonicalJson } from '#shared/register/canonical-json.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { ReleaseSource } from '#engine/release/release-source.ts';
import { runRelease } from '#engine/release/run-release.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import type { WorkspaceKeys } from '#engine/workspace/workspace.ts';
import { earlierReleases } from './earlier-releases.ts';
import type { EngineState } from './engine-state.ts';

export interface ReleaseRequest {
  source: ReleaseSource;
  /** Private directory of the source's own data engine. */
  directory: string;
  findings: readonly Finding[];
  unconfirmed: readonly string[];
  recipe: Recipe;
  outputPath: string;
  /** Keys from a key file; the open workspace's own otherwise. */
  keys: ReleaseKeys | null;
  datasetId: string | null;
  keepOrder: boolean;
  force: boolean;
  today?: string | undefined;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const verdicts = (findings: readonly GuardFinding[]) => findings.map(({ id, verdict, columns }) => ({ id, verdict, columns }));

/** The workspace's signing key in the form a certificate is signed with. */
function signerOfWorkspace(keys: WorkspaceKeys): Signer {
  const { publicKey, keyId } = keys.sign(new Uint8Array(0));
  return { publicKey, keyId, sign: (bytes) => keys.sign(bytes).signature };
}

/**
 * Runs a release and enters it into the open workspace's register: written ones with their hashes, refused ones with the verdicts.
 * A release that cannot be registered is taken back.
 */
export async function releaseDataset(state: EngineState, job: JobContext, request: ReleaseRequest): Promise<ReleaseResult> {
  const { recipe, source } = request;
  const { workspace } = state;
  if (workspace?.summary().readOnly) throw new Failure('WORKSPACE_READ_ONLY', releaseText.cannotBeRegistered);
  const summary = workspace?.summary() ?? null;
  const recipeSha256 = sha256(canonicalJson(JSON.parse(JSON.stringify(recipe, (_key, value: unknown) => (typeof value === 'number' && !Number.isInteger(value) ? String(value) : value)))));
  const facts = { datasetId: request.datasetId, fileName: basename(request.outputPath), sourceSha256: source.sha256, recipeSha256, purpose: recipe.purpose, release: recipe.release, targetK: recipe.target.k, targetSuppression: String(recipe.target.suppression) };
  const releaseId = state.newId();
  try {
    const { result, certificateText, findings } = await runRelease({
      source,
      recipe,
      findings: request.findings,
      unconfirmed: request.unconfirmed,
      purpose: state.findPurpose(recipe.purpose),
      keys: request.keys ?? workspace?.keys ?? null,
      earlier: workspace === null ? null : await earlierReleases(workspace, source.sha256, recipe.release),
      signer: workspace === null ? null : signerOfWorkspace(workspace.keys),
      workspace: summary === null ? null : { id: summary.id, organisation: summary.organisation },
      operator: summary?.operator ?? null,
      outputPath: request.outputPath,
      keepOrder: request.keepOrder,
      force: request.force,
      today: request.today,
      now: state.environment.clock(),
      workDirectory: request.directory,
      appVersion: state.environment.appVersion,
      signal: job.signal,
      commit: () => job.commit(),
      onProgress: (report) => job.progress(report),
    });
    const rejectedRows = source.rejects.total;
    const drift = driftOf(recipe, source.columns);
    if (!workspace) return { ...result, rejectedRows, registerEntry: null, drift };
    try {
      await writeFileAtomic(join(workspace.directory, 'releases', `${releaseId}.certificate.json`), certificateText, { mode: 0o600 });
      let registerEntry = 0;
      workspace.transaction(() => {
        registerEntry = workspace.register.append({
          kind: 'release.written',
          subjectRef: releaseId,
          payload: { ...facts, releaseId, label: result.label, rowsIn: result.rowsIn, rowsOut: result.rowsOut, suppressed: result.suppressed, k: result.k, uniqueRows: result.uniqueRows, uniqueAllColumns: result.uniqueAllColumns, relinkable: String(Math.round(result.relinkable * 1e6) / 1e6), outputSha256: result.sha256, certificateSha256: sha256(certificateText), findings: verdicts(findings) },
        }).seq;
        workspace.catalog.releases.save({ id: releaseId, datasetId: request.datasetId ?? '', fileName: facts.fileName, purpose: recipe.purpose, label: result.label, createdAt: state.now(), rowsOut: result.rowsOut, k: result.k, sha256: result.sha256, registerEntry, findings });
      });
      return { ...result, rejectedRows, registerEntry, drift };
    } catch (error) {
      for (const path of [result.output, result.certificate, join(workspace.directory, 'releases', `${releaseId}.certificate.json`)]) await rm(path, { force: true });
      throw error;
    }
  } catch (error) {
    if (workspace && error instanceof Failure && (error.code === 'TARGET_MISSED' || error.code === 'GUARDRAIL_BLOCKS'))
      workspace.register.append({ kind: 'release.refused', subjectRef: releaseId, payload: { ...facts, releaseId, code: error.code, reason: error.message.slice(0, 2000), findings: verdicts((error.findings ?? []) as GuardFinding[]) } });
    throw error;
  }
}
