import type { BadRecord } from './record-scan.ts';

/** Why a record is no row, in words and numbers only. */
export function rejectWords(record: BadRecord, columns: number): string {
  switch (record.kind) {
    case 'MISSING COLUMNS':
      return `The row has ${record.fields} field(s) where the table has ${columns} columns.`;
    case 'TOO MANY COLUMNS':
      return `The row has ${record.fields} fields where the table has ${columns} columns.`;
    case 'QUOTES':
      return 'A quote is opened and not closed at the end of its field.';
    case 'LINE TOO LONG':
      return `The row has ${record.end - record.start} bytes, more than the 8 MiB that a row may have.`;
    case 'TOTAL':
      return 'The row sums up others, as reports do at their top or end; kept, it would double every sum.';
    case 'INVALID ENCODING':
      return 'The row holds bytes that are not UTF-8.';
  }
}
