import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import { told } from '#shared/facts/fact.ts';
import { neededFacts } from '#shared/guardrails/index.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { buildCertificate } from './build-certificate.ts';
import { fileBorder, type FileBorder } from './place/file-border.ts';
import { guardRelease } from './guard-release.ts';
import { remakeEarlier } from './join-earlier.ts';
import { judgeModels, modelsToJudge } from '../privacy/judge-models.ts';
import { sensitiveColumns } from '../privacy/sensitive-columns.ts';
import { targetMisses } from '../privacy/target-misses.ts';
import { writeLeftOut } from './left-out-file.ts';
import { measureOutput, type MeasuredOutput } from './measure-output.ts';
import type { ReleaseInput, ReleaseOutcome } from './release-input.ts';
import { formatOf } from './formats/index.ts';
import { checkTarget, stageFile, type StagedFile } from './place/place-file.ts';
import { placement } from './place/placement.ts';
import { certificateOf, descriptorOf, proofOf, releaseFiles } from './place/release-files.ts';
import { policyUsed } from './policy-used.ts';
import { planHash } from '../run-recipe/plan-hash.ts';
import { descriptorText } from './descriptor-text.ts';
import { recompute } from './recompute.ts';
import { refuseRelease, refuseTarget, refuseWord } from './refuse.ts';
import { labelRelease } from './release-label.ts';
import { refuseMismatch, stageOutput } from './stage-output.ts';
import { transformRows, type TransformedRows } from '../run-recipe/transform-rows.ts';

type Report = (phase: string, share: number) => void;

/** Refuses what can be refused before anything is read. @returns the day that ages and limits count from */
async function checkRequest(input: ReleaseInput, releaseId: string, files: FileBorder): Promise<string> {
  const { outputPath } = input;
  for (const path of releaseFiles(outputPath, input.workspace !== null))
    await checkTarget(path, releaseId, input.force, files);
  const referenceDate = input.today ?? input.recipe.referenceDate;
  if (!z.iso.date().safeParse(referenceDate).success) throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  // Known before anything is read: rows in the source's order are matched by counting.
  if (input.keepOrder && input.recipe.release === 'anonymised')
    throw new Failure('TARGET_MISSED', releaseText.orderNotKept);
  return referenceDate;
}

/** What the outputs are counted as when the written file is measured. */
function countedColumns({ recipe, findings }: ReleaseInput, rows: TransformedRows, measured: MeasuredOutput) {
  const { outputs } = rows.compiled;
  const { guarded, sensitive } = sensitiveColumns(recipe, outputs, findings);
  return outputs.map(({ name, physical }) => ({
    name,
    qi: measured.qi.some((column) => column.sql === physical),
    sensitive: sensitive.includes(name),
    guarded: guarded.includes(name),
  }));
}

/** Measures the written file by other means, and refuses it where that finds anything else. */
async function checkWritten(
  input: ReleaseInput,
  { rows, measured, output, work }: { rows: TransformedRows; measured: MeasuredOutput; output: Staged; work: string },
) {
  const { source, recipe, findings, signal } = input;
  const leftOut = await writeLeftOut(rows, measured, { keys: input.keys, directory: work, signal });
  const earlier =
    input.earlier === null
      ? null
      : await remakeEarlier({ rows, measured }, input.earlier, { source, findings, directory: work, signal });
  const checked = await recompute(
    {
      path: output.file.path,
      format: formatOf(input.outputPath),
      columns: countedColumns(input, rows, measured),
      cells: output.cells,
      longestRow: output.longestRow,
      people: output.people,
      leftOut,
      earlier,
      inference: recipe.release === 'anonymised',
    },
    work,
    signal,
  );
  refuseMismatch(checked, measured, output.file);
  // Judged again by what the file itself holds: hashes are only there now.
  const facts = { ...measured.facts, 'written-values': told(checked.written) };
  const verdicts = guardRelease(input, rows, { ...measured, facts });
  refuseRelease(recipe.release, measured, verdicts);
  const judged = modelsToJudge(
    recipe.target.models,
    checked.sensitive.map(({ column }) => column),
  );
  const models = judgeModels(judged, checked);
  refuseTarget(targetMisses(recipe, models), verdicts);
  const label = labelRelease({
    release: recipe.release,
    identifying: columnsInRole(recipe, 'identifying'),
    outputs: rows.compiled.outputs,
    findings,
    measure: measured.measure,
    models,
    outsider: checked.outsider,
    keptOrder: input.keepOrder,
  });
  refuseWord(recipe.release, label, verdicts);
  return { checked, findings: verdicts, models, label };
}

