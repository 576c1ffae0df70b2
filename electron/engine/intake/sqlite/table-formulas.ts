import { schemaWords, type SqlWord } from './schema-words.ts';

/** A column of a table's text, with the words of the formula that works it out, if one does. */
export interface DefinedColumn {
  /** Folded as SQLite folds it. */
  name: string;
  formula: SqlWord[] | null;
}

const constraints = new Set(['constraint', 'primary', 'unique', 'check', 'foreign']);
const is = (word: SqlWord | undefined, ...texts: string[]): boolean =>
  word !== undefined && !word.quoted && texts.includes(word.name ?? word.text);

/** What stands between the outer brackets, parted at its commas; null where the brackets do not match. */
function definitions(words: SqlWord[]): SqlWord[][] | null {
  const parts: SqlWord[][] = [[]];
  let depth = 0;
  for (const word of words.slice(words.findIndex(({ text }) => text === '('))) {
    if (word.text === '(' && (depth += 1) === 1) continue;
    if (word.text === ')' && (depth -= 1) === 0) return parts;
    if (word.text === ',' && depth === 1) parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return null;
}

/** The words within the brackets that follow `AS` outside of other brackets. */
function formulaOf(definition: SqlWord[]): SqlWord[] | null {
  let depth = 0;
  let start = -1;
  for (const [at, { text }] of definition.entries()) {
    if (text === '(' && (depth += 1) === 1 && is(definition[at - 1], 'as')) start = at + 1;
    if (text === ')' && (depth -= 1) === 0 && start >= 0) return definition.slice(start, at);
  }
  return null;
}

/** The columns that the text of a table defines, in its order; null where the text is not plain enough to tell. */
export function definedColumns(sql: string): DefinedColumn[] | null {
  const words = schemaWords(sql);
  const parts = words === null ? null : definitions(words);
  if (parts === null) return null;
  const end = parts.findIndex(([first]) => is(first, ...constraints));
  return parts
    .slice(0, end < 0 ? undefined : end)
    .map((definition) => ({ name: definition[0]?.name ?? '', formula: formulaOf(definition) }));
}
