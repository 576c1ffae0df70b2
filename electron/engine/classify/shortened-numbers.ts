import { tableNotesText } from '#shared/text/engine/table-notes.ts';
import type { ColumnFacts } from './column-facts.ts';

/** 4.91711E+11: how a spreadsheet shows, and saves, a number that is longer than its cell. */
const shortened = /^[+-]?\d(?:[.,]\d{1,6})?E\+(\d{2,3})$/i;
/** Numbers of fewer digits are seldom ids. */
const leastExponent = 10;
const most = 0.8;

const isShortened = (value: string): boolean => Number(shortened.exec(value)?.[1] ?? 0) >= leastExponent;

/** Says which columns hold whole numbers that a spreadsheet shortened, so that what told people apart is gone. */
export function shortenedNumbers(facts: readonly ColumnFacts[]): string[] {
  const columns = facts
    .filter(({ values }) => values.length > 0 && values.filter(isShortened).length >= most * values.length)
    .map(({ name }) => name);
  return columns.length === 0 ? [] : [tableNotesText.numbersShortened(columns)];
}
