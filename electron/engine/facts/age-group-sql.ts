import { quoteText } from '#shared/sql/quote.ts';

/** Words, without accents, that make the first number an upper bound: “under 25”, “25 ou moins”, “bis 25”. */
const upTo = [
  '<',
  '≤',
  '=<',
  '^\\s*[-–—]',
  '\\d\\s*[-–—]\\s*$',
  '\\b(?:under|below|less|fewer|younger|up to|until|max\\w*|at most|no older|not? over)\\b',
  '\\b(?:bis|unter|hochstens|junger|weniger|moins|jusqu\\w*|menos|hasta|menor\\w*|meno|fino|sotto|minori|inferior\\w*)\\b',
  '\\b(?:onder|minder|jonger|tot|ate|abaixo|ponizej|mlodsi\\w*|do|pod|mlads\\w*)\\b',
].join('|');

/** Words between two numbers, which make no bound: “18 bis 24”, “25 bis unter 35”. */
const between =
  '(\\d)\\s*(?:-|–|—|to|until|through|bis|a|tot|t/m|do|hasta|ate|e|and|und|et|y)\\s*' +
  '(?:(?:under|below|less than|unter|moins de|menos de|meno di|onder)\\s*)?(\\d)';

/** What may stand before a lower bound. Whatever else does, nobody can tell what the number says. */
const from =
  '(?:ages?|aged|age group|age range|alter|altersgruppe|edad|edades|eta|idade|leeftijd|wiek|' +
  'adults?|erwachsene|adultes?|adultos?|adulti|volwassenen|seniors?|senioren|' +
  'from|over|above|older than|at least|min|ab|von|uber|alter als|plus de|a partir de|des|de|mas de|desde|' +
  'da|piu di|oltre|mais de|vanaf|meer dan|boven|od|powyzej|years?)';

/**
 * SQL of what an age group says: 0 the group may hold nobody of age, 1 it holds nobody under age, NULL nobody can tell.
 * An age that is not known is never taken for that of an adult. A small number alone is a code (senior yes or no).
 * @param value SQL of the group's text @param adult years from which somebody is of age
 */
export function ageGroupSql(value: string, adult: number): string {
  const text = `regexp_replace(lower(strip_accents(trim(${value}))), ${quoteText(between)}, '\\1-\\2', 'g')`;
  const lowest = `TRY_CAST(nullif(regexp_extract(${text}, '^\\D*(\\d{1,3})', 1), '') AS INTEGER)`;
  const isBound = `regexp_matches(${text}, ${quoteText(upTo)})`;
  const isFrom = `regexp_matches(${text}, ${quoteText(`^[^\\pL\\d]*(?:${from}[^\\pL\\d]*){0,3}\\d`)})`;
  const isCode = `regexp_full_match(${text}, '\\d+')`;
  return (
    `CASE WHEN ${isBound} THEN CASE WHEN ${lowest} <= ${adult} THEN 0 END ` +
    `WHEN ${lowest} >= ${adult} THEN CASE WHEN ${isFrom} THEN 1 END ` +
    `WHEN ${lowest} < ${adult} AND NOT ${isCode} THEN 0 END`
  );
}
