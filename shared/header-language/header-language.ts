/**
 * The words of one language that column names are made of. Phrases are data: a file per scope of semantic types, by
 * type, one phrase a line.
 *
 * A phrase is whole tokens, lower case, without accents (`straße` is written `strasse`); it also matches when written
 * as one word (`first name` = `firstname`). `~phrase` is weak: it needs support from values or neighbours. `=phrase`
 * counts only when it is the whole header.
 */
export interface HeaderLanguage {
  /** ISO 639-1, or `any`. */
  readonly code: string;
  /** True where nouns are written together (`Kundenvorname`), so that a phrase may be the end of a longer token. */
  readonly gluesNouns: boolean;
  /** By id of the semantic type. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
}
