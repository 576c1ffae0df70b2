import type { ColumnFlag } from '#shared/domain/column-class.ts';

/**
 * A topic the law protects, by the words that name it. Words are folded (lower case, without accents), of any
 * language: `word` is a whole token, `beginning*` and `*ending` its parts (at least three letters beside an ending).
 * Words of Chinese, Japanese, Korean and Arabic count wherever they stand, because nothing parts them there.
 */
export interface SpecialTopic {
  readonly flag: ColumnFlag;
  /** Id of the semantic type that a column is of which nothing says more than the word. */
  readonly type: string;
  readonly words: string;
  /** Words that mean this only in a table that is about it (`treatment`, `chest`). */
  readonly weak?: string;
}
