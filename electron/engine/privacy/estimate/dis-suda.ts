/** What is known of a file for its data intrusion simulation. */
export interface Sampled {
  /** People (rows, where nobody tells people apart) who are alone over all counted columns. */
  uniques: number;
  /** People in classes of two. */
  pairs: number;
  /** Share (0…1) of the population that is in the file. */
  fraction: number;
}

/**
 * Data intrusion simulation, of the file: the chance that a match is right that somebody makes who finds exactly one row:
 * πU / (πU + (1 − π)P), U uniques, P people in pairs (Skinner, Elliot 2002; Elliot, Manning 2003).
 * @returns null where nobody is alone, so that there is no such match
 */
export function fileDis({ uniques, pairs, fraction }: Sampled): number | null {
  if (uniques === 0) return null;
  return (uniques * fraction) / (uniques * fraction + pairs * (1 - fraction));
}

/**
 * DIS-SUDA: the same of each unit, the chance of the file dealt out by SUDA scores:
 * 1 / (1 + (U / DIS − U) / (score^Q · Σ 1 / score^Q)), Q = 1 + (8 − attributes) / 20 (Elliot, Manning 2003, as sdcMicro
 * 5.8 has it; checked against the example of its handbook).
 * @param scores one per unit, 0 for who is in no minimal unique
 * @param dis `fileDis`, above 0
 */
export function disSuda(scores: Float64Array, attributes: number, { uniques }: Sampled, dis: number): Float64Array {
  const power = 1 + (8 - attributes) / 20;
  let adjusted = 0;
  for (const score of scores) if (score > 0) adjusted += score ** -power;
  const odds = uniques / dis - uniques;
  return scores.map((score) => (score > 0 ? 1 / (1 + odds / (score ** power * adjusted)) : 0));
}
