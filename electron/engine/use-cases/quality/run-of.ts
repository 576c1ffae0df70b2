import type { QualityFinding, QualityResult, QualityRun, SettledFinding } from '#shared/domain/quality.ts';
import { checkId } from '#engine/quality/propose-checks.ts';
import type { QualityInLog } from './quality-in-log.ts';

/**
 * A settlement holds for a later run as long as no larger share fails than when it was settled, and its day is not over.
 * What was corrected at its source is open again when it still fails in rows that were imported or checked since.
 */
function holds(settled: SettledFinding, result: QualityResult, run: number, today: string): boolean {
  if (result.state === 'not-done') return settled.way === 'accepted';
  if (settled.way === 'corrected-at-source') return run < settled.entry;
  if (settled.way === 'rectify-later' && settled.until !== null && settled.until < today) return false;
  return settled.rows === 0 || result.failures / result.rows <= settled.failures / settled.rows;
}

/** The results of a run with what became of them and how the same checks came out before. */
export function runOf(
  run: { entry: number; at: string; day: string; rows: number },
  results: readonly QualityResult[],
  { all, settled }: Pick<QualityInLog, 'all' | 'settled'>,
  today: string,
): QualityRun {
  const trends = new Map<string, QualityFinding['trend']>();
  for (const { seq: entry, payload } of all)
    for (const { rule, columns, state, rows, failures } of payload.checks) {
      if (state === 'not-done') continue;
      const id = checkId(rule, columns);
      trends.set(id, [...(trends.get(id) ?? []), { entry, day: payload.day, rows, failures }]);
    }
  return {
    ...run,
    findings: results.map((result) => {
      const own = settled.get(result.id);
      const isSettled = own !== undefined && result.state !== 'passed' && holds(own, result, run.entry, today);
      return { ...result, settled: isSettled ? own : null, trend: trends.get(result.id) ?? [] };
    }),
  };
}
