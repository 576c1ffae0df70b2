import { firstNames, shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** Sentences of Excel workbooks. */
export const workbookText = {
  oneSheet: 'The workbook has one sheet.',
  firstWithRows: (sheets: number, hidden: boolean) =>
    hidden
      ? `It is hidden, and no sheet of ${counted(sheets, 'sheet')} that is to be seen holds rows.`
      : `It is the first of ${counted(sheets, 'sheet')} that is to be seen and holds rows.`,
  otherSheets: (sheet: string, others: { name: string; hidden: boolean }[]) =>
    `Only the sheet “${sheet}” is read. The workbook has ${counted(others.length, 'other')}: ` +
    `${firstNames(others.map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name)))}.`,
  otherBlocks: (read: string, others: readonly { name: string; rows: number }[]) =>
    `The sheet holds ${counted(others.length + 1, 'table')}, side by side or one below the other, and ${shortName(read)} is read; not ` +
    `read: ${others
      .slice(0, 12)
      .map(({ name, rows }) => `${shortName(name)} (${counted(rows, 'row')})`)
      .join(', ')}. ` +
    'Choose another table to read it.',
  hiddenRead: (sheet: string) => `The sheet “${sheet}” is hidden: no sheet that is to be seen holds a table.`,
  noteBelow: 'The row stands below the table, after a blank row, and fills one cell: it is a note and no row.',
  notesBelow: (rows: number) =>
    `${counted(rows, 'row')} below the table ${rows === 1 ? 'is a note and no row; it is' : 'are notes and no rows; they are'} ` +
    'listed among the rejected rows.',
  formulasWithoutResult: (cells: number) =>
    `${counted(cells, 'cell holds', 'cells hold')} a formula whose result was never stored, and ` +
    `${cells === 1 ? 'is' : 'are'} read as empty: open the workbook in a spreadsheet program and save it.`,
  merged: (areas: number) =>
    `${counted(areas, 'merged area lies', 'merged areas lie')} over the rows: the value stands in the first cell of ` +
    'each, the others are empty.',
  mergedFilled: (areas: number, cells: number) =>
    `${counted(areas, 'merged area lies', 'merged areas lie')} over the rows: the value that each shows was written into ` +
    `${counted(cells, 'empty cell')}. They can be left empty (--leave-merged).`,
  mergedHeadings: (rows: number) =>
    `${counted(rows, 'row holds', 'rows hold')} nothing but one merged cell: ${rows === 1 ? 'it is' : 'they are'} read as ` +
    `${rows === 1 ? 'a row' : 'rows'}, and may be ${rows === 1 ? 'a heading' : 'headings'}.`,
  maybeSides: (sides: readonly { name: string; rows: number }[]) =>
    'The sheet is read as one table, though a blank column parts it; each side can be chosen as a table: ' +
    `${sides
      .slice(0, 12)
      .map(({ name, rows }) => `${shortName(name)} (${counted(rows, 'row')})`)
      .join(', ')}.`,
  besideTable: (rows: number) =>
    `${counted(rows, 'row holds', 'rows hold')} something in a column beside the table that is blank elsewhere: it is not ` +
    'read.',
  longNumbers: (cells: number) =>
    `${counted(cells, 'cell holds', 'cells hold')} a number of 16 digits or more, of which a spreadsheet keeps 15: ` +
    'if these are ids or card numbers, their last digits are lost; export them as text.',
  noSuchSheet: (file: string, sheets: number) =>
    `“${file}” has no sheet of that name: choose one of its ${counted(sheets, 'sheet')}.`,
  noSheetHoldsRows: (file: string) => `No sheet of “${file}” holds a row: export it again with data.`,
  sheetEmpty: (file: string, sheet: string) => `The sheet “${sheet}” of “${file}” holds no rows: choose another sheet.`,
  onlyHeader: (file: string, sheet: string) =>
    `The sheet “${sheet}” of “${file}” has a header and no rows: choose another sheet or export it again with data.`,
  beginsAtOnce: 'The table begins in the first row.',
  rowsBefore: (rows: number) =>
    rows === 1
      ? 'The first row has another shape than the rest.'
      : `The first ${counted(rows, 'row')} have another shape than the rest.`,
  skipped: (rows: number) =>
    rows === 1
      ? 'The first row stands before the table and is not read.'
      : `The first ${counted(rows, 'row')} stand before the table and are not read.`,
  blankRows: (rows: number) =>
    `${counted(rows, 'blank row was', 'blank rows were')} left out; ${rows === 1 ? 'it holds' : 'they hold'} nothing.`,
  widerThanTable: (column: number, columns: number) =>
    `The row has a value in column ${count(column)} where the table has ${counted(columns, 'column')}.`,

  tooLarge: (file: string) =>
    `“${file}” is larger than the 1 GiB that a workbook may have: save the sheet as CSV and open that.`,
  unreadable: (file: string) =>
    `“${file}” cannot be read as a workbook: it is damaged or protected by a password; save it again, or as CSV.`,
  needsMemory: (file: string) =>
    `“${file}” needs more memory than a workbook may take: save the sheet as CSV and open that.`,
  takesTooLong: (file: string) =>
    `“${file}” takes longer to read than a workbook of its size may: save the sheet as CSV and open that.`,
  stopped: (file: string) => `“${file}” stopped half-way while it was read: save it again, or as CSV.`,
  isBinary: (file: string) => `“${file}” is a binary Excel workbook (.xlsb): save it as .xlsx.`,
  isOtherZip: (file: string) =>
    `“${file}” is a ZIP archive without a workbook in it: unpack it first and open the table inside.`,
  sheetListDamaged: (file: string) =>
    `“${file}” is a damaged workbook: its list of sheets cannot be unpacked; get it again.`,
  noSheet: (file: string) => `“${file}” holds no sheet: save it again from a spreadsheet program.`,
  cutOff: (file: string) =>
    `“${file}” begins like an Excel workbook but has no proper end: it was cut off; get it again.`,
  tooManyParts: (file: string, parts: number) =>
    `“${file}” has ${counted(parts, 'part')}, more than a workbook has: it is no workbook or was made to do harm; ` +
    'save it again from a spreadsheet program.',
  unpacksToTooMuch: (file: string, mebibytes: number) =>
    `“${file}” would unpack to ${count(mebibytes)} MiB, more than can be opened safely: save the sheet as CSV and ` +
    'open that.',
};
