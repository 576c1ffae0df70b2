/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** Words strung together as people write: most begin small, unlike those of titles, products and addresses. */
export function isSentence(text: string): boolean {
  if (text.length < 15) return false;
  if (/^[[{<#]|^[a-z]+:\/\//i.test(text)) return false;
  if ((text.match(unspaced)?.length ?? 0) >= 15) return true;
  const words = text.match(word) ?? [];
  if (words.length < 5 || words.length > 5 * text.split(/\s+/).length) return false;
  const caseless = words.filter((one) => one.toLowerCase() === one.toUpperCase()).length;
  if (caseless > words.length / 2) return words.length >= 6;
  const small = words.filter((one) => /^\p{Ll}/u.test(one)).length;
  return small >= 0.5 * words.length && (words.length >= 6 || /[.!?…]["')]?$/.test(text.trim()));
}

/**
 * Whether a column holds sentences in people's own words: many of its different values are sentences, and they do not
 * come from a list of a few.
 * @param values different values of the column with the rows that hold each, evenly drawn
 * @param filled rows of the whole column that hold anything
 */
export function holdsSentences(values: readonly { text: string; rows: number }[], filled: number): boolean {
  const sentences = values.filter(({ text }) => isSentence(text));
  if (sentences.length < 5 || sentences.length < 0.15 * values.length) return false;
  const rows = sentences.reduce((sum, one) => sum + one.rows, 0);
  // Answers to choose from come back; what people write does not. A short file shows few of either.
  const own = sentences.filter((one) => one.rows === 1).length;
  return (
    sentences.length >= 0.4 * rows || own >= 0.5 * sentences.length || (filled <= 60 && sentences.length >= 0.15 * rows)
  );
}
