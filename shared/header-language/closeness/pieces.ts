/** Of a longer token only the beginning is looked at. */
const longest = 24;
const lengths = [3, 4];
/** A sign of Japanese says as much as a syllable. */
const lengthsOfSigns = [1, 2];
const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The different pieces of three and four letters that tokens are made of, their bounds included: `<ag`, `<age`, `age>`. */
export function piecesOf(tokens: readonly string[]): Set<string> {
  const pieces = new Set<string>();
  for (const token of tokens) {
    const bound = `<${token.slice(0, longest)}>`;
    pieces.add(bound);
    for (const length of signs.test(token) ? lengthsOfSigns : lengths)
      for (let from = 0; from + length <= bound.length; from += 1) pieces.add(bound.slice(from, from + length));
  }
  return pieces;
}
