import { channel } from 'node:diagnostics_channel';
import { confidenceFit } from './confidence-fit.ts';
import { confidenceFeatures, featuresOf, type RowsAndNames } from './confidence-features.ts';
import type { ColumnState, Hypothesis } from './hypothesis.ts';

/**
 * How a confidence is reckoned: a weight for everything that speaks for or against a finding, and a curve that turns
 * their sum into the share of findings that were right. scripts/fit-confidence.mjs makes it from labelled tables.
 */
export interface ConfidenceFit {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Points [sum, share], rising in both. */
  readonly curve: readonly (readonly number[])[];
}

/** Confidence below which a person should look. */
export const { reviewBelow } = confidenceFit;

/** The value of a curve at a place: level outside its points, straight between them. */
function along(curve: ConfidenceFit['curve'], at: number): number {
  const next = curve.findIndex(([x]) => x! > at);
  const [x1 = 0, y1 = 0] = curve.at(next) ?? [];
  if (next <= 0) return y1;
  const [x0 = 0, y0 = 0] = curve[next - 1] ?? [];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

/** Confidence (0..1) by a fit. `features` in the order of `confidenceFeatures`. Pure. */
export const confidenceBy = ({ bias, weights, curve }: ConfidenceFit, features: readonly number[]): number =>
  along(
    curve,
    confidenceFeatures.reduce((sum, name, at) => sum + (weights[name] ?? 0) * (features[at] ?? 0), bias),
  );

/** Where scripts that measure and fit the confidence hear of what it is reckoned from. */
const told = channel('custos:confidence');

/** Confidence (0..1) that the class is right: the share of labelled columns, of which as much was known, that were. */
export function confidenceOf(column: ColumnState, first: Hypothesis | undefined, table: RowsAndNames): number {
  const features = featuresOf(column, first, table);
  if (told.hasSubscribers) told.publish({ name: column.facts.name, features });
  return Math.round(confidenceBy(confidenceFit, features) * 1000) / 1000;
}
