import { z } from 'zod';

export const fairnessMeasures = [
  'selectionRate',
  'truePositiveRate',
  'falsePositiveRate',
  'falseNegativeRate',
  'positivePredictiveValue',
  'accuracy',
] as const;
export type FairnessMeasure = (typeof fairnessMeasures)[number];

const interval = z.object({ low: z.number(), high: z.number() });

/**
 * What may be said of a group beside the reference. There is no “fair”: `no_disparity_detected` says that the whole
 * interval lies in the band.
 */
const verdict = z.enum(['disparity_indicated', 'no_disparity_detected', 'inconclusive', 'too_small']);
export type Verdict = z.infer<typeof verdict>;

const difference = interval.extend({ value: z.number() });
const ratio = z.object({
  /** Null: the reference has nobody. */
  value: z.number().nullable(),
  low: z.number(),
  /** Null: without limit. */
  high: z.number().nullable(),
  method: z.enum(['katz', 'wilson-bounds']),
});

const against = z.object({
  difference,
  ratio,
  p: z.number(),
  test: z.enum(['fisher', 'z']),
  /** By Holm, over the groups of one column and measure. */
  pAdjusted: z.number(),
  verdict,
});

const measured = z.object({
  measure: z.enum(fairnessMeasures),
  hits: z.number(),
  of: z.number(),
  /** Null, as its limits: there is nobody to measure it on. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Beside the reference; absent for the reference itself and where one of both has nobody. */
  against: against.optional(),
});
export type Measured = z.infer<typeof measured>;

/** Equalised odds beside the reference: the larger difference of both rates, and AIF360's mean of both. */
const odds = z.object({
  worst: difference,
  average: difference,
  verdict,
});
export type Odds = z.infer<typeof odds>;

const calibrationBin = z.object({
  from: z.number(),
  to: z.number(),
  people: z.number(),
  hits: z.number(),
  meanScore: z.number(),
  observed: z.number(),
  low: z.number(),
  high: z.number(),
});

const calibration = z.object({
  bins: z.array(calibrationBin),
  /** Expected calibration error; null: the score is no share of 0…1. */
  error: difference.nullable(),
  /**
   * The error less that of the reference; absent for the reference, and where one of both has none. Its interval takes
   * each error at its share of the audit's error, over both and over all groups of the column (Bonferroni).
   */
  against: difference.extend({ verdict }).optional(),
});
export type Calibration = z.infer<typeof calibration>;

/** Values of the group columns; null: the cell is empty, which is a group of its own. */
const values = z.array(z.string().nullable());

const fairnessGroup = z.object({
  values,
  people: z.number(),
  chosen: z.number(),
  /** Share of all people, and of all chosen (null where nobody was chosen). */
  shareOfPeople: z.number(),
  shareOfChosen: z.number().nullable(),
  /** Wilson's interval of the share of all chosen; null where nobody was chosen. */
  shareOfChosenBetween: interval.nullable(),
  isReference: z.boolean(),
  measures: z.array(measured),
  equalisedOdds: odds.optional(),
  calibration: calibration.optional(),
});
export type FairnessGroup = z.infer<typeof fairnessGroup>;

/** Over all groups that have people to measure it on: the largest rate against the smallest. */
const overall = z.object({
  measure: z.enum([...fairnessMeasures, 'equalisedOdds']),
  difference,
  /** Absent for equalised odds. */
  ratio: interval.extend({ value: z.number() }).optional(),
  highest: values,
  lowest: values,
  /** Groups that a verdict calls too small take part here; a reader should know. */
  tooSmallAmong: z.number(),
});
export type Overall = z.infer<typeof overall>;

const grouping = z.object({
  columns: z.array(z.string()),
  reference: z.object({ values, why: z.enum(['largest', 'named']) }),
  groups: z.array(fairnessGroup),
  overall: z.array(overall),
  /** The same over the groups alone that are large enough to be judged by the measure. */
  overallJudged: z.array(overall),
});
export type Grouping = z.infer<typeof grouping>;

/** Which values of a column count as yes. */
const yesRule = z.object({
  column: z.string(),
  /** As it is read by people: `= yes`, `>= 300`. */
  rule: z.string(),
  chosenBy: z.enum(['person', 'values']),
});

/** By which method each number has its interval; that of a ratio stands beside it, since there are two. */
export const intervalMethods = {
  rate: 'wilson',
  difference: 'newcombe',
  ratio: 'katz-or-wilson-bounds',
  equalisedOdds: 'newcombe-bonferroni',
  averageOdds: 'newcombe-square-and-add',
  calibrationError: 'wilson-bonferroni',
  calibrationAgainst: 'wilson-bonferroni',
  overall: 'newcombe-katz-bonferroni',
} as const;

/** Comparisons that were tested for being chance: so many, in families that Holm's adjustment is made in. */
const tested = z.object({ comparisons: z.number(), families: z.number() });

/** `custos fairness --json`. */
export const fairnessAudit = z.object({
  file: z.string(),
  rows: z.number(),
  /** Rows that were measured. */
  people: z.number(),
  /** `rate`: share of all people who were chosen. */
  outcome: yesRule.extend({ chosen: z.number(), rate: difference }),
  label: yesRule.extend({ positive: z.number(), people: z.number() }).nullable(),
  score: z.object({ column: z.string(), people: z.number() }).nullable(),
  /** Rows that could not be measured, and why. */
  leftOut: z.object({ noOutcome: z.number(), noLabel: z.number(), noScore: z.number() }),
  settings: z.object({
    confidence: z.number(),
    band: interval,
    alpha: z.number(),
    smallestGroup: z.number(),
    smallestExpected: z.number(),
  }),
  methods: z.record(z.enum(Object.keys(intervalMethods) as (keyof typeof intervalMethods)[]), z.string()),
  tested,
  groupings: z.array(grouping),
  /** What was chosen for the person, and what limits the answer. */
  notes: z.array(z.string()),
});
export type FairnessAudit = z.infer<typeof fairnessAudit>;
