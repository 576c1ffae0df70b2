import { count, counted } from '../numbers.ts';

/** Sentences of SQLite files. */
export const sqliteText = {
  otherRowCount: (file: string, table: string, states: number, gives: number) =>
    `The table “${table}” of “${file}” states ${counted(states, 'row')} and gives ${count(gives)}: it is damaged; ` +
    'get it again.',
  unreadable: (file: string, code: string) =>
    `“${file}” is a SQLite file that cannot be read (${code}): it is damaged, was cut off or is encrypted; get it ` +
    'again.',
  namesTooLong: (file: string) =>
    `“${file}” names its tables or columns in more than a million characters: it is damaged or was made to do ` +
    'harm; export the table as CSV.',
  schemaTooLong: (file: string) =>
    `“${file}” describes its tables and views in more than 4 MiB: it is damaged or was made to do harm; export the ` +
    'table as CSV from the program that made it.',
  growsTooMuch: (file: string, table: string) =>
    `The table “${table}” of “${file}” becomes far larger when it is read than the file is: export it as CSV from ` +
    'the program that made it.',
  needsMemory: (file: string) =>
    `“${file}” needs more memory than a SQLite file may take: export the table as CSV from the program that made it.`,
  takesTooLong: (file: string) =>
    `“${file}” takes longer to read than a SQLite file of its size may: export the table as CSV from the program ` +
    'that made it.',
  stopped: (file: string) =>
    `“${file}” stopped half-way while it was read: it is damaged; get it again, or export the table as CSV.`,
  onlyComputed: (file: string, table: string) =>
    `The table “${table}” of “${file}” has only columns that formulas work out: export it as CSV from the program ` +
    'that made it.',
  computedLeftOut: (columns: number) =>
    `${counted(columns, 'column is', 'columns are')} worked out by a formula in the file and ` +
    `${columns === 1 ? 'is' : 'are'} not read: only plain formulas of a file from outside are run. Stored columns ` +
    'are all read.',
};
