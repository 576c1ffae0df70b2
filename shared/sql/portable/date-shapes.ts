import type { DateFormat } from '#shared/plan/date-format.ts';
import { CannotWrite } from './cannot-write.ts';

/** Which part of a date stands in which group of its pattern; time and half of the day follow it. */
export interface DateShape {
  /** Groups: three parts of the date, then separator, hour, minute, second, fraction with its point, half of the day. */
  pattern: string;
  year: number;
  month: number;
  day: number;
  /** Years of one or two digits are 1969 to 2068. */
  shortYears: boolean;
}

const space = '[\\t\\n\\v\\f\\r ]';
const time = `(?:(${space}+|T)([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(\\.[0-9]{1,6})?)?(?:${space}+([AaPp][Mm]))?)?`;

const shape = (
  date: string,
  [year, month, day]: [number, number, number],
  shortYears: boolean,
  before = `${space}*`,
) => ({
  pattern: `^${before}${date}${time}${space}*`,
  year,
  month,
  day,
  shortYears,
});
const dayFirst = (mark: string) => shape(`([0-9]{1,2})${mark}([0-9]{1,2})${mark}([0-9]{1,4})`, [3, 2, 1], true);
const monthFirst = (mark: string) => shape(`([0-9]{1,2})${mark}([0-9]{1,2})${mark}([0-9]{1,4})`, [3, 1, 2], true);

const shapes: Partial<Record<DateFormat, DateShape[]>> = {
  'd.m.y': [dayFirst('\\.')],
  'd/m/y': [dayFirst('/')],
  'm/d/y': [monthFirst('/')],
  'd-m-y': [dayFirst('-')],
  'm-d-y': [monthFirst('-')],
  'y/m/d': [
    shape('([0-9]{1,4})/([0-9]{1,2})/([0-9]{1,2})', [1, 2, 3], false),
    shape('([0-9]{1,4})\\.([0-9]{1,2})\\.([0-9]{1,2})', [1, 2, 3], false),
  ],
  yyyymmdd: [shape('([0-9]{4})([0-9]{2})([0-9]{2})', [1, 2, 3], false, '')],
};

/**
 * The shapes a date format is read in outside DuckDB, `iso` apart, which has more about it.
 * @throws CannotWrite for formats that other engines do not read alike: names of months, and bare numbers
 */
export function dateShapes(format: string): DateShape[] {
  const found = shapes[format as DateFormat];
  if (found === undefined) throw new CannotWrite({ kind: 'date-format', format });
  return found;
}

const offset = '(?:Z|[+-][0-9]{2}(?:[0-9]{2}(?:[0-9]{2})?|:(?:[0-9]{2}(?::(?:[0-9]{2})?)?)?)?)';
const isoTime = `([ T])${space}*([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(\\.[0-9]*)?(?:${offset}${space}*)?)?`;

/**
 * An ISO date as DuckDB casts it. Groups: year, month, day, separator, hour, minute, second, fraction with its point. An
 * offset is read over.
 */
export const isoShape = `^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:${isoTime})?`;
