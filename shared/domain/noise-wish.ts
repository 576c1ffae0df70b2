import { z } from 'zod';
import { measureList } from './group-measure.ts';

/** What a recommendation is to draw with: the ε and δ of a step with noise, and sums and means of a table of counts. */
export const noiseWish = z.strictObject({
  /** Absent: as is usual for the way; 0: no noise. */
  epsilon: z.number().min(0).max(20).optional(),
  /** Absent: far under 1 divided by the number of rows; 0: Laplace noise, whose ε always holds. */
  delta: z.number().min(0).max(0.001).optional(),
  measures: measureList.optional(),
});
export type NoiseWish = z.infer<typeof noiseWish>;
