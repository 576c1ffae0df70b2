/**
 * SQL that tells a number in the short form that a spreadsheet shows, and saves, where it is longer than its cell
 * (6.49E+17, 1,23E+021): ten digits and more of which at most seven are left.
 */
export const isShortened = (value: string): string =>
  `((contains(${value}, 'E+') OR contains(${value}, 'e+')) AND ` +
  `regexp_full_match(${value}, '[+-]?\\d(?:[.,]\\d{1,6})?[eE]\\+0*[1-9]\\d{1,2}'))`;
