import { z } from 'zod';

/** What a check of quality is about (ISO/IEC 25012 in the words of everyday). */
export const qualityDimensions = [
  'completeness',
  'validity',
  'uniqueness',
  'consistency',
  'plausibility',
  'timeliness',
  'referential',
] as const;
export type QualityDimension = (typeof qualityDimensions)[number];

/** What each rule finds wrong, by the dimension that it belongs to. */
export const qualityRules = {
  /** Rows without a value. */
  filled: 'completeness',
  /** Values that are none of their type. */
  valid: 'validity',
  /** Rows whose key another row before them has. */
  key: 'uniqueness',
  /** Rows about somebody whom another row before them is about. */
  'same-person': 'uniqueness',
  /** Rows whose value is written otherwise than most of its column. */
  'one-notation': 'consistency',
  /** Rows whose age, or band of ages, is not that of the day of birth. */
  'of-age': 'consistency',
  /** Rows whose place lies elsewhere than the same place of nearly all other rows. */
  'same-place': 'consistency',
  /** Rows whose postal code has no form of their country. */
  'postcode-of-country': 'consistency',
  /** Rows in which something ends before it begins. */
  'in-order': 'consistency',
  /** Numbers outside the bounds of their type. */
  bounds: 'plausibility',
  /** Days that have not come. */
  'not-future': 'plausibility',
  /** Rows whose newest day is too long ago, or that have none. */
  fresh: 'timeliness',
  /** Values that the key of another dataset does not have. */
  refers: 'referential',
} as const satisfies Record<string, QualityDimension>;
export type QualityRule = keyof typeof qualityRules;
export const qualityRuleIds = Object.keys(qualityRules) as [QualityRule, ...QualityRule[]];

/** One check: a rule over columns, and why it was proposed. */
export const qualityCheck = z.object({
  /** The same from run to run: the rule and its columns. */
  id: z.string(),
  rule: z.enum(qualityRuleIds),
  /** In the order in which the rule takes them: the earlier day, the later day; the place, what it lies in. */
  columns: z.array(z.string()).min(1),
  /** The semantic type that it rests on; `''` where it rests on none. */
  type: z.string(),
  /** `bounds`: the lowest and highest value. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** `fresh`: days. */
  days: z.number().optional(),
  /** `refers`: the dataset and its column. */
  refers: z.object({ datasetId: z.string(), dataset: z.string(), column: z.string() }).optional(),
  /** Share (0..1) of the rows from which on it has failed. */
  limit: z.number(),
});
export interface QualityCheck extends z.infer<typeof qualityCheck> {}

/**
 * How a check came out: `passed`, no more fails than is tolerated; `warn`, some within the limit; `failed`, more;
 * `not-done`: nothing could be said.
 */
export const qualityStates = ['passed', 'warn', 'failed', 'not-done'] as const;
export type QualityState = (typeof qualityStates)[number];

/** Why a check was not done. */
export const notDoneReasons = [
  'nothing-filled',
  'column-gone',
  'dataset-gone',
  'no-order-of-day-and-month',
  'too-few',
] as const;
export type NotDoneReason = (typeof notDoneReasons)[number];

export const qualityResult = qualityCheck.extend({
  state: z.enum(qualityStates),
  notDone: z.enum(notDoneReasons).optional(),
  /** Rows that were judged, and those of them that fail. */
  rows: z.number(),
  failures: z.number(),
  /** Wilson's interval of the share that fails, 95 %: of data to come from the same source. Null: nothing was judged. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** `fresh`: the oldest and the newest of the rows' newest days (`YYYY-MM-DD`); null where none has one. */
  oldest: z.string().nullable().optional(),
  newest: z.string().nullable().optional(),
  /** Up to three failing values, masked; several columns stand beside each other. */
  examples: z.array(z.string()),
  /** Up to five failing rows, from 0, in file order; none where a file's rows are not numbered. */
  at: z.array(z.number()),
});
export interface QualityResult extends z.infer<typeof qualityResult> {}

/** How somebody settled a finding. */
export const settledWays = ['corrected-at-source', 'accepted', 'rectify-later'] as const;
export type SettledWay = (typeof settledWays)[number];

/** What a run found, as a whole: any failed → failed; nothing done → not done. */
export function stateOfRun(results: readonly { state: QualityState }[]): QualityState {
  const has = (state: QualityState): boolean => results.some((result) => result.state === state);
  if (has('failed')) return 'failed';
  if (has('warn')) return 'warn';
  return has('passed') ? 'passed' : 'not-done';
}

/** Most rows that one audit of a sample draws. */
export const largestSample = 500;

/** What a person found of a drawn row, held against its source. */
export const sampleMarks = ['right', 'wrong', 'cannot-tell'] as const;
export type SampleMark = (typeof sampleMarks)[number];

/** A finding that somebody settled: how, why, and what it was then. */
export const settledFinding = z.object({
  /** Its entry in the log. */
  entry: z.number(),
  way: z.enum(settledWays),
  reason: z.string(),
  /** `rectify-later`: the day by which. */
  until: z.string().nullable(),
  rows: z.number(),
  failures: z.number(),
});
export interface SettledFinding extends z.infer<typeof settledFinding> {}

/** One run in the log, as the trend of a check has it. */
const trendPoint = z.object({ entry: z.number(), day: z.string(), rows: z.number(), failures: z.number() });

export const qualityFinding = qualityResult.extend({
  /** Null: open, or nothing to settle. */
  settled: settledFinding.nullable(),
  /** Every run of it that judged a row, on this dataset and its earlier editions, oldest first. */
  trend: z.array(trendPoint),
});
export interface QualityFinding extends z.infer<typeof qualityFinding> {}

export const qualityRun = z.object({
  entry: z.number(),
  /** ISO 8601. */
  at: z.string(),
  day: z.string(),
  rows: z.number(),
  findings: z.array(qualityFinding),
});
export interface QualityRun extends z.infer<typeof qualityRun> {}

/** A sample of rows that a person held against their source. */
export const sampleAudit = z.object({
  entry: z.number(),
  at: z.string(),
  seed: z.number(),
  drawn: z.number(),
  right: z.number(),
  wrong: z.number(),
  cannotTell: z.number(),
  columns: z.array(z.string()),
  /** Wilson's interval (95 %) of the share of wrong rows among those that could be told; null: none could. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export interface SampleAudit extends z.infer<typeof sampleAudit> {}

/** Whether a finding asks for somebody. */
export const isOpen = ({ state, settled }: Pick<QualityFinding, 'state' | 'settled'>): boolean =>
  settled === null && state !== 'passed';
