/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236). Taken for one: a cell whose first sign,
 * leading white space aside, is = + - @ (also in their full-width forms), or that starts with TAB or CR, unless it is a plain number
 * or phone number: [+-]?[0-9][0-9.,eE+-]*. The pattern matches the beginning of such a cell; it is written for RE2, which cannot look ahead.
 */
const wide = '\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}';
const beginning = [
  '[\\t\\r]',
  `[\\t\\n\\v\\f\\r \\x{A0}\\x{FEFF}\\x{3000}]+[=+\\-@${wide}]`,
  `[=@${wide}]`,
  '[+\\-](?:$|[^0-9]|[0-9.,eE+\\-]*[^0-9.,eE+\\-])',
].join('|');

/**
 * SQL of a VARCHAR column with formulas neutralised. Most cells begin with a letter or a digit and are passed on by comparison alone;
 * AND, OR and IN are kept out because DuckDB pays for each of them per column, and a table may have thousands.
 */
export const neutralisedSql = (x: string): string => {
  const safe = `regexp_replace(${x}, '^(${beginning})', '''\\1')`;
  return `CASE WHEN ${x} < '0' THEN ${safe} WHEN ${x} < ':' THEN ${x} WHEN ${x} < 'A' THEN ${safe} WHEN ${x} < chr(128) THEN ${x} ELSE ${safe} END`;
};

const pattern = new RegExp(`^(?:${beginning.replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}')})`, 'u');

/** The same for one text: headers are cells too. */
export const neutralised = (text: string): string => (pattern.test(text) ? `'${text}` : text);
