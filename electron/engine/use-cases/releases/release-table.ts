import { basename, resolve } from 'node:path';

import { Failure } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { AudienceMade } from '#shared/domain/audience.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { TextForm } from '#shared/domain/text-form.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { standInNames } from '#engine/intake/stand-in-names.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { FileLayout } from '#engine/release/formats/laid-out.ts';
import type { PopulationTable } from '#engine/release/population-counter.ts';
import { notePlacing } from '#engine/release/place/placing-note.ts';
import type { ReleasedName } from '#shared/guardrails/guard-input.ts';
import type { Overriding } from '#engine/release/override-blocks.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import type { RunElsewhere } from '#engine/release/run-elsewhere.ts';
import { runRelease } from '#engine/release/run-release.ts';
import type { TokenPairs } from '#engine/release/token-pairs.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { releaseFiles } from '#engine/release/place/release-files.ts';
import { rememberReleased } from '#engine/workspace-folder/released-places.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { keepTokens } from '../tokens/token-table.ts';
import { proposeFromRelease } from '../records/propose-answers.ts';
import { knownReleases } from './known-releases.ts';
import { RegisteredRelease, releaseFacts } from './registered-release.ts';
import { recipientMeant } from './recipient-meant.ts';
import { releaseBasis } from './release-basis.ts';
import { signerOfWorkspace } from './workspace-signer.ts';

export interface ReleaseRequest {
  recipe: Recipe;
  outputPath: string;
  /** Keys from a key file; the open workspace's own otherwise. */
  keys: ReleaseKeys | null;
  /** It goes by the dataset's working recipe, which then is what the register says. */
  workingRecipe?: boolean;
  keepOrder: boolean;
  /** How the columns of the file stand, where not as the recipe leaves them. */
  layout?: FileLayout | undefined;
  /** Every column is text, also where the format has types. */
  asText?: boolean | undefined;
  /** Its delimiter, encoding, byte order mark and line ends are those of the source. */
  asSource?: boolean | undefined;
  /** How it is made for the platform that it goes to. */
  audience?: AudienceMade | undefined;
  force: boolean;
  today?: string | undefined;
  /** Where another engine ran the recipe, and the table is what came out of it. */
  elsewhere?: RunElsewhere | undefined;
  /** To whom the file goes, as it was said. */
  recipient?: string | undefined;
  /** The table of everybody that the rows were drawn from, where the target asks for one. */
  population?: PopulationTable | null;
  /** Who releases in spite of which blocks. */
  overriding: Overriding | null;
  /** Nobody said it now. */
  recipientAsBefore?: boolean;
}

const namesReplaced = (columns: readonly SourceColumn[]): string[] =>
  standInNames(columns).length === 0 ? [] : [intakeText.personalNames(standInNames(columns))];

/** @throws Failure WRONG_USAGE where the source has none */
function formOf({ form, fileName }: TableInHand): TextForm {
  if (form === null) throw new Failure('WRONG_USAGE', releaseText.sourceHasNoForm(fileName));
  return form;
}

/** The name that a file goes by. */
function fileNamed(path: string): ReleasedName {
  const name = basename(path);
  return { what: 'file', name, texts: [name] };
}

/**
 * Runs a release of a table and enters it into the open workspace's register: written ones with their hashes, refused
 * ones with the verdicts. A release that cannot be registered is taken back, and the file it replaced comes back.
 */
export async function releaseTable(
  state: EngineSession,
  job: JobContext,
  table: TableInHand,
  asked: ReleaseRequest,
): Promise<ReleaseResult> {
  const request = { ...asked, recipient: recipientMeant(state.workspace, asked.recipient) };
  // Classified first: what stops that is no refusal.
  const findings = await table.findings();
  const { recipe } = request;
  const { workspace } = state;
  const form = request.asSource === true ? formOf(table) : undefined;
  workspace?.operators.requireMay('release.written');
  if (workspace?.summary().readOnly) throw new Failure('WORKSPACE_READ_ONLY', releaseText.cannotBeRegistered);
  const releaseId = state.newId();
  const registered = workspace && new RegisteredRelease(workspace, releaseId, releaseFacts(table, request));
  const { profileDirectory } = state.environment;
  const placing = notePlacing(profileDirectory, {
    releaseId,
    workspaceId: workspace?.id ?? null,
    targets: releaseFiles(request.outputPath, {
      registered: workspace !== null,
      described: request.layout === undefined,
    }),
  });
  try {
    const basis = await releaseBasis(state, table, {
      recipe,
      workingRecipe: request.workingRecipe ?? false,
      today: request.today,
    });
    const { result } = await runRelease({
      ...request,
      form,
      ...basis,
      names: [...(basis.names ?? []), fileNamed(request.outputPath)],
      ...onBehalfOf(workspace, request.keys),
      earlier: await knownReleases(state, table, {
        ...request,
        release: recipe.release,
        findings,
        signal: job.signal,
      }),
      now: state.environment.clock(),
      workDirectory: table.directory,
      appVersion: state.environment.appVersion,
      signal: job.signal,
      commit: () => job.commit(),
      onProgress: (report) => job.progress(report),
      releaseId,
      placing,
      ...(workspace && { keepTokens: (pairs: TokenPairs) => keepTokens(workspace, pairs) }),
      announce: async (outcome) => (await registered?.announce(outcome)) ?? null,
      register: async () => registered?.complete(state.now()) ?? null,
    });
    if (workspace) rememberReleased(profileDirectory, workspace.id, releaseId, resolve(result.output));
    const purposeRecord = workspace && proposeFromRelease(state, releaseId);
    return {
      ...result,
      recipientAsBefore: request.recipientAsBefore ?? false,
      rejectedRows: table.rejects.total,
      registerEntry: registered?.entry ?? null,
      purposeRecord,
      drift: [
        ...(request.elsewhere === undefined ? driftOf(recipe, table.columns, findings) : []),
        ...namesReplaced(table.columns),
      ],
    };
  } catch (error) {
    await registered?.failed(error);
    throw error;
  } finally {
    // What the register could not be told now it is told at the next start, which finds the note.
    if (registered?.settled ?? true) placing.done();
  }
}

/** Whose keys and name it goes by. */
function onBehalfOf(
  workspace: Workspace | null,
  keys: ReleaseKeys | null,
): Pick<ReleaseInput, 'keys' | 'signer' | 'operator'> {
  if (workspace === null) return { keys, signer: null, operator: null };
  return {
    keys: keys ?? workspace.keys,
    signer: signerOfWorkspace(workspace.keys),
    operator: workspace.summary().operator,
  };
}
