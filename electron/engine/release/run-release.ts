import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { tokensText } from '#shared/text/engine/tokens.ts';
import { writtenAs } from '#shared/domain/written-as.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { attackRulings } from './attack-rows.ts';
import { audienceRulings } from './audience-size.ts';
import { buildCertificate } from './build-certificate.ts';
import { fileBorder, type FileBorder } from './place/file-border.ts';
import { withJudged, type Checked, type Report } from './judge-release.ts';
import type { MeasuredOutput } from './measure-output.ts';
import type { ReleaseInput, ReleaseOutcome } from './release-input.ts';
import { formatOf } from './formats/index.ts';
import { checkTarget, stageFile, type StagedFile } from './place/place-file.ts';
import { isLeftDescriptor } from './place/left-descriptor.ts';
import { placement } from './place/placement.ts';
import { certificateOf, descriptorOf, proofOf, releaseFiles } from './place/release-files.ts';
import { policyUsed } from './policy-used.ts';
import { tokenPairs, writesTokens } from './token-pairs.ts';
import { descriptorText } from './descriptor-text.ts';
import { isDrawn } from '../run-recipe/ways/apply-way.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/** What lies beside the output. A file in a platform's layout is described by nothing but its certificate. */
const filesBeside = ({ workspace, layout }: ReleaseInput) => ({
  registered: workspace !== null,
  described: layout === undefined,
});

/** Refuses what can be refused before anything is read. @returns the day that ages and limits count from */
async function checkRequest(input: ReleaseInput, releaseId: string, files: FileBorder): Promise<string> {
  const { outputPath } = input;
  for (const path of releaseFiles(outputPath, filesBeside(input))) {
    const replace = input.force || (await isLeftDescriptor(path, outputPath));
    await checkTarget(path, releaseId, replace, files);
  }
  const referenceDate = input.today ?? input.recipe.referenceDate;
  if (!z.iso.date().safeParse(referenceDate).success) throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  // Known before anything is read: rows in the source's order are matched by counting.
  if (input.keepOrder && input.recipe.release === 'anonymised')
    throw new Failure('TARGET_MISSED', releaseText.orderNotKept);
  if (input.keepTokens === undefined && writesTokens(input.recipe))
    throw new Failure('KEY_MISSING', tokensText.needWorkspace);
  return referenceDate;
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
      writtenAs: writtenAs(input.recipe),
      lines: checked.lines,
      // A twin has as many rows as were drawn: none of the source is in it.
      suppressed: isDrawn(measured.way) ? 0 : rows.rows - checked.rows,
      excluded: measured.excluded,
      k: isDrawn(measured.way) ? 0 : checked.k,
      uniqueRows: checked.uniqueRows,
      counted: measured.measure.quasiIdentifiers,
      uniqueAllColumns: checked.outsider.uniqueAllColumns,
      relinkable: checked.outsider.relinkable,
      earlierReleases: checked.outsider.earlierReleases,
      ...(checked.outsider.earlierEditions.length > 0 && { earlierEditions: checked.outsider.earlierEditions }),
      label: label.label,
      statement: label.statement,
      tests: label.tests,
      ...(certificate.undecided?.length && { undecided: certificate.undecided }),
      guardrails: findings,
      certificate: certificateOf(outputPath),
      proof: workspace === null ? null : proofOf(outputPath),
      descriptor: input.layout === undefined ? descriptorOf(outputPath) : null,
      recipient: input.recipient ?? null,
      ...(certificate.population && { population: certificate.population }),
      sha256: checked.sha256,
    },
    certificate,
    certificateText,
    descriptorText:
      input.layout === undefined ? descriptorText(outputPath, { certificate, certificateText }, releaseId) : null,
    findings,
    consent: measured.facts.consent.state === 'told' ? measured.facts.consent.value.why : null,
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
  await input.population?.unchanged?.();
  input.commit?.();
  const stageProof = (proof: string) =>
    stageFile(proofOf(input.outputPath), [Buffer.from(proof, 'utf8')], { releaseId, files });
  const announced = (await input.announce?.(outcome)) ?? null;
  if (announced !== null) staged.push(await stageProof(announced));
  const targets = releaseFiles(input.outputPath, filesBeside(input));
  const placed = placement(
    staged.map((file, index) => {
      const target = targets[index] as string;
      const mayReplace = (former: string) => isLeftDescriptor(target, input.outputPath, former);
      return { file, target, ...(target === descriptorOf(input.outputPath) ? { mayReplace } : {}) };
    }),
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
  const { recipe, outputPath, signal, files = fileBorder } = input;
  const releaseId = input.releaseId ?? randomUUID();
  const format = formatOf(outputPath, input.layout, input.form);
  const referenceDate = await checkRequest(input, releaseId, files);
  const report: Report = (phase, done) => input.onProgress?.({ phase, done, total: 100, unit: 'percent' });
  const place = { target: outputPath, releaseId, files, referenceDate, report };
  return withJudged(input, place, async ({ rows, measured, output, checked, plan, population }) => {
    const { compiled, leftOut } = rows;
    const { bytes } = output.file;
    const policy = [
      ...policyUsed(rows, recipe.release, input.findings),
      ...audienceRulings(rows, recipe),
      ...(checked.attacks === null ? [] : attackRulings(rows.policy)),
    ];
    const facts = { compiled, leftOut, policy, referenceDate, plan, format, bytes, measured, population, ...checked };
    const outcome = outcomeOf(input, { rows, measured, releaseId }, checked, buildCertificate(input, facts));
    const staged = [output.file];
    try {
      if (input.keepTokens !== undefined && input.keys !== null && writesTokens(recipe))
        await input.keepTokens(await tokenPairs({ rows, measured, source: input.source, keys: input.keys, signal }));
      for (const [path, text] of [
        [certificateOf(outputPath), outcome.certificateText],
        [outcome.result.descriptor, outcome.descriptorText],
      ] as const)
        if (path !== null && text !== null)
          staged.push(await stageFile(path, [Buffer.from(text, 'utf8')], { releaseId, files, signal }));
      await placeFiles(input, outcome, staged, { releaseId, files });
    } finally {
      for (const file of staged) await file.discard().catch(() => undefined);
    }
    report(jobsText.phases.done, 100);
    return outcome;
  });
}
