import { z } from 'zod';

/** What is told of the numbers of a group's people. */
export const measureFigures = ['sum', 'mean', 'sum-and-mean'] as const;
export type MeasureFigure = (typeof measureFigures)[number];

/** Farthest that a bound may be away from 0, and finest step. */
const most = 1e12;
const finest = 1e-6;
/**
 * A column of numbers and what is told of it. What one person adds to a group is put within `low` and `high` and rounded
 * to `step`: noise is as wide as they are, so they come from whoever writes the recipe and never from the data.
 */
export const groupMeasure = z.strictObject({
  column: z.string().min(1),
  figure: z.enum(measureFigures),
  low: z.number().min(-most).max(most),
  high: z.number().min(-most).max(most),
  step: z.number().min(finest).max(most),
});
export type GroupMeasure = z.infer<typeof groupMeasure>;

/** Sums and means of one table, at most. */
export const measureList = z.array(groupMeasure).max(50);
