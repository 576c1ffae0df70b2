import type { Attackers } from '#shared/domain/risk-check.ts';
import { individualRisk } from './individual-risk.ts';

/** A class of the file: people in it, its rows, and people in it in the population where somebody counted them. */
export interface CountedClass {
  size: number;
  rows: number;
  /** How many such classes there are. */
  classes: number;
  population?: number | undefined;
}

interface Known {
  /** People in the population; null where nobody said. */
  population: number | null;
  /** Whether the classes say how many people of the population are in them. */
  counted: boolean;
  threshold: number;
}

/** Sums over all rows of a chance per class. */
function summed(classes: readonly CountedClass[], chance: (of: CountedClass) => number, threshold: number) {
  let [rows, sum, above, max] = [0, 0, 0, 0];
  for (const one of classes) {
    const risk = chance(one);
    rows += one.rows;
    sum += one.rows * risk;
    if (risk > threshold) above += one.rows;
    if (risk > max) max = risk;
  }
  const share = (of: number): number => (rows === 0 ? 0 : of / rows);
  return { max, average: share(sum), above: { threshold, rows: above, share: share(above) } };
}

/**
 * The three attackers of El Emam (2013): one who knows that somebody is in the file, one who looks for anybody of the
 * population, and one who wants as many as possible. With people counted by another table 1/F is what it says; with
 * their number alone it is the expectation of 1/F; with neither the file is taken for the population.
 */
export function attackers(classes: readonly CountedClass[], { population, counted, threshold }: Known): Attackers {
  const people = classes.reduce((sum, one) => sum + one.size * one.classes, 0);
  const different = classes.reduce((sum, one) => sum + one.classes, 0);
  const fraction = population === null ? 1 : people / population;
  const outside = ({ size, population: there }: CountedClass): number =>
    counted ? 1 / Math.max(size, there ?? size) : individualRisk(size, fraction);
  const matched = counted
    ? classes.reduce((sum, one) => sum + Math.max(one.size, one.population ?? one.size) * one.classes, 0)
    : (population ?? people);
  const journalist = summed(classes, outside, threshold);
  return {
    prosecutor: summed(classes, ({ size }) => 1 / size, threshold),
    journalist: {
      ...journalist,
      average: Math.max(matched === 0 ? 0 : different / matched, journalist.average),
      basis: counted ? 'population-file' : population === null ? 'file' : 'population-size',
    },
    marketer: { average: journalist.average },
  };
}
