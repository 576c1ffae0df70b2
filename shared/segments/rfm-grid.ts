import type { SegmentId } from './segments-of.ts';

/** Scores of recency and of buying, each 1 (least) to 5 (docs/definitions.md, "Segments"). */
export type Score = 1 | 2 | 3 | 4 | 5;
export const scores: readonly Score[] = [1, 2, 3, 4, 5];

/** By recency 1 to 5, then by buying 1 to 5: every cell of the grid belongs to one segment. */
const grid: readonly (readonly SegmentId[])[] = [
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalists', 'potential-loyalists', 'loyal', 'loyal'],
  ['new', 'potential-loyalists', 'potential-loyalists', 'champions', 'champions'],
];

/** The named segment of a cell of the grid. */
export const segmentOfScores = (recency: Score, buying: Score): SegmentId => grid[recency - 1]![buying - 1]!;
