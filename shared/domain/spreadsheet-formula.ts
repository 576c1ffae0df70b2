/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236): its first sign is = + - @,
 * also in wide and small forms. What a spreadsheet passes over stands aside: white space of all of Unicode, control
 * characters, signs that nobody sees. A text file may be opened with another separator than it was written with, so the
 * same holds after each that is in use, also where the file quotes the cell. Plain numbers and phone numbers stay as
 * they are. The patterns are written for RE2 and JavaScript alike: neither looks ahead.
 */
const signs = '=@+\\-\\x{FF1D}\\x{FF20}\\x{FF0B}\\x{FF0D}\\x{FE66}\\x{FE6B}\\x{FE62}\\x{FE63}';
/**
 * Signs that nobody sees and that are neither space nor format character: fillers, joiners, selectors, an empty braille
 * cell.
 */
const unseen =
  '\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}';
const invisible = `\\p{Z}\\p{Cf}${unseen}\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}\\x{7F}-\\x{9F}`;
const breaks = '\\t\\n\\r';
const number = '[+\\-][0-9]+(?:[.,][0-9]+)*(?:[eE][+\\-]?[0-9]+)?|\\+[0-9]+(?:[\\-.][0-9]+)*';

/**
 * A code point that stands for no character: where an apostrophe is to come, until plain numbers have lost theirs
 * again.
 */
export const formulaMark = '\u{10FFFF}';

/**
 * Replaced one after the other, each everywhere: `broken` by mark and `\1`, `sign` by `\2`, mark and `\1\3\4`, `marked`
 * by `\1`.
 */
export interface FormulaPatterns {
  /** A look first: almost every cell is without. */
  suspect: string;
  /** The beginning of a cell that is quoted for it, and that some readers begin anew after. */
  broken: string;
  sign: string;
  /** A plain number; brackets and quotes that close a list of numbers belong to no formula. */
  marked: string;
}

const patternsFor = (between: string, passed: string): FormulaPatterns => ({
  suspect: `(?:^[${passed}]*|${between}[${passed}]*"*)[${signs}]|^[\\t\\r]`,
  broken: '^([\\t\\r\\n])',
  sign: `(?:^([${passed}]*)|(${between})([${passed}]*"*))([${signs}])`,
  marked: `\\x{10FFFF}([${passed}]*"*(?:${number})["')\\]}]*(?:$|${between}))`,
});

/** Of a text format, which a reader may cut at any separator; and of a workbook, whose cells nobody cuts. */
export const formulaPatterns = {
  text: patternsFor(`[;,|${breaks}]`, invisible),
  cells: patternsFor('\\x{10FFFE}', `${invisible}${breaks}`),
};
export type FormulaPlace = keyof typeof formulaPatterns;

const inScript = (pattern: string, flags: string): RegExp =>
  new RegExp(pattern.replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}'), flags);
const compile = (place: FormulaPlace) => ({
  suspect: inScript(formulaPatterns[place].suspect, 'u'),
  broken: inScript(formulaPatterns[place].broken, 'u'),
  sign: inScript(formulaPatterns[place].sign, 'gu'),
  marked: inScript(formulaPatterns[place].marked, 'gu'),
});
const script = { text: compile('text'), cells: compile('cells') };

/** One text with formulas neutralised: headers, names and reasons are cells too. */
export function neutralised(text: string, place: FormulaPlace = 'text'): string {
  const { suspect, broken, sign, marked } = script[place];
  if (!suspect.test(text)) return text;
  const all = text.replace(broken, `${formulaMark}$1`).replace(sign, `$2${formulaMark}$1$3$4`);
  return all.replace(marked, '$1').replaceAll(formulaMark, "'");
}
