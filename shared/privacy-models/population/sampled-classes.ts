/** The classes of a sample by size: `classes` of them hold `size` people. Sizes differ; none is 0. */
export type SampledClasses = readonly { size: number; classes: number }[];

/** A sample and the population it was drawn from, as far as the estimates of population uniqueness look. */
export interface Sampled {
  classes: SampledClasses;
  /** People in the sample: the sizes of all its classes. */
  people: number;
  /** Number of classes. */
  different: number;
  /** People in the population, at least as many as in the sample. */
  population: number;
  /** Share of the population that is in the sample, 0 … 1. */
  fraction: number;
}

/** @param population at least the people in the classes, of whom there is at least one */
export function sampled(classes: SampledClasses, population: number): Sampled {
  const people = classes.reduce((sum, { size, classes: many }) => sum + size * many, 0);
  const different = classes.reduce((sum, { classes: many }) => sum + many, 0);
  return { classes, people, different, population, fraction: people / population };
}

/** How many classes hold so many people. */
export const ofSize = ({ classes }: Pick<Sampled, 'classes'>, wanted: number): number =>
  classes.find(({ size }) => size === wanted)?.classes ?? 0;
