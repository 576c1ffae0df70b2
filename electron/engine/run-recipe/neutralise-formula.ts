import { formulaMark, formulaPatterns, type FormulaPlace } from '#shared/domain/spreadsheet-formula.ts';
import { wideFrom } from '#engine/analysis/open-duck.ts';
import { quoteText } from '#shared/sql/quote.ts';

/**
 * SQL of a VARCHAR column with formulas neutralised. Most cells begin with a letter or a digit and hold no separator:
 * they are passed on by comparison alone. A wide table (`columns`) goes without: DuckDB holds vectors for every part of
 * an expression, of all columns at once.
 */
export const neutralisedSql = (x: string, place: FormulaPlace = 'text', columns = 1): string => {
  const { suspect, broken, sign, marked } = formulaPatterns[place];
  const begun = `regexp_replace(${x}, ${quoteText(broken)}, '${formulaMark}\\1')`;
  const all = `regexp_replace(${begun}, ${quoteText(sign)}, '\\2${formulaMark}\\1\\3\\4', 'g')`;
  const kept = `regexp_replace(${all}, ${quoteText(marked)}, '\\1', 'g')`;
  const safe =
    `CASE WHEN regexp_matches(${x}, ${quoteText(suspect)}) THEN replace(${kept}, '${formulaMark}', '''') ELSE ${x} ` +
    'END';
  if (columns >= wideFrom) return safe;
  const separated =
    place === 'cells'
      ? []
      : [';', ',', '|', '\t', '\n', '\r'].map((separator) => `WHEN contains(${x}, ${quoteText(separator)}) THEN true`);
  const doubtful =
    `CASE WHEN ${x} < '0' THEN true ${separated.join(' ')} WHEN ${x} < ':' THEN false WHEN ${x} < 'A' THEN true WHEN ` +
    `${x} < chr(127) THEN false ELSE true END`;
  return `CASE WHEN ${doubtful} THEN ${safe} ELSE ${x} END`;
};
