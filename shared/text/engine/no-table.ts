/** Sentences of texts that hold no table: what they are, and what to do instead. */
export const noTableText = {
  isCalendar: (file: string) =>
    `“${file}” is a calendar (iCalendar), and no table: export its entries as CSV from the program that keeps them.`,
  isDirectory: (file: string) =>
    `“${file}” holds entries of a directory (LDIF), and no table: export the entries as CSV.`,
  isMail: (file: string) => `“${file}” is an e-mail or a mailbox, and no table: export the list of messages as CSV.`,
  isHtml: (file: string) =>
    `“${file}” is a web page, whatever its name says: open it in a spreadsheet program and save it as XLSX or CSV.`,
  isXml: (file: string) => `“${file}” is XML, which is not read here: export the table behind it as CSV or JSON.`,
  isDocument: (file: string) => `“${file}” is a text document (RTF), and no table: save the table in it as CSV.`,
  isDump: (file: string) =>
    `“${file}” is a dump of a database, statements and no table: export the tables as CSV, Parquet or SQLite.`,
  isStatement: (file: string) =>
    `“${file}” is an account statement for programs (SWIFT, Quicken or OFX), and no table: export it as CSV.`,
  isKeysAndValues: (file: string) =>
    `“${file}” holds entries of keys and values, one pair a line, and no table: export it as CSV or JSON, a row for ` +
    'each entry.',
};
