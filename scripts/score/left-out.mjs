// Findings as they would be had the confidence been fitted without the source of their table. Only what is fitted
// changes: the class, the type and the flags come from rules.
import { confidenceFit } from '../../electron/engine/classify/confidence-fit.ts';
import { confidenceBy, reviewBelow } from '../../electron/engine/classify/confidence.ts';

/**
 * Whether a person would be asked: below the bound as above it, unless the name said so much that nobody was asked
 * all the same. A finding that was below the bound and had another reason as well counts as asked for its confidence.
 */
function asked({ found: { needsReview }, features }, left) {
  if (confidenceBy(confidenceFit, features) < reviewBelow) return needsReview && left < reviewBelow;
  return needsReview || left < reviewBelow;
}

/**
 * @param {object[]} ready of `fitRows`
 * @param {Map<object, number>} leftOut confidence of each by a fit that saw no table of its source
 * @returns {object[]} rows as of `classifyTables`
 */
export const withLeftOut = (ready, leftOut) =>
  ready.map((one) => {
    const { row } = one;
    const confidence = leftOut.get(one);
    return { ...row, found: { ...row.found, confidence, needsReview: asked(row, confidence) } };
  });
