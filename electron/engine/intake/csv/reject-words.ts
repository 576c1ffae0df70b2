import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import type { BadRecord } from './record-scan.ts';

/** Why a record is no row, in words and numbers only. */
export function rejectWords(record: BadRecord, columns: number): string {
  switch (record.kind) {
    case 'MISSING COLUMNS':
      return csvText.otherFieldCount(record.fields, columns);
    case 'TOO MANY COLUMNS':
      return csvText.otherFieldCount(record.fields, columns);
    case 'QUOTES':
      return csvText.quoteNotClosed;
    case 'LINE TOO LONG':
      return intakeText.rowTooLong(record.end - record.start);
    case 'TOTAL':
      return csvText.sumsUpOthers;
    case 'NOTE':
      return csvText.footOfReport;
    case 'NAMES':
      return csvText.namesAgain;
    case 'EMPTY':
      return csvText.onlyDelimiters;
    case 'INVALID ENCODING':
      return csvText.rowNotUtf8;
  }
}
