/** Options that several commands have, and what follows a command's help. */
export const optionsText = {
  workspace: 'the workspace',
  json: 'one JSON document on stdout',
  passphraseFile: 'file holding the passphrase',
  operator: 'who is working, where several operators are registered',
  newPassphraseFile: 'file holding the new passphrase',
  weakPassphrase: 'take the passphrase though it is easy to guess',
  policy: 'customer-tracking or gdpr-strict',
  examples: (lines: string[]) => `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`,
  notANumber: 'Give a number.',
  noPeriod: 'Give a length in whole units, like P90D, P24M or P3Y.',
  noDay: 'Give a day of the calendar as YYYY-MM-DD, like 2026-09-30.',
  notAWholeNumber: 'Give a whole number.',
  notPlaces: 'Give places from 1 on, each larger than the one before: 1,11,26.',
  reading: {
    delimiter: 'field delimiter (detected); "tab" for a tab',
    encoding:
      'encoding by any name of the WHATWG standard, e.g. windows-1250 or shift_jis; "mixed": lines of UTF-8 and of ' +
      'Windows-1252 (detected)',
    noEncoding: 'Give an encoding of the WHATWG standard, like utf-8, windows-1250, shift_jis, or mixed.',
    header: 'the first row holds the column names',
    noHeader: 'there is no row of column names',
    member: 'file to read in a ZIP archive with several (the largest)',
    table:
      'sheet of a workbook, table or view of a database, table of a report with several, list inside a JSON or Parquet file',
    layout: 'system whose export the file is, e.g. google-ads (recognised); "none" for a plain table',
    quote: 'character around fields (detected); "none" where quotes are text',
    skipLines: 'lines before the table (detected)',
    headerRows: 'rows that hold the names, one below the other (detected)',
    rowNames: 'the line of names is one short: the first column has no name',
    noRowNames: 'the line of names is one short: the last column has no name',
    columnsAt: 'places in a line, from 1, at which columns begin: 1,11,26 (text of fixed width)',
    leaveMerged: 'leave cells of merged areas empty (they get the value that is shown in them)',
    keepTotals: 'read rows that sum up the others as rows (they are left out, counted and listed)',
  },
};
