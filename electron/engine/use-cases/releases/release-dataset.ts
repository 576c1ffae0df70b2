import { basename, resolve } from 'node:path';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { standInNames } from '#engine/intake/stand-in-names.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { ReleaseSource } from '#engine/run-recipe/recipe-source.ts';
import { canBeResaved, comesOutAgain } from '#engine/release/comes-out-again.ts';
import { notePlacing } from '#engine/release/place/placing-note.ts';
import type { ReleaseOutcome } from '#engine/release/release-input.ts';
import { runRelease } from '#engine/release/run-release.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { rememberReleased } from '#engine/workspace-folder/released-places.ts';
import {
  announceRelease,
  clearRelease,
  completeRelease,
  sha256Of,
  type AnnouncedRelease,
} from '#engine/session/announced-release.ts';
import { earlierReleases } from './earlier-releases.ts';
import { releasesBeside } from './releases-beside.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import type { Workspace, WorkspaceKeys } from '#engine/workspace/workspace.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireHeld } from '../require-held.ts';

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
  /** It goes by the dataset's working recipe, which then is what the register says. */
  workingRecipe?: boolean;
  keepOrder: boolean;
  force: boolean;
  today?: string | undefined;
}

const namesReplaced = (columns: readonly SourceColumn[]): string[] =>
  standInNames(columns).length === 0 ? [] : [intakeText.personalNames(standInNames(columns))];
const verdicts = (findings: readonly GuardFinding[]) =>
  findings.map((finding) => ({
    id: finding.id,
    verdict: finding.verdict,
    state: stateOf(finding),
    columns: finding.columns,
  }));

/** What the register says of a release, written or refused. */
function factsOf({ recipe, source, datasetId, outputPath }: ReleaseRequest) {
  const recipeSha256 = sha256Of(
    canonicalJson(
      JSON.parse(
        JSON.stringify(recipe, (_key, value: unknown) =>
          typeof value === 'number' && !Number.isInteger(value) ? String(value) : value,
        ),
      ),
    ),
  );
  return {
    datasetId,
    fileName: basename(outputPath),
    sourceSha256: source.sha256,
    recipeSha256,
    purpose: recipe.purpose,
    release: recipe.release,
    targetK: recipe.target.k,
    targetSuppression: String(recipe.target.suppression),
  };
}

/** Earlier releases of the source, those of the same rows saved as another file among them. */
async function earlierOf(state: EngineSession, job: JobContext, request: ReleaseRequest) {
  const { source, findings, recipe, directory } = request;
  const { workspace } = state;
  const keys = request.keys ?? workspace?.keys ?? null;
  const resaved = async (certificate: Certificate): Promise<boolean> => {
    const purpose = state.findPurpose(certificate.recipe.purpose);
    const { signal } = job;
    return (
      canBeResaved(certificate, source) &&
      comesOutAgain(certificate, { source, findings, keys, purpose, directory, signal })
    );
  };
  return workspace === null
    ? releasesBeside(request.outputPath, source.sha256, recipe.release, resaved)
    : earlierReleases(workspace, source.sha256, recipe.release, resaved);
}

/** The workspace's signing key in the form a certificate is signed with. */
function signerOfWorkspace(keys: WorkspaceKeys): Signer {
  const { publicKey, keyId } = keys.sign(new Uint8Array(0));
  return { publicKey, keyId, sign: (bytes) => keys.sign(bytes).signature };
}

/**
 * Runs a release and enters it into the open workspace's register: written ones with their hashes, refused ones with
 * the verdicts. A release that cannot be registered is taken back, and the file it replaced comes back.
 */
export async function releaseDataset(
  state: EngineSession,
  job: JobContext,
  request: ReleaseRequest,
): Promise<ReleaseResult> {
  const { recipe, source } = request;
  const { workspace } = state;
  if (workspace?.summary().readOnly) throw new Failure('WORKSPACE_READ_ONLY', releaseText.cannotBeRegistered);
  const summary = workspace?.summary() ?? null;
  const facts = factsOf(request);
  const releaseId = state.newId();
  const { profileDirectory } = state.environment;
  const placing = notePlacing(profileDirectory, {
    releaseId,
    workspaceId: workspace?.id ?? null,
    targets: [request.outputPath, `${request.outputPath}.certificate.json`],
  });
  let registerEntry: number | null = null;
  let announced: AnnouncedRelease | null = null;
  let settled = true;
  try {
    if (workspace)
      requireHeld(workspace, {
        datasetId: request.datasetId,
        sourceSha256: source.sha256,
        purpose: recipe.purpose,
        workingRecipe: request.workingRecipe ?? false,
      });
    const { result } = await runRelease({
      source,
      recipe,
      findings: request.findings,
      unconfirmed: request.unconfirmed,
      purpose: state.findPurpose(recipe.purpose),
      keys: request.keys ?? workspace?.keys ?? null,
      earlier: await earlierOf(state, job, request),
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
      announce: async (outcome) => {
        if (!workspace) return;
        const announcement = announcementOf(releaseId, facts, outcome);
        await announceRelease(workspace, announcement, outcome.certificateText);
        announced = announcement;
      },
      register: async () => {
        if (workspace && announced !== null) registerEntry = completeRegistered(workspace, announced, state.now());
      },
    });
    if (workspace) rememberReleased(profileDirectory, workspace.id, releaseId, resolve(result.output));
    return {
      ...result,
      rejectedRows: source.rejects.total,
      registerEntry,
      drift: [...driftOf(recipe, source.columns, request.findings), ...namesReplaced(source.columns)],
    };
  } catch (error) {
    if (workspace && announced !== null && registerEntry === null)
      settled = await clearRelease(workspace, announced, 'taken-back').then(
        () => true,
        () => false,
      );
    if (
      workspace &&
      error instanceof Failure &&
      (error.code === 'TARGET_MISSED' || error.code === 'GUARDRAIL_BLOCKS' || error.code === 'REGISTER_CONTRADICTS')
    )
      workspace.register.append({
        kind: 'release.refused',
        subjectRef: releaseId,
        payload: {
          ...facts,
          releaseId,
          code: error.code,
          reason: error.message.slice(0, 2000),
          findings: verdicts((error.findings ?? []) as GuardFinding[]),
        },
      });
    throw error;
  } finally {
    // What the register could not be told now it is told at the next start, which finds the note.
    if (settled) placing.done();
  }
}

function completeRegistered(workspace: Workspace, announced: AnnouncedRelease, at: string): number {
  try {
    return completeRelease(workspace, announced, at);
  } catch (error) {
    throw storageFailure(error, workspace.summary().name);
  }
}

/** What is announced of a release that was judged and staged. */
function announcementOf(
  releaseId: string,
  facts: ReturnType<typeof factsOf>,
  { result, certificateText, findings }: ReleaseOutcome,
): AnnouncedRelease {
  const { label, rowsIn, rowsOut, suppressed, k, uniqueRows, uniqueAllColumns } = result;
  return {
    ...facts,
    releaseId,
    label,
    rowsIn,
    rowsOut,
    suppressed,
    k,
    uniqueRows,
    uniqueAllColumns,
    relinkable: String(Math.round(result.relinkable * 1e6) / 1e6),
    outputSha256: result.sha256,
    certificateSha256: sha256Of(certificateText),
    findings: verdicts(findings),
  };
}
