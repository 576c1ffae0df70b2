/** Texts that stand for "nothing" in the files people export; compared in lower case. */
export const nullTexts: ReadonlySet<string> = new Set([
  '',
  'null',
  'n/a',
  'na',
  'nan',
  '-',
  '--',
  '?',
  '\\n',
  '(null)',
  '<na>',
  '#n/a',
  'none',
  'nil',
  '.',
]);

/** SQL that gives NULL for empty or blank text. `column` is already quoted. */
export const filled = (column: string): string => `nullif(trim(${column}), '')`;

/**
 * SQL that is true for a text that `filled` would change. Trimming takes several times as long as this look at a text's
 * ends: where no value of a column needs it, none is trimmed.
 */
export const needsTrim = (text: string): string =>
  `(${text} = '' OR starts_with(${text}, ' ') OR ends_with(${text}, ' ') OR ` +
  `CASE WHEN strlen(${text}) <> length(${text}) THEN ${text} <> trim(${text}) ELSE false END)`;
