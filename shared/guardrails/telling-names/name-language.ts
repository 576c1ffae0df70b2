import type { ColumnFlag } from '#shared/domain/column-class.ts';

/**
 * What names of files, lists and segments are read with in one language. Entries are words without accents in lower
 * case, several of them in a row where it takes several; `*` at the end of one stands for any ending.
 */
export interface NameLanguage {
  /** Words for people. */
  people: readonly string[];
  /** Words for a choice of people: list, segment, target group. */
  audience: readonly string[];
  /** Names of other things that such a word is part of; they are passed over before anything else is read. */
  harmless: readonly string[];
  /** Endings that nouns are glued to: `muslim` + `kunden`. */
  glued: readonly string[];
  flags: { readonly [Flag in ColumnFlag]?: TellingWords };
}

/** Words that tell one thing, by what has to stand beside them. */
export interface TellingWords {
  /** Tell it whatever stands beside them. */
  always?: readonly string[];
  /** Where the name is nothing else, or has a word for people or a choice of people in it. */
  inAudience?: readonly string[];
  /** As those, but never by themselves: they are the name of something else, too. */
  amongPeople?: readonly string[];
  /** Right before a word for people. */
  beforePeople?: readonly string[];
  /** Right after one. */
  afterPeople?: readonly string[];
}
