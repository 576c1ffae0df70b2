import { neutralised } from './spreadsheet-formula.ts';

const field = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A table as a CSV file's text (RFC 4180). What a spreadsheet would take for a formula is made text. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((text) => field(neutralised(text))).join(',')}\r\n`).join('');
