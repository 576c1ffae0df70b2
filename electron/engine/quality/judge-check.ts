import { wilson } from '#shared/fairness/share.ts';
import { qualityRules, type QualityCheck, type QualityResult, type QualityState } from '#shared/domain/quality.ts';

/** What was counted of a check. */
export interface Counted {
  /** Rows that were judged. */
  rows: number;
  failures: number;
  examples?: string[];
  at?: number[];
  oldest?: string | null;
  newest?: string | null;
}

/** Blank cells and old rows are in every table: half of the limit is let pass. Of anything else a single row is told. */
const tolerant: ReadonlySet<string> = new Set(['completeness', 'timeliness']);

function stateOf({ rule, limit }: QualityCheck, { rows, failures }: Counted): QualityState {
  const share = failures / rows;
  if (share > limit) return 'failed';
  return failures === 0 || (tolerant.has(qualityRules[rule]) && share <= limit / 2) ? 'passed' : 'warn';
}

/** A check with what was counted of it. Of no row nothing can be said: that is no pass. */
export function judgeCheck(check: QualityCheck, counted: Counted, whyNone: QualityResult['notDone']): QualityResult {
  const { rows, failures, examples = [], at = [], oldest, newest } = counted;
  const days = oldest === undefined ? {} : { oldest, newest: newest ?? null };
  const counts = { rows, failures, examples, at, ...days };
  if (rows === 0)
    return { ...check, ...counts, state: 'not-done', notDone: whyNone ?? 'nothing-filled', interval: null };
  return { ...check, ...counts, state: stateOf(check, counted), interval: wilson({ hits: failures, of: rows }) };
}

/** A check of which nothing was counted. */
export const notDone = (check: QualityCheck, why: NonNullable<QualityResult['notDone']>): QualityResult =>
  judgeCheck(check, { rows: 0, failures: 0 }, why);
