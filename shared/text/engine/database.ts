import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';

/** Sentences of files that are databases, whatever wrote them: which of their tables is read. */
export const databaseText = {
  oneTable: 'The file holds one table.',
  mostRows: (tables: number) => `Of ${counted(tables, 'table')} it has the most rows.`,
  onlyTable: (table: string, others: readonly string[]) =>
    `Only the table “${table}” is read, which has the most rows. The file has ${counted(others.length, 'other')}: ` +
    `${firstNames(others)}.`,
  noTable: (file: string) => `“${file}” holds no table: export it again with data.`,
  noSuchTable: (file: string, tables: number) =>
    `“${file}” has no table of that name: choose one of its ${counted(tables, 'table')}.`,
  noRows: (file: string, table: string) =>
    `The table “${table}” of “${file}” has no rows: choose another table or export it again with data.`,
  tooManyTables: (file: string, most: number) =>
    `“${file}” has more than ${counted(most, 'table')}: export the one you need as CSV from the program that made it.`,
  onlyViews: 'The file holds no table, and it is the first of its views.',
  viewsOffered: (views: readonly string[]) =>
    `The file has ${counted(views.length, 'view')}, too: ${firstNames(views)}. Choose ` +
    `${views.length === 1 ? 'it' : 'one'} as the table to read it.`,
};
