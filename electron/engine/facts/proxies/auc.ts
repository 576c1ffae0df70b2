/** Scores are read in so many steps, finer near nothing, where those of rare values lie. */
export const steps = 2048;

/** The step of a score of 0…1. */
export const stepOf = (score: number): number => Math.min(steps - 1, Math.floor(Math.sqrt(score) * steps));

/**
 * Area under the ROC curve: the chance that a row with the value scores higher than one without, ties half.
 * @param withIt rows that have the value, by the step of their score
 * @param without rows that do not
 */
export function areaOf(withIt: Float64Array, without: Float64Array): number {
  let [below, area, positives, negatives] = [0, 0, 0, 0];
  for (let at = 0; at < steps; at += 1) {
    area += withIt[at]! * (below + without[at]! / 2);
    below += without[at]!;
    positives += withIt[at]!;
    negatives += without[at]!;
  }
  return positives === 0 || negatives === 0 ? 0.5 : area / (positives * negatives);
}

/**
 * The same of single rows.
 * @param scores 0…1 per row
 * @param flags 1 where the row has the value
 */
export function auc(scores: Float64Array, flags: Uint8Array): number {
  const withIt = new Float64Array(steps);
  const without = new Float64Array(steps);
  for (let row = 0; row < scores.length; row += 1) {
    const at = stepOf(scores[row]!);
    if (flags[row] === 1) withIt[at]! += 1;
    else without[at]! += 1;
  }
  return areaOf(withIt, without);
}

/**
 * Standard error of an area (Hanley and McNeil 1982).
 * @param positives rows with the value
 * @param negatives rows without
 */
export function aucError(area: number, positives: number, negatives: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area * area) / (1 + area);
  const variance =
    (area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area)) /
    (positives * negatives);
  return Math.sqrt(Math.max(0, variance));
}
