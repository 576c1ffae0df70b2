import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { judgeRelease } from '#shared/guardrails/index.ts';
import { protectedOutputs } from '#shared/guardrails/output-view.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { buildCertificate } from './build-certificate.ts';
import { fileBorder } from './place/file-border.ts';
import { guardInput } from './guard-release.ts';
import { remakeEarlier } from './join-earlier.ts';
import { judgeModels, sensitiveOutputs } from '../privacy/judge-models.ts';
import { writeLeftOut } from './left-out-file.ts';
import { measureOutput } from './measure-output.ts';
import type { ReleaseInput, ReleaseOutcome } from './release-input.ts';
import { formatOf } from './formats/index.ts';
import { checkTarget, stageFile, type StagedFile } from './place/place-file.ts';
import { placement } from './place/placement.ts';
import { planHash } from '../run-recipe/plan-hash.ts';
import { recompute } from './recompute.ts';
import { refuseRelease, refuseWord } from './refuse.ts';
import { labelRelease } from './release-label.ts';
import { refuseMismatch, stageOutput } from './stage-output.ts';
import { transformRows, type TransformedRows } from '../run-recipe/transform-rows.ts';

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
  const certificatePath = `${outputPath}.certificate.json`;
  for (const path of [outputPath, certificatePath]) await checkTarget(path, releaseId, input.force, files);
  const referenceDate = input.today ?? recipe.referenceDate;
  if (!z.iso.date().safeParse(referenceDate).success) throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  // Known before anything is read: rows in the source's order are matched by counting.
  if (input.keepOrder && recipe.release === 'anonymised') throw new Failure('TARGET_MISSED', releaseText.orderNotKept);
  const report = (phase: string, done: number): void =>
    input.onProgress?.({ phase, done, total: 100, unit: 'percent' });

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
      findings: input.findings,
      keys: input.keys,
      referenceDate,
      spreadsheet: format.spreadsheet,
      emptyIsNull: format.emptyIsNull,
      signal,
      onShare: (share) => report(jobsText.phases.transforming, 40 * share),
    });
    await source.unchanged?.();
    const undecided = new Set(rows.leftOut.map(({ column }) => column));
    if (rows.compiled.outputs.some(({ name }) => undecided.has(name)))
      throw new Failure('TARGET_MISSED', releaseText.nothingDecided([...undecided]));
    report(jobsText.phases.measuring, 40);
    const measured = await measureOutput(rows, { recipe, findings: input.findings, signal });
    refuseRelease(recipe.release, measured, judgeRelease(guardInput(input, rows, measured)));

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
    const anonymised = recipe.release === 'anonymised';
    const guarded = protectedOutputs({
      findings: input.findings,
      outputs: rows.compiled.outputs,
      release: recipe.release,
      protect: recipe.protect,
    });
    const sensitive = anonymised ? sensitiveOutputs(rows.compiled.outputs, input.findings, guarded) : [];
    const columns = rows.compiled.outputs.map(({ name, physical }) => ({
      name,
      qi: measured.qi.some((column) => column.sql === physical),
      sensitive: sensitive.includes(name),
      guarded: guarded.includes(name),
    }));
    const leftOut = await writeLeftOut(rows, measured, { keys: input.keys, directory: work, signal });
    const earlier =
      input.earlier === null
        ? null
        : await remakeEarlier({ rows, measured }, input.earlier, {
            source,
            findings: input.findings,
            directory: work,
            signal,
          });
    const checked = await recompute(
      {
        path: output.file.path,
        format,
        columns,
        cells: output.cells,
        longestRow: output.longestRow,
        people: output.people,
        leftOut,
        earlier,
        inference: anonymised,
      },
      work,
      signal,
    );
    refuseMismatch(checked, measured, output.file);
    // Judged again by what the file itself holds: hashes are only there now.
    const findings = judgeRelease(
      guardInput(input, rows, { ...measured, facts: { ...measured.facts, written: checked.written } }),
    );
    refuseRelease(recipe.release, measured, findings);

    const models = judgeModels(checked.k, recipe.target.k, checked.sensitive);
    const label = labelRelease({
      release: recipe.release,
      outputs: rows.compiled.outputs,
      findings: input.findings,
      measure: measured.measure,
      models,
      outsider: checked.outsider,
      keptOrder: input.keepOrder,
    });
    refuseWord(recipe.release, label, findings);
    const certificate = buildCertificate(input, {
      compiled: rows.compiled,
      leftOut: rows.leftOut,
      referenceDate,
      plan,
      format,
      bytes: output.file.bytes,
      checked,
      measured,
      findings,
      label,
      models,
    });
    const certificateText = canonicalJson(certificate);
    const companion = await stageFile(certificatePath, [Buffer.from(`${certificateText}\n`, 'utf8')], {
      releaseId,
      files,
      signal,
    });
    staged.push(companion);
    const outcome: ReleaseOutcome = {
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
        certificate: certificatePath,
        sha256: checked.sha256,
      },
      certificate,
      certificateText: `${certificateText}\n`,
      findings,
    };
    await source.unchanged?.();
    input.commit?.();
    const placed = placement(
      [
        { file: output.file, target: outputPath },
        { file: companion, target: certificatePath },
      ],
      { releaseId, force: input.force, border: files },
    );
    input.placing?.staged([output.file.sha256, companion.sha256]);
    await input.announce?.(outcome);
    await placed.commit();
    try {
      await input.register?.(outcome);
    } catch (error) {
      await placed.takeBack();
      throw error;
    }
    await placed.settle();
    report(jobsText.phases.done, 100);
    return outcome;
  } finally {
    // What cannot be cleared now is wiped with the working directory: it decides nothing about a release that stands.
    for (const file of staged) await file.discard().catch(() => undefined);
    await rows?.close().catch(() => undefined);
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}
