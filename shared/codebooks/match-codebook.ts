import { codebookName, type Codebook, type CodebookVariable } from './codebook.ts';

/**
 * Share of a schema's names that a table must have, and of a table's names that the schema must know; and how many at
 * least.
 */
const mostly = 0.6;
const fewest = 6;
/**
 * Names that say nothing to anybody else, of a schema that makes up only a part of a table; and letters that such a
 * name has.
 */
const fewestCoded = 5;
const shortestCoded = 4;

/**
 * The variable of a codebook for each column name, or null; a name that two variables share after folding counts for
 * neither.
 */
export function variablesFor(book: Codebook, names: readonly string[]): (CodebookVariable | null)[] {
  const byName = new Map<string, CodebookVariable | null>();
  for (const variable of book.variables) {
    const name = codebookName(variable.name);
    byName.set(name, byName.has(name) ? null : variable);
  }
  return names.map((name) => byName.get(codebookName(name)) ?? null);
}

/**
 * The public schema whose names a table has: most of the schema's, and most of the table's. Names alone decide, never a
 * file.
 */
export function matchSchema(books: readonly Codebook[], names: readonly string[]): Codebook | null {
  let best: { book: Codebook; matched: number } | null = null;
  for (const book of books) {
    const matched = new Set(variablesFor(book, names).filter((variable) => variable !== null)).size;
    if (
      matched >= fewest &&
      matched >= mostly * book.variables.length &&
      matched >= mostly * names.length &&
      matched > (best?.matched ?? 0)
    )
      best = { book, matched };
  }
  return best?.book ?? null;
}

/**
 * The public schema a block of a table's columns comes from, cut to those columns: a table into which others were
 * merged. Only names that are no words count, since `age` and `education` are everybody's.
 * @param isWord whether a name means something outside the schema
 */
export function matchBlock(
  books: readonly Codebook[],
  names: readonly string[],
  isWord: (name: string) => boolean,
): Codebook | null {
  let best: Codebook | null = null;
  for (const book of books) {
    const coded = variablesFor(book, names).filter(
      (variable, at) => variable !== null && codebookName(names[at]!).length >= shortestCoded && !isWord(names[at]!),
    );
    const variables = [...new Set(coded)].filter((variable) => variable !== null);
    if (variables.length >= fewestCoded && variables.length > (best?.variables.length ?? 0))
      best = { ...book, variables };
  }
  return best;
}
