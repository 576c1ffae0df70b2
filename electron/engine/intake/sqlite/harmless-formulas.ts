/** Words that may stand before a bracket in the text of a table: of its own grammar, and functions whose work and result are no larger than what they are given. */
const known = new Set('as in key unique check references values varchar nvarchar character char decimal numeric integer int float text generated always table lower upper length abs round coalesce ifnull nullif trim ltrim rtrim substr substring date time datetime strftime julianday cast and or not when then else case'.split(' '));
/** Each may double what it is given. */
const mostJoins = 8;
const longest = 65_536;

/** Whether the formulas in the text of a table can be worked out at a bounded cost; nothing can stop one that runs. Said of a whole table, and when in doubt no. */
export function harmlessFormulas(sql: string, table: string): boolean {
  if (sql.length > longest || /\/\*|--|["'`\]]\s*\(/.test(sql.replace(/^[^(]*/, '')) || /\b(?:like|glob|regexp|match|select)\b/i.test(sql)) return false;
  const called = [...sql.replace(/^[^(]*\(/, '').matchAll(/([A-Za-z_]\w*)\s?\(/g)].map(([, word]) => word!.toLowerCase());
  return called.every((word) => known.has(word) || word === table.toLowerCase()) && sql.split('||').length - 1 <= mostJoins;
}
