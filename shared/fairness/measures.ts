import type { FairnessMeasure } from '#shared/domain/fairness-audit.ts';
import type { Share } from './share.ts';

/**
 * How many people of one group there are, how many of them the outcome chose, and, of those whose label is known, how
 * outcome and label met. Whole numbers.
 */
export interface GroupCounts {
  people: number;
  chosen: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

interface Measure {
  id: FairnessMeasure;
  /** Needs a label: what really became of the person. */
  needsLabel: boolean;
  of(counts: GroupCounts): Share;
}

const { entries } = Object;

/**
 * What is measured of each group, as a share of people (Hardt et al. 2016; Chouldechova 2017; the names are those of
 * Fairlearn and AIF360; docs/definitions.md has formulas and what other tools call them).
 */
const shares: Record<FairnessMeasure, Omit<Measure, 'id'>> = {
  selectionRate: { needsLabel: false, of: ({ chosen, people }) => ({ hits: chosen, of: people }) },
  truePositiveRate: {
    needsLabel: true,
    of: ({ truePositives, falseNegatives }) => ({ hits: truePositives, of: truePositives + falseNegatives }),
  },
  falsePositiveRate: {
    needsLabel: true,
    of: ({ falsePositives, trueNegatives }) => ({ hits: falsePositives, of: falsePositives + trueNegatives }),
  },
  falseNegativeRate: {
    needsLabel: true,
    of: ({ truePositives, falseNegatives }) => ({ hits: falseNegatives, of: truePositives + falseNegatives }),
  },
  positivePredictiveValue: {
    needsLabel: true,
    of: ({ truePositives, falsePositives }) => ({ hits: truePositives, of: truePositives + falsePositives }),
  },
  accuracy: {
    needsLabel: true,
    of: ({ truePositives, falsePositives, falseNegatives, trueNegatives }) => ({
      hits: truePositives + trueNegatives,
      of: truePositives + falsePositives + falseNegatives + trueNegatives,
    }),
  },
};

/** Measures that a table with a label has, or one without. */
export const measuresFor = (hasLabel: boolean): Measure[] =>
  (entries(shares) as [FairnessMeasure, Omit<Measure, 'id'>][])
    .filter(([, { needsLabel }]) => hasLabel || !needsLabel)
    .map(([id, measure]) => ({ id, ...measure }));
