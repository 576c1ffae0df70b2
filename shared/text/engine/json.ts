import { firstNames } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** Sentences of JSON and JSON Lines: where the records lie, why one cannot be read. */
export const jsonText = {
  everyLine: 'Every line is a record.',
  oneArray: 'The text is one array; each element is a record.',
  severalValues: 'Several JSON values follow one another; each is a record.',
  oneObject: 'The text is one object without an array of objects; it is one record.',
  arrayInObject: 'The text is one object that holds one array of objects; each element is a record.',
  arraysInObject: 'The text is one object with several arrays of objects; the first was taken.',
  noSuchArray: (file: string, arrays: number) =>
    `“${file}” has no array of that name: choose one of its ${counted(arrays, 'array')}.`,

  frames: {
    'by-key': 'The text is one object of objects alike; each is a record, and its key stands in the column “key”.',
    'by-column': 'The text is one object with a member for each column; rows go by the keys in them.',
    columns: 'The text is one object with a list for each column; rows go by the places in them.',
    list: 'The text is one object with a list of objects inside; each element is a record.',
    split: 'The text is one object that names columns and rows apart.',
    rows: 'The records are lists, and the first of them names the columns.',
  },
  wholeValue: 'all of it',
  tableInside: (name: string, reason: string) => `Read is “${name}”, which stands inside the text. ${reason}`,
  otherTables: (others: string[]) =>
    `${counted(others.length, 'other table is', 'other tables are')} not read: ${firstNames(others)}. Choose one of ` +
    'them to read it.',
  besideTable: (members: number) =>
    `${counted(members, 'member')} of the text ${members === 1 ? 'stands' : 'stand'} beside the table and ` +
    `${members === 1 ? 'is' : 'are'} not read.`,
  largestStream: (streams: number) => `Of ${counted(streams, 'kind')} of records it has the most.`,
  messagesLeftOut: 'Messages that hold no row (such as SCHEMA and STATE) are left out.',
  nothingInCommon:
    'The records are of several kinds that have no field in common; they are read as one table with gaps. Split the ' +
    'file if they are different tables.',
  listsAndObjects:
    'Lists and objects follow one another in the text: each is read as one record, and a list as one of many fields. ' +
    'Split the file if the lists are tables.',
  pages: (list: string) => `Each value of the text is a page: the elements of its list “${list}” are read as records.`,
  keysRepeat: (records: number) =>
    `${counted(records, 'record has', 'records have')} a key twice; the last value of it is read, the others are lost.`,
  noNumbers: (records: number) =>
    `${counted(records, 'record writes', 'records write')} NaN or Infinity, which JSON does not know: read as missing.`,
  severalStreams: (member: string, streams: string[]) =>
    `The records are of ${counted(streams.length, 'kind')}, by “${member}”: ${firstNames(streams)}. They are read as ` +
    'one table with gaps; choose one of them as the table to read it alone.',
  oneStream: (stream: string, others: string[]) =>
    `Only records of “${stream}” are read, not those of ${firstNames(others)}.`,

  tooManyFields: (file: string, most: number) =>
    `“${file}” has more than ${count(most)} different fields: its objects use values as names; restructure the ` +
    'export so that the fields of all records are the same.',
  noneReadable: (file: string, records: number, line: number, why: string) =>
    `${records === 1 ? 'The only record' : `None of the ${count(records)} records`} of “${file}” ` +
    `can${records === 1 ? 'not' : ''} be read; line ${line}: ${why} Export it again.`,
  firstUnreadable: (file: string, records: number, line: number, why: string) =>
    `${records === 1 ? 'The first record' : `None of the first ${count(records)} records`} of “${file}” ` +
    `can${records === 1 ? 'not' : ''} be read; line ${line}: ${why} Export it again.`,
  noRecords: (file: string) => `“${file}” holds no records: export it again with data.`,
  cutOff: (file: string, line: number) =>
    `“${file}” ends in line ${line} inside a JSON value that is not closed: it was cut off; get it again.`,

  moreAfter: (file: string, line: number) =>
    `Line ${line} of “${file}” goes on after the value that holds the records: what follows is part of no table; ` +
    'split the file, or export it again.',
  arraysFollow: 'Another array follows the first; the elements of all of them are read as records.',
  oddCommas:
    'Some elements are not parted by one comma each: the file is no valid JSON, and something may be missing from it.',
  severalOnLine: (lines: number) =>
    `${counted(lines, 'line holds', 'lines hold')} several records each; all of them are read.`,

  recordTooLong: 'The record is longer than the 8 MiB that a record may have.',
  notJson: 'The record is not valid JSON.',
  nestsTooDeep: (most: number) => `The record has brackets nested more than ${count(most)} deep.`,

  charactersLost: (line: number) =>
    `Line ${line} holds the replacement character U+FFFD or bytes that are not UTF-8: characters were lost.`,
  otherArrays: (arrays: number) =>
    `${counted(arrays, 'other array')} of the file ${arrays === 1 ? 'is' : 'are'} not part of this table; choose ` +
    `${arrays === 1 ? 'it as a table of its own' : 'them as tables of their own'}.`,
};
