import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import { canonicalJson } from '#shared/register/canonical-json.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { standInNames } from '#engine/intake/stand-in-names.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { ReleaseSource } from '#engine/release/release-source.ts';
import { notePlacing } from '#engine/release/placing-note.ts';
import type { ReleaseOutcome } from '#engine/release/release-input.ts';
import { runRelease } from '#engine/release/run-release.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { earlierReleases } from './earlier-releases.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import type { Workspace, WorkspaceKeys } from '#engine/workspace/workspace.ts';
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

const namesReplaced = (columns: readonly SourceColumn[]): string[] => (standInNames(columns).length === 0 ? [] : [intakeText.personalNames(standInNames(columns))]);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const verdicts = (findings: readonly GuardFinding[]) => findings.map((finding) => ({ id: finding.id, verdict: finding.verdict, state: stateOf(finding), columns: finding.columns }));

/** What the register says of a release, written or refused. */
function factsOf({ recipe, source, datasetId, outputPath }: ReleaseRequest) {
  const recipeSha256 = sha256(canonicalJson(JSON.parse(JSON.stringify(recipe, (_key, value: unknown) => (typeof value === 'number' && !Number.isInteger(value) ? String(value) : value)))));
  return { datasetId, fileName: basename(outputPath), sourceSha256: source.sha256, recipeSha256, purpose: recipe.purpose, release: recipe.release, targetK: recipe.target.k, targetSuppression: String(recipe.target.suppression) };
}

/** The workspace's signing key in the form a certificate is signed with. */
function signerOfWorkspace(keys: WorkspaceKeys): Signer {
  const { publicKey, keyId } = keys.sign(new Uint8Array(0));
  return { publicKey, keyId, sign: (bytes) => keys.sign(bytes).signature };
}

/**
 * Runs a release and enters it into the open workspace's register: written ones with their hashes, refused ones with the verdicts.
 * A release that cannot be registered is taken back, and the file it replaced comes back.
 */
export async function releaseDataset(state: EngineState, job: JobContext, request: ReleaseRequest): Promise<ReleaseResult> {
  const { recipe, source } = request;
  const { workspace } = state;
  if (workspace?.summary().readOnly) throw new Failure('WORKSPACE_READ_ONLY', releaseText.cannotBeRegistered);
  const summary = workspace?.summary() ?? null;
  const facts = factsOf(request);
  const releaseId = state.newId();
  const kept = workspace === null ? null : join(workspace.directory, 'releases', `${releaseId}.certificate.json`);
  const placing = notePlacing(state.environment.profileDirectory, { releaseId, workspaceId: workspace?.id ?? null, targets: [request.outputPath, `${request.outputPath}.certificate.json`] });
  let registerEntry: number | null = null;
  try {
    const { result } = await runRelease({
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
      releaseId,
      placing,
      register: async (outcome) => {
        if (workspace && kept !== null) registerEntry = await registerRelease(state, workspace, { releaseId, kept, facts, outcome });
      },
    });
    return { ...result, rejectedRows: source.rejects.total, registerEntry, drift: [...driftOf(recipe, source.columns, request.findings), ...namesReplaced(source.columns)] };
  } catch (error) {
    if (workspace && error instanceof Failure && (error.code === 'TARGET_MISSED' || error.code === 'GUARDRAIL_BLOCKS'))
      workspace.register.append({ kind: 'release.refused', subjectRef: releaseId, payload: { ...facts, releaseId, code: error.code, reason: error.message.slice(0, 2000), findings: verdicts((error.findings ?? []) as GuardFinding[]) } });
    throw error;
  } finally {
    placing.done();
  }
}

interface Registered {
  releaseId: string;
  /** Where the workspace keeps its copy of the certificate. */
  kept: string;
  facts: ReturnType<typeof factsOf>;
  outcome: ReleaseOutcome;
}

/** Enters a release whose files bear their names; what was begun of it is undone when it fails. @returns the number of the entry */
async function registerRelease(state: EngineState, workspace: Workspace, { releaseId, kept, facts, outcome }: Registered): Promise<number> {
  const { result, certificateText, findings } = outcome;
  let registerEntry = 0;
  try {
    await writeFileAtomic(kept, certificateText, { mode: 0o600 });
    workspace.transaction(() => {
      registerEntry = workspace.register.append({
        kind: 'release.written',
        subjectRef: releaseId,
        payload: { ...facts, releaseId, label: result.label, rowsIn: result.rowsIn, rowsOut: result.rowsOut, suppressed: result.suppressed, k: result.k, uniqueRows: result.uniqueRows, uniqueAllColumns: result.uniqueAllColumns, relinkable: String(Math.round(result.relinkable * 1e6) / 1e6), outputSha256: result.sha256, certificateSha256: sha256(certificateText), findings: verdicts(findings) },
      }).seq;
      workspace.catalog.releases.save({ id: releaseId, datasetId: facts.datasetId ?? '', fileName: facts.fileName, purpose: facts.purpose, label: result.label, createdAt: state.now(), rowsOut: result.rowsOut, k: result.k, sha256: result.sha256, registerEntry, findings });
    });
  } catch (error) {
    await rm(kept, { force: true }).catch(() => undefined);
    throw storageFailure(error, workspace.summary().name);
  }
  return registerEntry;
}
