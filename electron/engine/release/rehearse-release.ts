import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { withJudged, type JudgedInput } from './judge-release.ts';
import type { MeasuredOutput } from './measure-output.ts';
import { fileBorder } from './place/file-border.ts';

/** What a release would have been told. */
export interface Rehearsal {
  findings: GuardFinding[];
  /** Why it would have been refused; null where it would have been written. */
  refused: { code: 'TARGET_MISSED' | 'GUARDRAIL_BLOCKS'; sentence: string } | null;
  rowsIn: number;
  rowsOut: number;
  /** Rows left out, whatever the target, by why. */
  excluded: { why: string; rows: number }[];
}

/**
 * Judges a release by the steps that a release goes, and writes it nowhere but in the private working directory, where
 * nothing of it stays. What is written is delimited text, as if for a `.csv`.
 * @param referenceDate YYYY-MM-DD that ages and limits count from
 * @throws Failure RECIPE_INVALID, DISK_FULL, JOB_CANCELLED; TARGET_MISSED where it is refused before it can be judged
 */
export async function rehearseRelease(input: JudgedInput, referenceDate: string): Promise<Rehearsal> {
  const seen: { measured: MeasuredOutput | null } = { measured: null };
  const rowsOf = (measured: MeasuredOutput | null) => ({
    rowsIn: measured?.measure.rowsIn ?? input.source.rows,
    rowsOut: measured?.measure.rowsOut ?? 0,
    excluded: measured?.excluded ?? [],
  });
  const releaseId = randomUUID();
  const place = {
    target: join(input.workDirectory, `rehearsed-${releaseId}.csv`),
    releaseId,
    files: fileBorder,
    referenceDate,
    report: () => undefined,
    onMeasured: (measured: MeasuredOutput) => void (seen.measured = measured),
  };
  try {
    return await withJudged(input, place, async ({ checked, measured }) => ({
      findings: checked.findings,
      refused: null,
      ...rowsOf(measured),
    }));
  } catch (error) {
    if (!(error instanceof Failure) || error.findings === undefined) throw error;
    const { code } = error;
    if (code !== 'TARGET_MISSED' && code !== 'GUARDRAIL_BLOCKS') throw error;
    return {
      findings: error.findings as GuardFinding[],
      refused: { code, sentence: error.message },
      ...rowsOf(seen.measured),
    };
  }
}
