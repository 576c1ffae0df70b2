// Fits the confidence of findings: a logistic regression on what speaks for each, whose weights may only have the sign
// that makes sense, and over it a curve that never falls (isotonic regression, PAVA: Barlow et al. 1972), so that what
// is said is the share that was right. Deterministic.

/** What may only raise the confidence, and what may only lower it; anything else may do either. */
const raises = new Set([
  'header',
  'score',
  'passed',
  'proven',
  'toldBySystem',
  'constantOrEmpty',
  'nearHarmless',
  'understood',
  'untoldYesNo',
  'untoldAfterHarmless',
]);
const lowers = new Set([
  'rival', 'contradicted', 'noName', 'unknownName', 'crypticName', 'shapeUnknownName', 'shapeAmongPersonal', 'untold',
  'guessed', 'unproven', 'aroundAlone', 'fewRows', 'nearPersonal', 'personalNotUnderstood', 'personalRowsUnknown', 'harmlessOfPersons', 'numbering',
  'untoldAfterPersonal',
]); // prettier-ignore

const sigmoid = (value) => 1 / (1 + Math.exp(-value));
const dot = (weights, features, bias) => features.reduce((sum, feature, at) => sum + weights[at] * feature, bias);

/**
 * Weights by projected gradient ascent on the penalised likelihood.
 * @param {{ features: number[], right: boolean, weight: number }[]} rows @param {readonly string[]} names
 */
function regression(rows, names, { rounds = 1200, pace = 2, penalty = 2 } = {}) {
  const width = names.length;
  const table = Float64Array.from(rows.flatMap(({ features }) => features));
  const right = Float64Array.from(rows, (row) => Number(row.right));
  const heavy = Float64Array.from(rows, ({ weight }) => weight);
  const total = heavy.reduce((sum, weight) => sum + weight, 0);
  const least = names.map((name) => (raises.has(name) ? 0 : Number.NEGATIVE_INFINITY));
  const most = names.map((name) => (lowers.has(name) ? 0 : Number.POSITIVE_INFINITY));
  const weights = new Float64Array(width);
  const slope = new Float64Array(width);
  let bias = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < width; at += 1) slope[at] = -penalty * weights[at];
    let slopeOfBias = 0;
    for (let row = 0; row < right.length; row += 1) {
      const start = row * width;
      let sum = bias;
      for (let at = 0; at < width; at += 1) sum += weights[at] * table[start + at];
      const error = heavy[row] * (right[row] - sigmoid(sum));
      slopeOfBias += error;
      for (let at = 0; at < width; at += 1) slope[at] += error * table[start + at];
    }
    bias += (pace * slopeOfBias) / total;
    for (let at = 0; at < width; at += 1)
      weights[at] = Math.min(most[at], Math.max(least[at], weights[at] + (pace * slope[at]) / total));
  }
  return { weights: [...weights], bias };
}

/** Blocks of rising means over sorted scores; each at least `smallest` heavy. */
function isotonic(points, smallest) {
  const blocks = [];
  for (const { score, right, weight } of points) {
    blocks.push({ scores: score * weight, right: right * weight, weight });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!before || (before.right / before.weight < last.right / last.weight && before.weight >= smallest)) break;
      blocks.splice(-2, 2, {
        scores: before.scores + last.scores,
        right: before.right + last.right,
        weight: before.weight + last.weight,
      });
    }
  }
  return blocks.map(({ scores, right, weight }) => [scores / weight, (right + 0.5) / (weight + 1)]);
}

/** The value of a curve through points, level outside them. */
export function along(curve, at) {
  const next = curve.findIndex(([x]) => x > at);
  if (next === 0) return curve[0][1];
  if (next === -1) return curve.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [curve[next - 1], curve[next]];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

const ended = (curve) => curve.filter(([, y], at) => at === 0 || y > curve[at - 1][1]);

/** The scores of rows by a regression that never saw their source. */
function apart(rows, names, folds) {
  const scores = new Map();
  for (const fold of folds) {
    const { weights, bias } = regression(
      rows.filter((row) => !fold.has(row.source)),
      names,
    );
    for (const row of rows) if (fold.has(row.source)) scores.set(row, dot(weights, row.features, bias));
  }
  return scores;
}

/** Sources in `count` groups, the same each time. */
function foldsOf(rows, count) {
  const sources = [...new Set(rows.map(({ source }) => source))].sort((left, right) => (left < right ? -1 : 1));
  return Array.from(
    { length: Math.min(count, sources.length) },
    (_, at) => new Set(sources.filter((_source, place) => place % count === at)),
  );
}

/** A fit: weights, bias and curve. */
export function fit(rows, names, inner = 8) {
  const { weights, bias } = regression(rows, names);
  // The curve is drawn through scores of sources that the regression did not see: on its own it looks better than it is.
  const scores = apart(rows, names, foldsOf(rows, inner));
  const points = rows
    .map((row) => ({ score: scores.get(row), right: Number(row.right), weight: row.weight }))
    .sort((left, right) => left.score - right.score);
  return { weights, bias, curve: ended(isotonic(points, 25)) };
}

export const confidenceBy = ({ weights, bias, curve }, features) => along(curve, dot(weights, features, bias));

/** Confidence of each row, as its columns are found today, by a fit that saw no table of its source. */
export function leaveSourceOut(rows, names, groups = 12) {
  const found = new Map();
  for (const fold of foldsOf(rows, groups)) {
    const others = fit(
      rows.filter((row) => !fold.has(row.source)),
      names,
      5,
    );
    for (const row of rows) if (fold.has(row.source)) found.set(row, confidenceBy(others, row.today));
  }
  return found;
}

/** The confidence below which so much of what is wrong lies. */
export function thresholdFor(rows, confidences, caught) {
  const wrong = rows
    .filter(({ right }) => !right)
    .map((row) => confidences.get(row))
    .sort((left, right) => left - right);
  return wrong[Math.min(wrong.length - 1, Math.ceil(caught * wrong.length) - 1)] + 1e-4;
}
