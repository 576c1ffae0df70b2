import type { ColumnState } from '../hypothesis.ts';

/** Years that systems write: not long ago, and no further apart than systems are old. */
const recent = { from: 1980, until: 2100, last: 2000, apart: 30 };
const near = 2;

const spans = ({ facts: { number, distinct } }: ColumnState, least: number, from: number[], to: number[]): boolean =>
  number !== null && number.whole && from.includes(number.min) && to.includes(number.max) && distinct >= least;

export const isRecentYear = ({ facts: { number, distinct } }: ColumnState): boolean =>
  number !== null &&
  number.whole &&
  distinct >= 2 &&
  number.min >= recent.from &&
  number.max <= recent.until &&
  number.max >= recent.last &&
  number.max - number.min <= recent.apart;
const isMonth = (column: ColumnState): boolean => spans(column, 10, [1], [12]);
const isDay = (column: ColumnState): boolean => spans(column, 25, [1], [30, 31]);
const isHour = (column: ColumnState): boolean => spans(column, 16, [0, 1, 5, 6, 7, 8], [22, 23, 24]);

/**
 * A column without a name that is a year of the last decades, a month, a day or an hour whose other parts
 * stand beside it: when something was, which is no fact of the person (`left-over.ts`). What may be years of birth is
 * told before by how far they lie apart (`ages.ts`).
 */
export function isPartOfDay(column: ColumnState, columns: readonly ColumnState[]): boolean {
  if (!column.facts.header.mute) return false;
  const beside = columns.filter(
    (other) => other !== column && Math.abs(other.facts.at - column.facts.at) <= near && !isSame(other, column),
  );
  const dated = beside.some((other) => isRecentYear(other) || other.facts.date !== null);
  if (isRecentYear(column)) return beside.some((other) => isMonth(other) || other.facts.date !== null);
  if (isMonth(column)) return dated || beside.some(isDay);
  if (isDay(column)) return beside.some(isMonth);
  return isHour(column) && (dated || beside.some((other) => isMonth(other) || isDay(other)));
}

/** Two marks of twelve steps are no month and its day. */
const isSame = (left: ColumnState, right: ColumnState): boolean =>
  left.facts.number?.min === right.facts.number?.min && left.facts.number?.max === right.facts.number?.max;