type Staged = Awaited<ReturnType<typeof stageOutput>>;
type Checked = Awaited<ReturnType<typeof checkWritten>>;

/** Transforms all rows and measures them; refuses what may not be written. */
async function measureRows(input: ReleaseInput, rows: TransformedRows, report: Report): Promise<MeasuredOutput> {
  const { recipe, findings, signal } = input;
  await input.source.unchanged?.();
  const undecided = new Set(rows.leftOut.map(({ column }) => column));
  if (rows.compiled.outputs.some(({ name }) => undecided.has(name)))
    throw new Failure('TARGET_MISSED', releaseText.nothingDecided([...undecided]));
  report(jobsText.phases.measuring, 40);
  const measured = await measureOutput(rows, { recipe, findings, signal });
  refuseRelease(recipe.release, measured, guardRelease(input, rows, measured));
  return measured;
}

function outcomeOf(
  input: ReleaseInput,
  { rows, measured, releaseId }: { rows: TransformedRows; measured: MeasuredOutput; releaseId: string },
  { checked, findings, label }: Checked,
  certificate: Certificate,
): ReleaseOutcome {
  const { outputPath, workspace } = input;
  const certificateText = `${canonicalJson(certificate)}\n`;
  return {
    result: {
      output: outputPath,
      rowsIn: rows.rows,
      rowsOut: checked.rows,
      suppressed: rows.rows - checked.rows,
      excluded: measured.excluded,
      k: checked.k,
      uniqueRows: checked.uniqueRows,
      counted: measured.measure.quasiIdentifiers,
      uniqueAllColumns: checked.outsider.uniqueAllColumns,
      relinkable: checked.outsider.relinkable,
      earlierReleases: checked.outsider.earlierReleases,
      label: label.label,
      statement: label.statement,
      tests: label.tests,
      guardrails: findings,
      certificate: certificateOf(outputPath),
      proof: workspace === null ? null : proofOf(outputPath),
      descriptor: descriptorOf(outputPath, workspace !== null),
      sha256: checked.sha256,
    },
    certificate,
    certificateText,
    descriptorText: descriptorText(outputPath, { certificate, certificateText }, releaseId),
    findings,
  };
}

/**
 * Gives the files their names, and takes them back where the register does not take the release. The proof is placed
 * with those that it is about: at first that they were announced, then that they are written.
 * @param staged output, certificate and descriptor; the proof is added
 */
async function placeFiles(
  input: ReleaseInput,
  outcome: ReleaseOutcome,
  staged: StagedFile[],
  { releaseId, files }: { releaseId: string; files: FileBorder },
): Promise<void> {
  await input.source.unchanged?.();
  input.commit?.();
  const stageProof = (proof: string) =>
    stageFile(proofOf(input.outputPath), [Buffer.from(proof, 'utf8')], { releaseId, files });
  const announced = (await input.announce?.(outcome)) ?? null;
  if (announced !== null) staged.push(await stageProof(announced));
  const targets = releaseFiles(input.outputPath, input.workspace !== null);
  const placed = placement(
    staged.map((file, index) => ({ file, target: targets[index] as string })),
    { releaseId, force: input.force, border: files },
  );
  input.placing?.staged(staged.map(({ sha256 }) => sha256));
  await placed.commit();
  try {
    const written = (await input.register?.(outcome)) ?? null;
    if (written !== null) await replaceProof(stageProof(written), proofOf(input.outputPath), files);
  } catch (error) {
    await placed.takeBack();
    throw error;
  }
  await placed.settle();
}

