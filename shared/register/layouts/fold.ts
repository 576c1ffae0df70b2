/**
 * A heading or word as it is compared: no accents, no case, no punctuation, one space. `(if applicable)` and its like
 * say nothing of what a column is and are left out.
 */
export function fold(text: string): string {
  return text
    .replaceAll(/[’`´]/g, "'")
    .replaceAll(/œ/gi, 'oe')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\((?:if (?:applicable|possible|any)|le cas echeant|si pertinent|facultatif|optional)\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
