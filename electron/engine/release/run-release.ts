import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { JobProgress } from '#shared/contract/job.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { judgeRelease } from '#shared/guardrails/index.ts';
import { canonicalJson } from '#shared/register/canonical-json.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import { buildCertificate } from './build-certificate.ts';
import { fileBorder, type FileBorder } from './file-border.ts';
import { guardInput } from './guard-release.ts';
import { judgeModels, sensitiveOutputs } from './judge-models.ts';
import { measureOutput } from './measure-output.ts';
import { isSpreadsheetFormat, outputFormat } from './output-format.ts';
import { checkTarget, commitBoth, stageFile, type StagedFile } from './place-file.ts';
import { planHash } from './plan-hash.ts';
import { recompute } from './recompute.ts';
import { refuseRelease } from './refuse.ts';
import { releaseLabel } from './release-label.ts';
import type { ReleaseSource } from './release-source.ts';
import { refuseMismatch, stageOutput } from './stage-output.ts';
import { transformRows, type TransformedRows } from './transform-rows.ts';

export interface ReleaseInput {
  source: ReleaseSource;
  recipe: Recipe;
  /** Effective findings: suggestions with people's decisions laid over them. */
  findings: readonly Finding[];
  /** Columns whose classification nobody has confirmed; recorded, never a block. */
  unconfirmed: readonly string[];
  purpose: Purpose | null;
  keys: ReleaseKeys | null;
  signer: Signer | null;
  /** Whose release it is; null without a workspace. */
  workspace: { id: string; organisation: string } | null;
  operator: string | null;
  outputPath: string;
  keepOrder: boolean;
  force: boolean;
  /** YYYY-MM-DD, outranks the recipe's reference date. */
  today?: string | undefined;
  now: Date;
  /** Private directory inside the one the source's data engine may use. */
  workDirectory: string;
  appVersion: string;
  signal?: AbortSignal | undefined;
  /** Called when everything has been judged and checked, right before the files get their names; throws where it is too late. */
  commit?: (() => void) | undefined;
  onProgress?: ((report: Omit<JobProgress, 'type'>) => void) | undefined;
  files?: FileBorder;
}

export interface ReleaseOutcome {
  /** `output` and `certificate` are paths. */
  result: Omit<ReleaseResult, 'registerEntry' | 'drift' | 'rejectedRows'>;
  certificate: Certificate;
  /** The certificate file's exact text. */
  certificateText: string;
  findings: GuardFinding[];
}

/**
 * Runs a recipe and writes one release with its certificate, or nothing. Everything that can refuse is judged before a byte is written
 * at the target; the written file is then measured anew by other means and only gets its name when both agree.
 *
 * @throws Failure WRONG_USAGE, TARGET_EXISTS, TARGET_UNWRITABLE, RECIPE_INVALID, KEY_MISSING, TARGET_MISSED, GUARDRAIL_BLOCKS, DISK_FULL,
 *   JOB_CANCELLED; INTERNAL when the written file does not hold what was measured
 */
export async function runRelease(input: ReleaseInput): Promise<ReleaseOutcome> {
  const { source, recipe, outputPath, signal, files = fileBorder } = input;
  const format = outputFormat(outputPath);
  const certificatePath = `${outputPath}.certificate.json`;
  for (const path of [outputPath, certificatePath]) await checkTarget(path, input.force, files);
  const referenceDate = input.today ?? recipe.referenceDate;
  if (!z.iso.date().safeParse(referenceDate).success) throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  const report = (phase: string, done: number): void => input.onProgress?.({ phase, done, total: 100, unit: 'percent' });

  const work = join(input.workDirectory, `release-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  const staged: StagedFile[] = [];
  let rows: TransformedRows | null = null;
  try {
    report(jobsText.phases.transforming, 0);
    rows = await transformRows({ source, recipe, findings: input.findings, keys: input.keys, referenceDate, spreadsheet: isSpreadsheetFormat(format), emptyIsNull: format === 'xlsx', signal, onShare: (share) => report(jobsText.phases.transforming, 40 * share) });
    await source.unchanged?.();
    report(jobsText.phases.measuring, 40);
    const measured = await measureOutput(rows, { recipe, findings: input.findings, signal });
    const findings = judgeRelease(guardInput(input, rows, measured));
    refuseRelease(recipe.release, measured, findings);

    report(jobsText.phases.writing, 50);
    const plan = planHash(rows.compiled);
    const output = await stageOutput({ source, keys: input.keys, keepOrder: input.keepOrder, force: input.force, target: outputPath, rows, measured, format, plan, work, files, signal, onShare: (share) => report(jobsText.phases.writing, 50 + 30 * share) });
    staged.push(output.file);
    report(jobsText.phases.checking, 80);
    const sensitive = recipe.release === 'anonymised' ? sensitiveOutputs(rows.compiled.outputs, input.findings) : [];
    const columns = rows.compiled.outputs.map(({ name, physical }) => ({ name, qi: measured.qi.some((column) => column.sql === physical), sensitive: sensitive.includes(name) }));
    const checked = await recompute({ path: output.file.path, format, columns, longestRow: output.longestRow, people: output.people }, work, signal);
    refuseMismatch(checked, measured, output.file);

    const models = judgeModels(checked.k, recipe.target.k, checked.sensitive);
    const label = releaseLabel(recipe.release, rows.compiled.outputs, input.findings, measured.measure, models);
    const certificate = buildCertificate(input, { compiled: rows.compiled, referenceDate, plan, format, bytes: output.file.bytes, checked, measured, findings, label, models });
    const certificateText = canonicalJson(certificate);
    const companion = await stageFile(certificatePath, [Buffer.from(`${certificateText}\n`, 'utf8')], { force: input.force, files, signal });
    staged.push(companion);
    input.commit?.();
    await commitBoth(output.file, companion, outputPath, files);
    report(jobsText.phases.done, 100);
    return {
      result: { output: outputPath, rowsIn: rows.rows, rowsOut: checked.rows, suppressed: rows.rows - checked.rows, excluded: measured.excluded, k: checked.k, uniqueRows: checked.uniqueRows, label: label.label, certificate: certificatePath, sha256: checked.sha256 },
      certificate,
      certificateText: `${certificateText}\n`,
      findings,
    };
  } finally {
    for (const file of staged) await file.discard();
    await rows?.close();
    await rm(work, { recursive: true, force: true });
  }
}
