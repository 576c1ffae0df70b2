import { wordList } from '#shared/domain/word-list.ts';
/**
 * Words that may stand before a bracket in the text of a table: of its own grammar, and functions whose work and result
 * are no larger than what they are given.
 */
const known = new Set(
  wordList(`
    as in key unique check references values varchar nvarchar character char decimal numeric integer int float text
    generated always table lower upper length abs round coalesce ifnull nullif trim ltrim rtrim substr substring date
    time datetime strftime julianday cast and or not when then else case
  `),
);
/** Each may double what it is given. */
const mostJoins = 8;
const longest = 65_536;
/** Each goes through what it is given once: together they may take a multiple of the reading, no more. */
const mostCalls = 100;
/**
 * What is cut off both ends may be a set of signs, which is gone through for each of them: only spaces off a column.
 */
const trims = /\b[lr]?trim\s?\(/gi;
const plainTrims = /\b[lr]?trim\s?\(\s*(?:\w+|"[^"]*")\s*\)/gi;

/**
 * Whether the formulas in the text of a table can be worked out at a bounded cost; nothing can stop one that runs. Said
 * of a whole table, and when in doubt no.
 */
export function harmlessFormulas(sql: string, table: string): boolean {
  if (
    sql.length > longest ||
    /\/\*|--|["'`\]]\s*\(/.test(sql.replace(/^[^(]*/, '')) ||
    /\b(?:like|glob|regexp|match|select)\b/i.test(sql)
  )
    return false;
  const called = [...sql.replace(/^[^(]*\(/, '').matchAll(/([A-Za-z_]\w*)\s?\(/g)].map(([, word]) =>
    word!.toLowerCase(),
  );
  if (called.length > mostCalls || sql.match(trims)?.length !== sql.match(plainTrims)?.length) return false;
  return (
    called.every((word) => known.has(word) || word === table.toLowerCase()) && sql.split('||').length - 1 <= mostJoins
  );
}
