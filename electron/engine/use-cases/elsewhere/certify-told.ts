import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { toldCertificateEnding } from '#shared/certificate/told-certificate.ts';
import type { AskedTold, ToldResult } from '#shared/contract/elsewhere.ts';
import { Failure } from '#shared/contract/failure.ts';
import { compileScript } from '#shared/recipe/compile-script.ts';
import { toldFigure } from '#shared/recipe/script-figures.ts';
import { toldTarget } from '#shared/recipe/told-target.ts';
import { certifyText as text } from '#shared/text/engine/certify.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { mark } from '#engine/release/place/hidden-names.ts';
import { checkTarget, stageFile } from '#engine/release/place/place-file.ts';
import { placement } from '#engine/release/place/placement.ts';
import { planHash } from '#engine/run-recipe/plan-hash.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { ownerToken } from '#engine/workspace/work-directory.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { recipientMeant } from '../releases/recipient-meant.ts';
import { recipeSha256Of } from '../releases/registered-release.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requireHeld } from '../require-held.ts';
import { requireShare, toldIn } from './told-in.ts';
import { toldStatement, type HeldRun } from './told-statement.ts';

/** Reads the figures, and holds them to the recipe. @throws Failure as `toldIn`; TARGET_MISSED */
async function heldRun(state: EngineSession, workspace: Workspace, input: AskedTold): Promise<HeldRun> {
  const { recipe, columns } = input;
  const referenceDate = input.today ?? recipe.referenceDate;
  const script = compileScript(recipe, columns, input.engine, { referenceDate });
  const checksPath = state.grants.readPath(input.checksGrantId, 'source');
  const run = await toldIn(checksPath, script);
  requireShare(run.told, recipe, script);
  const target = toldTarget(recipe, run.told, script.sensitive);
  const missed = target.find(({ met }) => met === false);
  if (missed !== undefined) {
    const figure = run.told.find(({ column, value }) => column === missed.column && value === missed.told)!;
    throw new Failure('TARGET_MISSED', text.belowTarget(text.figureOf(figure), figure.value, missed.wanted ?? ''));
  }
  const recipient = recipientMeant(workspace, input.recipient);
  return { releaseId: state.newId(), recipe, referenceDate, recipient, columns, checksPath, script, run, target };
}

/** Keeps a copy of the certificate and enters the run. @returns the number of the entry */
async function enter(
  workspace: Workspace,
  { releaseId, recipe, recipient, script, run: { checks, told }, checksPath }: HeldRun,
  certificate: { text: string; sha256: string },
): Promise<number> {
  const copy = certificateCopy(workspace.directory, releaseId);
  const [k, alone] = [toldFigure(told, 'k'), toldFigure(told, 'unique_rows')];
  try {
    await writeFileAtomic(copy, certificate.text, { mode: 0o600 });
    return workspace.register.append({
      kind: 'elsewhere.told',
      subjectRef: releaseId,
      payload: {
        releaseId,
        engine: script.target,
        fileName: basename(checksPath),
        checksSha256: checks,
        recipeSha256: recipeSha256Of(recipe),
        planHash: planHash(script.compiled),
        purpose: recipe.purpose,
        release: recipe.release,
        ...(recipient === undefined ? {} : { recipient }),
        toldRowsIn: toldFigure(told, 'rows_in') ?? 0,
        toldRowsOut: toldFigure(told, 'rows_out') ?? 0,
        ...(k === null ? {} : { toldK: k }),
        ...(alone === null ? {} : { toldUniqueRows: alone }),
        certificateSha256: certificate.sha256,
      },
    }).seq;
  } catch (error) {
    await rm(copy, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Gives the certificate its name and enters it, or neither. */
async function place(
  workspace: Workspace,
  held: HeldRun,
  { path, certificate, stagingId, force }: { path: string; certificate: string; stagingId: string; force: boolean },
): Promise<{ sha256: string; registerEntry: number }> {
  const bytes = Buffer.from(certificate, 'utf8');
  const file = await stageFile(path, [bytes], { releaseId: stagingId, files: fileBorder });
  try {
    const placed = placement([{ file, target: path }], { releaseId: stagingId, force, border: fileBorder });
    await placed.commit();
    try {
      const registerEntry = await enter(workspace, held, { text: certificate, sha256: file.sha256 });
      await placed.settle();
      return { sha256: file.sha256, registerEntry };
    } catch (error) {
      await placed.takeBack();
      throw error;
    }
  } finally {
    await file.discard().catch(() => undefined);
  }
}

/**
 * Takes in what another engine told of a run of which no file is at hand: held to the recipe and to itself, certified and
 * entered as told, with nothing of it recomputed.
 * @throws Failure WORKSPACE_NONE, ROLE_REFUSED, WORKSPACE_READ_ONLY, WRONG_USAGE, RECIPE_INVALID, FILE_UNREADABLE,
 *   TARGET_MISSED, REGISTER_CONTRADICTS, TARGET_EXISTS, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL
 */
export async function certifyTold(state: EngineSession, input: AskedTold): Promise<ToldResult> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'elsewhere.told');
  const path = state.grants.path(input.certificateGrantId, 'write');
  if (!path.endsWith(toldCertificateEnding))
    throw new Failure('WRONG_USAGE', text.ending(basename(path), toldCertificateEnding));
  await guardWrite(state, [{ path, companion: true }]);
  const stagingId = mark(ownerToken(), randomBytes(8));
  await checkTarget(path, stagingId, input.force, fileBorder);
  const { purpose } = input.recipe;
  requireHeld(workspace, { datasetId: null, sourceSha256: '', purpose, workingRecipe: false });
  const held = await heldRun(state, workspace, input);
  const certificate = toldStatement(state, workspace, held);
  const placed = await place(workspace, held, { path, certificate, stagingId, force: input.force });
  const { checks, told } = held.run;
  return {
    ...placed,
    releaseId: held.releaseId,
    certificate: path,
    engine: held.script.target,
    recomputed: false,
    checksSha256: checks,
    told,
    target: [...held.target],
  };
}
