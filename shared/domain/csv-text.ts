import { neutralised } from './spreadsheet-formula.ts';

/** A field of a CSV file (RFC 4180), as it is: whoever writes for spreadsheets neutralises formulas before. */
export const csvField = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A table as a CSV file's text (RFC 4180). What a spreadsheet would take for a formula is made text. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((text) => csvField(neutralised(text))).join(',')}\r\n`).join('');
