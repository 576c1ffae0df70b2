import { quoteText } from '#shared/sql/quote.ts';

/** The relation with a system's words for "missing" read as empty; the words are compared trimmed. Columns stay c1…cn, VARCHAR. */
export function withoutNullWords(relation: string, columns: number, words: readonly string[]): string {
  if (words.length === 0) return relation;
  const list = words.map(quoteText).join(', ');
  const cells = Array.from({ length: columns }, (_unused, at) => `CASE WHEN trim(c${at + 1}) IN (${list}) THEN NULL ELSE c${at + 1} END AS c${at + 1}`);
  return `(SELECT ${cells.join(', ')} FROM ${relation})`;
}