/** The release stands by now: where the newer proof cannot be written, the one that is there is true, too. */
async function replaceProof(staging: Promise<StagedFile>, target: string, files: FileBorder): Promise<void> {
  const staged = await staging.catch(() => null);
  await (staged && files.rename(staged.path, target).catch(() => staged.discard()));
}

/**
 * Runs a recipe and writes one release with its certificate, or nothing. Everything that can refuse is judged before a
 * byte is written at the target; the written file is then measured anew by other means and only gets its name when both
 * agree.
 *
 * @throws Failure WRONG_USAGE, TARGET_EXISTS, TARGET_UNWRITABLE, RECIPE_INVALID, KEY_MISSING, TARGET_MISSED,
 *   GUARDRAIL_BLOCKS, DISK_FULL, JOB_CANCELLED; INTERNAL when the written file does not hold what was measured
 */
export async function runRelease(input: ReleaseInput): Promise<ReleaseOutcome> {
  const { source, recipe, outputPath, signal, files = fileBorder } = input;
  const releaseId = input.releaseId ?? randomUUID();
  const format = formatOf(outputPath);
  const referenceDate = await checkRequest(input, releaseId, files);
  const report: Report = (phase, done) => input.onProgress?.({ phase, done, total: 100, unit: 'percent' });
  const work = join(input.workDirectory, `release-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  const staged: StagedFile[] = [];
  let rows: TransformedRows | null = null;
  try {
    report(jobsText.phases.transforming, 0);
    rows = await transformRows({
      source,
      recipe,
      purpose: input.purpose,
      facts: neededFacts,
      findings: input.findings,
      keys: input.keys,
      referenceDate,
      overrides: input.overrides,
      spreadsheet: format.spreadsheet,
      emptyIsNull: format.emptyIsNull,
      signal,
      onShare: (share) => report(jobsText.phases.transforming, 40 * share),
    });
    const measured = await measureRows(input, rows, report);
    report(jobsText.phases.writing, 50);
    const plan = planHash(rows.compiled);
    const output = await stageOutput({
      source,
      keys: input.keys,
      keepOrder: input.keepOrder,
      anonymised: recipe.release === 'anonymised',
      releaseId,
      target: outputPath,
      rows,
      measured,
      format,
      plan,
      work,
      files,
      signal,
      onShare: (share) => report(jobsText.phases.writing, 50 + 30 * share),
    });
    staged.push(output.file);
    report(jobsText.phases.checking, 80);
    const checked = await checkWritten(input, { rows, measured, output, work });
    const { compiled, leftOut } = rows;
    const { bytes } = output.file;
    const policy = policyUsed(rows, recipe.release, input.findings);
    const facts = { compiled, leftOut, policy, referenceDate, plan, format, bytes, measured, ...checked };
    const outcome = outcomeOf(input, { rows, measured, releaseId }, checked, buildCertificate(input, facts));
    for (const [path, text] of [
      [certificateOf(outputPath), outcome.certificateText],
      [outcome.result.descriptor, outcome.descriptorText],
    ] as const)
      if (path !== null && text !== null)
        staged.push(await stageFile(path, [Buffer.from(text, 'utf8')], { releaseId, files, signal }));
    await placeFiles(input, outcome, staged, { releaseId, files });
    report(jobsText.phases.done, 100);
    return outcome;
  } finally {
    // What cannot be cleared now is wiped with the working directory: it decides nothing about a release that stands.
    for (const file of staged) await file.discard().catch(() => undefined);
    await rows?.close().catch(() => undefined);
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}
