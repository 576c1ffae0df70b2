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
