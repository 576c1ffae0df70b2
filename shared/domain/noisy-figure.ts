/** What a figure with noise tells. `mean`: a noisy sum over a noisy number of people. */
export const noisyFigureKinds = ['people', 'sum', 'told', 'mean'] as const;

/** How wide the noise of one kind of figure of a table is, in the unit of the figure. */
export interface NoisyFigure {
  kind: (typeof noisyFigureKinds)[number];
  /** What its column is called; a sum that only a mean is made of is in no column. */
  name: string;
  /** The column that is summed up; null: people are counted. */
  column: string | null;
  /** What one person adds is clipped to these, and rounded to the step; null where people are counted. */
  low: number | null;
  high: number | null;
  step: number | null;
  /** What one person changes one group by at most; null of a mean. */
  most: number | null;
  /** b of discrete Laplace noise, σ of discrete Gaussian noise; null of a mean, which has both its tables' noise. */
  scale: number | null;
  /**
   * The figure without noise lies within so much of it, 95 times in 100; null of a mean, whose own bounds stand beside
   * each.
   */
  within: number | null;
}
