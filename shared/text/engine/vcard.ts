import { counted } from '../numbers.ts';

/** Sentences of reading an address book of vCards. */
export const vcardText = {
  called: 'Contact cards (vCard)',
  rowPerCard: 'Each card is a row; what a card has several of stands in numbered columns.',
  noCardEnd: 'The card has no end (END:VCARD).',
  noCard: (file: string) => `“${file}” holds no contact card with anything in it: export the contacts again.`,
  noEnd: (file: string, line: number) =>
    `Line ${line} of “${file}” has no end within 8 MiB: it is no address book; choose another format.`,
  oddLines: (lines: number) =>
    `${counted(lines, 'line is', 'lines are')} no property of a card and ${lines === 1 ? 'was' : 'were'} left out.`,
  cellsLost: (cells: number) =>
    `${counted(cells, 'value', 'values')} found no column, because the cards need too many: split the file.`,
};
