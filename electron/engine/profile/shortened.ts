/**
 * SQL that tells a number in the short form that a spreadsheet shows, and saves, where it is longer than its cell
 * (6.49E+17, 1,23E+021): ten digits and more of which at most seven are left.
 */
export const isShortened = (value: string): string =>
  // Beside other aggregates both sides of AND are worked out for every value, of CASE only what comes to it.
  `(CASE WHEN contains(${value}, '+') THEN ` +
  `regexp_full_match(${value}, '[+-]?\\d(?:[.,]\\d{1,6})?[eE]\\+0*[1-9]\\d{1,2}') ELSE false END)`;
