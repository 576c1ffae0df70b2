import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { stateOf, type GuardFinding } from '#shared/domain/guardrail.ts';
import { fileOf, type Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import type { RunElsewhere } from '#engine/release/run-elsewhere.ts';
import type { ReleaseOutcome } from '#engine/release/release-input.ts';
import {
  announceRelease,
  clearRelease,
  completeRelease,
  sha256Of,
  type AnnouncedRelease,
} from '#engine/session/announced-release.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

export type ReleaseFacts = ReturnType<typeof releaseFacts>;

const verdicts = (findings: readonly GuardFinding[]) =>
  findings.map((finding) => ({
    id: finding.id,
    verdict: finding.verdict,
    state: stateOf(finding),
    ...(finding.reason === undefined ? {} : { code: finding.reason.code }),
    columns: finding.columns,
  }));

/** SHA-256 of a recipe in canonical JSON, which has no fractions: they are text in it. */
export const recipeSha256Of = (recipe: Recipe): string =>
  sha256Of(
    canonicalJson(
      JSON.parse(
        JSON.stringify(fileOf(recipe), (_key, value: unknown) =>
          typeof value === 'number' && !Number.isInteger(value) ? String(value) : value,
        ),
      ),
    ),
  );

/** What the register says of a release, written or refused. */
export function releaseFacts(
  { sha256, datasetId }: { sha256: string; datasetId: string | null },
  {
    recipe,
    outputPath,
    recipient,
    elsewhere,
  }: {
    recipe: Recipe;
    outputPath: string;
    recipient?: string | undefined;
    elsewhere?: RunElsewhere | undefined;
  },
) {
  return {
    datasetId,
    fileName: basename(outputPath),
    sourceSha256: sha256,
    recipeSha256: recipeSha256Of(recipe),
    purpose: recipe.purpose,
    release: recipe.release,
    ...(recipient === undefined ? {} : { recipient }),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.made.engine }),
    targetK: kOf(recipe),
    targetSuppression: String(recipe.target.suppression),
  };
}

/** Refusals of what would have been written, which the register tells of; any other failure is none of its business. */
const refusals = ['TARGET_MISSED', 'GUARDRAIL_BLOCKS', 'REGISTER_CONTRADICTS'] as const;

/**
 * One release as a workspace's register comes to know of it: announced before the files get their names, completed
 * after, taken back where it failed in between; or refused.
 */
export class RegisteredRelease {
  readonly #workspace: Workspace;
  readonly #releaseId: string;
  readonly #facts: ReleaseFacts;
  #announced: AnnouncedRelease | null = null;
  #entry: number | null = null;
  #settled = true;

  constructor(workspace: Workspace, releaseId: string, facts: ReleaseFacts) {
    this.#workspace = workspace;
    this.#releaseId = releaseId;
    this.#facts = facts;
  }

  /** Sequence number of its entry; null until it is complete. */
  get entry(): number | null {
    return this.#entry;
  }

  /** False where the register still says something that is not so, and could not be told. */
  get settled(): boolean {
    return this.#settled;
  }

  /** @returns the proof that the register knows of both files, to lie beside them */
  async announce(outcome: ReleaseOutcome): Promise<string> {
    const announcement = announcementOf(this.#releaseId, this.#facts, outcome);
    const seq = await announceRelease(this.#workspace, announcement, outcome.certificateText);
    this.#announced = announcement;
    return this.#workspace.prove(seq);
  }

  /** @returns the proof that the register has the release as written */
  complete(at: string): string | null {
    if (this.#announced === null) return null;
    try {
      this.#entry = completeRelease(this.#workspace, this.#announced, at);
    } catch (error) {
      throw storageFailure(error, this.#workspace.summary().name);
    }
    try {
      return this.#workspace.prove(this.#entry);
    } catch {
      // The release is registered: the proof that it was announced stays beside it, and another can be made any time.
      return null;
    }
  }

  /** After a failure: takes back what was announced, and enters a refusal with its verdicts. */
  async failed(error: unknown): Promise<void> {
    if (this.#announced !== null && this.#entry === null)
      this.#settled = await clearRelease(this.#workspace, this.#announced, 'taken-back').then(
        () => true,
        () => false,
      );
    if (!(error instanceof Failure)) return;
    const code = refusals.find((refusal) => refusal === error.code);
    if (code === undefined) return;
    this.#workspace.register.append({
      kind: 'release.refused',
      subjectRef: this.#releaseId,
      payload: {
        ...this.#facts,
        releaseId: this.#releaseId,
        code,
        reason: error.message.slice(0, 2000),
        findings: verdicts((error.findings ?? []) as GuardFinding[]),
      },
    });
  }
}

/** What is announced of a release that was judged and staged. */
function announcementOf(
  releaseId: string,
  facts: ReleaseFacts,
  { result, certificate, certificateText, descriptorText, findings, consent }: ReleaseOutcome,
): AnnouncedRelease {
  const overridden = findings.flatMap(({ id: guardrail, reason: found, overridden: over }) =>
    over === undefined
      ? []
      : [
          {
            guardrail,
            ...(found === undefined ? {} : { code: found.code }),
            reason: over.reason,
            by: over.by,
            role: over.role,
          },
        ],
  );
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
    ...(descriptorText === null ? {} : { descriptorSha256: sha256Of(descriptorText) }),
    ...(certificate.undecided?.length && { undecided: certificate.undecided }),
    ...(certificate.spent && { spent: { epsilon: certificate.spent.epsilon, delta: certificate.spent.delta } }),
    ...(consent === null ? {} : { consent }),
    findings: verdicts(findings),
    ...(overridden.length === 0 ? {} : { overridden }),
  };
}
