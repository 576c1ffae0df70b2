import { firstNames } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** Words for a binary file that only looks like one of the formats that can be opened. */
const called = {
  parquet: 'a Parquet file',
  xlsx: 'an Excel workbook',
  sqlite: 'a SQLite database',
  duckdb: 'a DuckDB database',
};

/**
 * Sentences of opening a file, whatever its format: why it cannot be opened, how its format was told, what is worth
 * knowing. A `file` is a name without its folder.
 */
export const intakeText = {
  chosenByPerson: 'Chosen by a person.',
  yes: 'yes',
  no: 'no',
  none: 'none',

  isFolder: (file: string) => `“${file}” is a folder: choose one of the files in it.`,
  isNoFile: (file: string) => `“${file}” is not an ordinary file: save its content to a file and open that.`,
  isEmpty: (file: string) => `“${file}” is empty (0 bytes): export it again.`,
  notThere: (file: string) => `There is no file “${file}” at that place: check the path.`,
  mayNotBeRead: (file: string) =>
    `“${file}” may not be read by this user: change its permissions or copy it to a place of your own.`,
  diskFails: (file: string, code: string) =>
    `“${file}” could not be read from its disk (${code}): copy it to another disk and open the copy.`,

  looksParquet: 'The file begins with the mark of Parquet.',
  looksSqlite: 'The file begins with the mark of SQLite.',
  looksDuckDb: 'Behind its first checksum stands the mark of DuckDB.',
  looksXlsx: 'The file is a ZIP package as Excel writes it.',
  looksJsonLines: 'Every line is a JSON value of its own.',
  looksJsonArray: 'The text begins like a JSON array.',
  looksJsonObject: 'The text begins like a JSON object.',
  looksLog: 'The lines are requests to a web server, as access logs write them.',
  looksW3c: 'The lines stand under names that the log itself gives (#Fields).',
  looksCards: 'The text begins with a contact card (BEGIN:VCARD).',
  looksBalancer: 'The lines are those of a load balancer: their fields stand in a fixed order.',
  looksText: 'The content is plain text.',
  looksTextByEnding: (ending: string) => `The content is plain text and the name ends in ${ending}.`,

  isOtherDocument: (file: string) => `“${file}” is a document of another office program: save it as .xlsx or CSV.`,
  isPdf: (file: string) => `“${file}” is a PDF document: export the table behind it as CSV.`,
  isOldOffice: (file: string) => `“${file}” is an old Excel or Office file (.xls): save it as .xlsx or CSV.`,
  isCompressed: (file: string, method: 'Zstandard' | 'bzip2' | 'xz') =>
    `“${file}” is compressed with ${method}: unpack it first.`,
  isArchive: (file: string, kind: '7-Zip' | 'RAR' | 'tar') => `“${file}” is a ${kind} archive: unpack it first.`,
  isPicture: (file: string) => `“${file}” is a picture, and a picture holds no table.`,
  isProgram: (file: string) => `“${file}” is a program, and a program holds no table.`,
  isOtherBinary: (file: string) =>
    `“${file}” is a binary file of a kind that is not known here: export the table as CSV, JSON, Parquet, XLSX or ` +
    'SQLite.',
  namedLike: (file: string, format: keyof typeof called) =>
    `“${file}” is named like ${called[format]} but does not begin like one: it is damaged or was cut off; get it again.`,
  namedLikeJson: (file: string) =>
    `“${file}” is named like JSON, but line 1 does not begin with { or [: export it again, or rename it if it is a ` +
    'CSV file.',

  becameShorter: (file: string) =>
    `“${file}” became shorter while it was read: wait until it is written, then open it again.`,
  changed: (fileName: string) =>
    `The file changed while it was read: “${fileName}” is no longer what was opened. Nothing was imported or ` +
    'written; wait until it is finished, then open it again.',
  changedWhileRead: (file: string, gave: number, wanted: number) =>
    `“${file}” gave ${counted(gave, 'row')} where ${count(wanted)} were counted: it changed while it was read; ` +
    'open it again.',
  endsEarly: (file: string) =>
    `“${file}” could not be read to its end: it is damaged or changed while it was read; open it again.`,
  countedDifferently: (file: string, one: number, other: number) =>
    `“${file}” holds ${counted(one, 'row')} by one count and ${count(other)} by another: if it is still being ` +
    'written, wait and try again; else set the delimiter by hand, or export it again.',
  tooManyColumns: (file: string, columns: number, most: number) =>
    `“${file}” has ${counted(columns, 'column')}, more than the ${count(most)} that can be worked with: split the file.`,

  readAs: (encoding: string, reason: string) => `Read as ${encoding}. ${reason}`,
  undecodable: (places: number, encoding: string, line: number) =>
    `${counted(places, 'place')} ${places === 1 ? 'holds' : 'hold'} bytes that are no characters in ${encoding}, ` +
    `the first in line ${line}: check the encoding.`,
  foreignLines: (lines: number, first: number) =>
    `${counted(lines, 'line is', 'lines are')} not UTF-8 and ${lines === 1 ? 'was' : 'were'} read as Windows-1252, ` +
    `the first in line ${first}; the others are UTF-8.`,
  encodingNotHere: (encoding: string) =>
    `This program cannot read ${encoding} on this computer: save the file as UTF-8 and open that.`,
  columnsWithoutName: (columns: number) =>
    `${counted(columns, 'column has', 'columns have')} no name in the header; ` +
    `${columns === 1 ? 'it is' : 'they are'} called unnamed_<position>.`,
  personalNames: (standIns: string[]) =>
    `The names of ${counted(standIns.length, 'column')} are values of people (an address, a number, a name): ` +
    `${standIns.length === 1 ? 'it is' : 'they are'} called by ${standIns.length === 1 ? 'its' : 'their'} place, ` +
    `${firstNames(standIns)}, here and in every release. Perhaps the first row is no header.`,
  columnsRepeatName: (columns: number) =>
    `${counted(columns, 'column repeats', 'columns repeat')} the name of another; ` +
    `${columns === 1 ? 'it carries' : 'they carry'} a number at the end.`,
  rowTooLong: (bytes: number) => `The row has ${counted(bytes, 'byte')}, more than the 8 MiB that a row may have.`,
};
