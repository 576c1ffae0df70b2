/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236). Taken for one: a cell whose first sign,
 * leading white space aside, is = + - @ (also in their full-width forms), or that starts with TAB or CR, unless it is a plain number
 * or phone number.
 */
const formula = '^(?:[\\t\\r]|[\\s\\x{00A0}\\x{FEFF}\\x{3000}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])';
const number = '[+-]?[0-9][0-9.,eE+-]*';

/** Code points a formula can start with: only such cells are worth the regular expression. */
const suspects = [9, 10, 11, 12, 13, 32, 43, 45, 61, 64, 0xa0, 0xfeff, 0x3000, 0xff0b, 0xff0d, 0xff1d, 0xff20];

/** SQL of a VARCHAR expression with formulas neutralised. */
export const neutralisedSql = (expression: string): string =>
  `CASE WHEN unicode(${expression}) IN (${suspects.join(', ')}) AND regexp_matches(${expression}, '${formula}') AND NOT regexp_full_match(${expression}, '${number}') THEN '''' || ${expression} ELSE ${expression} END`;

const formulaText = new RegExp(formula.replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}'), 'u');
const numberText = new RegExp(`^(?:${number})$`, 'u');

/** The same for one text: headers are cells too. */
export const neutralised = (text: string): string => (formulaText.test(text) && !numberText.test(text) ? `'${text}` : text);
