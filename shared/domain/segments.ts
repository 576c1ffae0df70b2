import { z } from 'zod';

/** How people are put into segments. */
export const segmentMethods = ['rfm', 'value', 'deciles'] as const;
export type SegmentMethod = (typeof segmentMethods)[number];

/** What becomes of a group of fewer than k people. */
export const smallGroupWays = ['merge', 'hide'] as const;
export type SmallGroupWay = (typeof smallGroupWays)[number];

/** The largest and smallest ε of a count, and its step: finer figures promise more than they keep. */
export const epsilonBounds = { least: 0.01, most: 10, step: 0.001 } as const;

export const segmentColumnParts = ['person', 'recency', 'frequency', 'monetary'] as const;
export type SegmentColumnPart = (typeof segmentColumnParts)[number];

const column = z.object({ name: z.string(), chosenBy: z.enum(['person', 'classification']) });
export type SegmentColumn = z.infer<typeof column>;

/** A group of people as it may be shown: one segment, or several that were merged. */
const segmentGroup = z.object({
  /** Ids of `segmentsOf(method)`. */
  segments: z.array(z.string()),
  name: z.string(),
  /** Null where the group is hidden; with noise the noisy count. */
  people: z.number().nullable(),
  /** 0..1 of all that are shown. */
  share: z.number().nullable(),
  /** Mean spend of its people; null where the group is hidden or no amount is read. */
  meanSpend: z.number().nullable(),
});

/** A group on the source and on the release. */
const lossOfGroup = z.object({
  name: z.string(),
  before: z.number(),
  /** Null: fewer than k people, or hidden. */
  after: z.number().nullable(),
  /** Of the people of `before`, who are in the same group on the release; 0..1. */
  stay: z.number(),
  meanBefore: z.number().nullable(),
  meanAfter: z.number().nullable(),
  /** (after − before) / before of the mean spend; null where one of them is not known. */
  meanError: z.number().nullable(),
});

/** What a segmentation loses by the dataset's recipe. */
const segmentLoss = z.object({
  /** Columns that leave no readable values: the segmentation cannot be made of the release. */
  missing: z.array(z.string()),
  /** Of all people of the source, those whose segment is the same on the release; 0..1. Null where something is missing. */
  sameSegment: z.number().nullable(),
  /** People of whom no row is in the release. */
  leftOut: z.number().nullable(),
  groups: z.array(lossOfGroup),
});
export type SegmentLoss = z.infer<typeof segmentLoss>;

const noise = z.object({
  epsilon: z.number(),
  /** Sum of the ε of earlier exports of this dataset, by the log; null without a workspace. */
  before: z.number().nullable(),
});

/** `custos segments --json`. */
export const segmentation = z.object({
  file: z.string(),
  by: z.enum(segmentMethods),
  /** Of rows: one a customer, or one an order. */
  rowsAre: z.enum(['customers', 'orders']),
  /** YYYY-MM-DD that recency counts from. */
  referenceDate: z.string(),
  columns: z.object({
    person: column.nullable(),
    recency: column.nullable(),
    frequency: column.nullable(),
    monetary: column.nullable(),
  }),
  rows: z.number(),
  people: z.number(),
  /** Rows that name nobody: in no group. */
  rowsOfNobody: z.number(),
  k: z.number(),
  small: z.enum(smallGroupWays),
  groups: z.array(segmentGroup),
  hidden: z.object({ groups: z.number(), people: z.number().nullable() }).nullable(),
  noise: noise.nullable(),
  loss: segmentLoss.nullable(),
  notes: z.array(z.string()),
  /** What was written; null where nothing was. */
  output: z.string().nullable(),
  sha256: z.string().nullable(),
  registerEntry: z.number().nullable(),
});
export interface Segmentation extends z.infer<typeof segmentation> {}
