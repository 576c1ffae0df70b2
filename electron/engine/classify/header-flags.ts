import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialWords } from '#shared/semantic-types/special-words/index.ts';

/**
 * The flags that the tokens of a header carry whatever the column's type, each with the word that says so: a religion
 * interest score, a smoking item and a coded ethnicity all reveal what the law protects.
 * @param inContext the table is about what words of several senses mean in it (`treatment` among illnesses)
 */
export function headerFlags(
  tokens: readonly string[],
  inContext = false,
): { flag: ColumnFlag; word: string; type: string }[] {
  const found = specialWords(tokens).filter(({ weak }) => !weak || inContext);
  return found
    .filter(({ topic }, at) => found.findIndex((other) => other.topic.flag === topic.flag) === at)
    .map(({ topic: { flag, type }, word }) => ({ flag, word, type }));
}
