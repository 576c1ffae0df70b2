import type { SegmentMethod } from '#shared/domain/segments.ts';

/** People of whom a date, a number of orders or an amount is missing: a segment of their own, the last in every list. */
export const unknownSegment = 'unknown';

const rfm = [
  'champions',
  'loyal',
  'potential-loyalists',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'cannot-lose',
  'at-risk',
  'hibernating',
] as const;
const value = ['a', 'b', 'c', 'nothing-spent'] as const;
const deciles = ['d10', 'd9', 'd8', 'd7', 'd6', 'd5', 'd4', 'd3', 'd2', 'd1'] as const;

export type SegmentId = (typeof rfm | typeof value | typeof deciles)[number] | typeof unknownSegment;

const lists: Record<SegmentMethod, readonly SegmentId[]> = {
  rfm: [...rfm, unknownSegment],
  value: [...value, unknownSegment],
  deciles: [...deciles, unknownSegment],
};

/** The segments of a method, neighbours beside each other: a small one is merged with the one before or after it. */
export const segmentsOf = (method: SegmentMethod): readonly SegmentId[] => lists[method];
