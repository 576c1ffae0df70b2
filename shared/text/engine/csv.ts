import { delimiterName } from '../delimiters.ts';
import { shortName } from '../names.ts';
import { count, counted, listed } from '../numbers.ts';

/** Sentences of delimited text: how its encoding, delimiter, quotes and header were told, why a line is no row. */
export const csvText = {
  joinedHeader: (rows: number) =>
    `${rows === 2 ? 'Two' : 'Three'} rows of names stand above the rows: a column is called by its group and its own ` +
    `name. Say so if the ${rows === 2 ? 'second' : 'last'} is a row of values.`,
  delimiterName,
  doubled: 'doubled',

  bomUtf8: 'The file begins with the UTF-8 byte order mark.',
  bomUtf16le: 'The file begins with the UTF-16 little-endian byte order mark.',
  bomUtf16be: 'The file begins with the UTF-16 big-endian byte order mark.',
  zeroSecond: 'Every second byte is zero, as in UTF-16 little-endian text without a byte order mark.',
  zeroFirst: 'Every first byte of two is zero, as in UTF-16 big-endian text without a byte order mark.',
  validUtf8: 'The bytes are valid UTF-8.',
  readTwice:
    'Letters such as “é” stand as “Ã©”: the text was UTF-8, was read as Windows-1252 and saved so. It is read as it ' +
    'stands; export it again to have its letters back.',
  mostlyUtf8: 'Lines that are valid UTF-8 are read as that, every other line as Windows-1252.',
  escapesOfJapanese: 'The bytes switch between sets of characters as Japanese mail does.',
  likelyEncoding: (encoding: string, confidence: number, others: readonly string[]) =>
    (confidence === 0
      ? `The bytes are not valid UTF-8, and read as words in ${encoding}: a guess.`
      : `The bytes are not valid UTF-8; most likely they are ${encoding} (${confidence} of 100 by chardet).`) +
    (others.length === 0 ? '' : ` They could also be ${listed(others)}.`),
  notUtf8After: (line: number, reason: string) => `Line ${line} is the first that is not UTF-8. ${reason}`,

  delimiterTold: (delimiter: string) => `The first line names the ${delimiterName(delimiter)} as the delimiter.`,
  longDelimiter: (delimiter: string) => `Several signs, ${delimiterName(delimiter)}, part the fields of every line.`,
  namesApart: (names: string, rows: string) =>
    `The line of names is parted by the ${delimiterName(names)}, the rows by the ${delimiterName(rows)}: each is read ` +
    'by its own.',
  fixed: (places: readonly number[]) =>
    places.length === 1
      ? 'Every line is read as one column: no places are blank in all of them.'
      : `The columns stand at fixed places, and no sign parts them: they begin at ${places.slice(0, 20).join(', ')}` +
        `${places.length > 20 ? ' …' : ''}. The spaces around each cell are left out.`,
  namesGlued:
    'The line of names lacks a delimiter: where a quote stands between two words, a name ends and the next one begins.',
  footOfReport: 'The line stands below the table and says whose report it is, or sums it up: it is no row.',
  footLeftOut: (lines: number) =>
    `${counted(lines, 'line')} below the table ${lines === 1 ? 'is' : 'are'} the foot of a report and no rows; ` +
    `${lines === 1 ? 'it is' : 'they are'} listed among the rejected rows.`,
  equallyLong:
    'All lines are equally long: if their columns stand at fixed places, say where each begins (--columns-at 1,11,26).',
  forms: {
    wrapped: 'Every line is one quoted field with a row inside: what is inside is read.',
    drawn: 'The table is drawn with bars and lines: the lines and the spaces beside the bars are left out.',
  },
  oneNameShort: (first: boolean) =>
    'The line of names has one name less than the rows have fields: ' +
    (first
      ? 'the first column has none, and holds the names or numbers of the rows.'
      : 'the last column has none. If the names stand one column off, say so.'),
  noDelimiter: 'No delimiter cuts the first records evenly, so the file has one column.',
  delimiterCuts: (delimiter: string, share: number, records: number, fields: number) =>
    `The ${delimiterName(delimiter)} cuts ${Math.round(share * 100)} % of the first ${counted(records, 'record')} ` +
    `into ${counted(fields, 'field')}.`,
  notCutAt: (delimiter: string) =>
    `The ${delimiterName(delimiter)} stands inside the values and does not part them, so the file has one column.`,
  delimiterByHeader: (delimiter: string, columns: number) =>
    `The line of names has ${counted(columns, 'name')} parted by the ${delimiterName(delimiter)}; the rows are ` +
    'uneven, and those of another length are set aside.',
  quotesAreText: 'Quotes open fields and never close them, so they are read as text.',
  rowsInQuotes: (lines: number, line: number) =>
    `${counted(lines, 'line')} from line ${count(line)} on ${lines === 1 ? 'stands' : 'stand'} within quotes and ` +
    `${lines === 1 ? 'reads' : 'read'} like rows: a quote may be missing. Say that the file has no quotes if they are rows.`,
  spaceFollows: (delimiter: string) =>
    `A space follows every delimiter (${delimiterName(delimiter)}): it is left out of names and cells.`,
  quoteInNames:
    'A quote in the line of names is never closed: the names are cut at every delimiter, their quotes left out.',
  surplusNames: (names: number) =>
    `The line of names has ${counted(names, 'delimiter')} more than the rows; ` +
    `${names === 1 ? 'the blank name is' : 'the blank names are'} dropped.`,
  recordTypes: (kinds: number) =>
    `The first field looks like the kind of a record, of which the file mixes ${count(kinds)}: records of ` +
    'different kinds stand in one table here.',
  shortRowsFilled: (rows: number) =>
    `No row has as many fields as there are names; ${counted(rows, 'shorter row is', 'shorter rows are')} read ` +
    'with empty cells at the end.',
  noQuotes: 'No quote character stands around fields.',
  doubleQuotes: 'Fields are enclosed in double quotes.',
  singleQuotes: 'Fields are enclosed in single quotes.',
  usualQuotes: 'No field is quoted in the first records; the double quote is the usual one.',
  quotesEscaped: 'Quotes inside fields follow a backslash.',
  quotesDoubled: 'A quote inside a quoted field is doubled.',
  firstLineNamesDelimiter: 'The first line only names the delimiter.',
  linesBefore: (lines: number) =>
    `${counted(lines, 'line')} before the table ${lines === 1 ? 'has' : 'have'} another shape than the rest.`,
  beginsAtOnce: 'The table begins in the first line.',

  tableBegins: 'The chosen table begins there.',
  oneTable: 'The file holds one table.',
  largestTable: (tables: number) => `Of ${counted(tables, 'table')} in the file it has the most rows.`,

  onlyRecord: 'There is only one record; it holds no numbers or dates, so it is taken for the header.',
  onlyValues:
    'There is only one record; it holds values, such as numbers, dates or people’s names, so it is no header.',
  usualHeader: 'The first record looks like the others; files usually begin with a header.',
  numberedNames: 'The first record numbers the columns one after the other.',
  namedByTime: 'The first record names columns by years, months or days, and the values below are none.',
  wordsOverNumbers: 'The first record holds words where the records below hold numbers, dates or the like.',
  readsLikeNames: 'The cells of the first record do not occur again below and read like column names.',
  sameKindOfValues: 'The first record has the same kind of values as the records below.',
  questionsBelow: 'The first record has codes, and the second the questions that they stand for.',
  namesOfSystem: 'The names are those that the system writes.',

  notAscii: 'The quote and the escape character must be ASCII characters: choose another one.',
  badDelimiter: 'The delimiter must be one character that is neither the quote nor a line end: choose another one.',
  noEnd: (file: string) =>
    `The first record of “${file}” has no end within its first 16 MiB: check the delimiter, the quote character ` +
    'and the line ends of the export.',
  onlyBlankLines: (file: string) => `“${file}” holds only blank lines: export it again.`,
  tooManyColumns: (file: string, columns: number, most: number) =>
    `“${file}” has ${counted(columns, 'column')}, more than the ${count(most)} that can be worked with: check the ` +
    'delimiter, or split the file.',
  fewerNameRows: (file: string, rows: number) =>
    `“${file}” has fewer than ${counted(rows, 'row')} of names: choose fewer.`,
  noSuchTable: (file: string, tables: number) =>
    `“${file}” has no table of that name: choose one of its ${counted(tables, 'table')}.`,
  tooManyTables: (file: string, most: number) =>
    `“${file}” holds more than ${count(most)} tables, more than a report has: export the tables one by one.`,
  onlyTotals: (file: string) =>
    `“${file}” holds only rows that sum up others: export it again with the rows themselves, or choose to keep totals.`,
  noneReadable: (file: string, rows: number, line: number, why: string) =>
    `None of the ${counted(rows, 'row')} of “${file}” can be read; line ${line}: ${why} Check the delimiter and ` +
    'the quote character, or export it again.',
  onlyHeader: (file: string) => `“${file}” has a header and no rows: export it again with data.`,
  noRows: (file: string) => `“${file}” has no rows: export it again with data.`,

  otherFieldCount: (fields: number, columns: number) =>
    `The row has ${counted(fields, 'field')} where the table has ${counted(columns, 'column')}.`,
  quoteNotClosed: 'A quote is opened and not closed at the end of its field.',
  sumsUpOthers: 'The row sums up others, as reports do at their top or end; kept, it would double every sum.',
  namesAgain: 'The row is the line of names again, as in files that were put together.',
  onlyDelimiters: 'The row is nothing but delimiters: no cell of it holds anything.',
  rowNotUtf8: 'The row holds bytes that are not UTF-8.',

  skipped: (lines: number) =>
    lines === 1
      ? 'The first line stands before the table and is not read as a row.'
      : `The first ${counted(lines, 'line')} stand before the table and are not read as rows.`,
  otherTables: (read: string, others: readonly { name: string; rows: number }[]) => {
    const named = others
      .slice(0, 12)
      .map(({ name, rows }) => `${shortName(name)} (${counted(rows, 'row')})`)
      .join(', ');
    return (
      `The file holds ${counted(others.length + 1, 'table')} and ${shortName(read)} is read; not read: ` +
      `${named}${others.length > 12 ? ` and ${count(others.length - 12)} more` : ''}. Choose another table to read ` +
      'it.'
    );
  },
  blankLines: (lines: number) =>
    `${counted(lines, 'blank line was', 'blank lines were')} left out; ${lines === 1 ? 'it holds' : 'they hold'} ` +
    'nothing.',
  nulBytes: (bytes: number, line: number) =>
    `The file holds ${counted(bytes, 'NUL byte')}, the first in line ${line}; ` +
    `${bytes === 1 ? 'it is kept as it is' : 'they are kept as they are'}.`,
  charactersLost: (line: number) =>
    `Line ${line} holds the replacement character U+FFFD: characters were lost before this file was written.`,
  mixedLineEnds: (ends: readonly (readonly [kind: string, lines: number])[]) =>
    `The file mixes line ends (${ends.map(([kind, lines]) => `${kind.toUpperCase()} ${count(lines)}`).join(', ')}).`,
  rowsNotUtf8: (rows: number, line: number) =>
    `${counted(rows, 'row holds', 'rows hold')} bytes that are not UTF-8, the first in line ${line}; ` +
    `${rows === 1 ? 'it is' : 'they are'} among the rejected rows.`,
  emptyRowsLeftOut: (rows: number) =>
    `${counted(rows, 'row')} of nothing but delimiters ${rows === 1 ? 'is' : 'are'} no row and ${rows === 1 ? 'was' : 'were'} left out; ` +
    `${rows === 1 ? 'it is' : 'they are'} listed among the rejected rows.`,
  namesAgainLeftOut: (rows: number) =>
    `The line of names comes again ${counted(rows, 'time')} further down: it is no row, and is listed among the ` +
    'rejected rows.',
  calledTotals: (rows: number) =>
    `${counted(rows, 'row is', 'rows are')} called a total, an average or a count, though no column adds up to ` +
    `${rows === 1 ? 'it: it is read as a row' : 'all of them: they are read as rows'}. Take ` +
    `${rows === 1 ? 'it' : 'them'} out of the file if ${rows === 1 ? 'it is none' : 'they are none'}.`,
  looksLikeTotal:
    'The last row is called a total, though no column adds up to it: it is read as a row. Take it out of the file if it is none.',
  totalsLeftOut: (rows: number) =>
    `${counted(rows, 'row of totals', 'rows of totals')} ${rows === 1 ? 'sums' : 'sum'} up the others and ` +
    `${rows === 1 ? 'was left out: it is' : 'were left out: they are'} listed among the rejected rows.`,
};
