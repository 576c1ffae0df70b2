import type { QualityCheck } from '#shared/domain/quality.ts';
import { quoteText } from '#shared/sql/quote.ts';

/** SQL over one row: what its columns hold there. */
export interface RowTerms {
  /** Trimmed text of a column; NULL where it is blank. */
  text(column: string): string;
  /** Its day or moment; NULL where it is none, or the order of day and month is not known. */
  moment(column: string): string;
  /** Its day in whatever order of day and month; NULL where it is none in any. */
  anyMoment(column: string): string;
  /** Day of the run, as `YYYY-MM-DD`. */
  day: string;
}

const number = (text: string): string => `TRY_CAST(replace(${text}, ',', '.') AS DOUBLE)`;
const onDay = (day: string): string => `DATE ${quoteText(day)}`;
const yearsOn = (birth: string, day: string): string => `date_sub('year', CAST(${birth} AS DATE), ${onDay(day)})`;

/** An age is one of whole years; data that were right on their day are off by one on the next birthday. */
const yearsOff = 1;

function ageTest({ columns, type }: QualityCheck, { text, moment, day }: RowTerms): string {
  const [age = '', birth = ''] = columns;
  const years = yearsOn(moment(birth), day);
  if (type === 'age') return `abs(${number(text(age))} - ${years}) > ${yearsOff}`;
  const digits = `regexp_extract_all(${text(age)}, '\\d+')`;
  const [low, high] = [1, 2].map((at) => `TRY_CAST(${digits}[${at}] AS INTEGER)`);
  const open = `regexp_matches(lower(${text(age)}), '\\+|over|older|and more|>|≥')`;
  const under = `regexp_matches(lower(${text(age)}), '<|under|below|younger|up to')`;
  return (
    `CASE WHEN ${low} IS NULL OR ${years} IS NULL THEN NULL WHEN ${under} THEN ${years} > ${low} + ${yearsOff} ` +
    `WHEN ${open} THEN ${years} < ${low} - ${yearsOff} WHEN ${high} IS NULL THEN abs(${years} - ${low}) > ${yearsOff} ` +
    `ELSE ${years} NOT BETWEEN ${low} - ${yearsOff} AND ${high} + ${yearsOff} END`
  );
}

/** The newest of a row's days that have come; NULL where it has none. */
export const newestMoment = ({ columns }: QualityCheck, { moment, day }: RowTerms): string => {
  const come = columns.map((column) => `CASE WHEN ${moment(column)} <= ${onDay(day)} THEN ${moment(column)} END`);
  return come.length === 1 ? come[0]! : `greatest(${come.join(', ')})`;
};

/**
 * SQL of whether a row fails a check: NULL where it is not judged. Null for the checks that look at a value by itself, or
 * at other rows.
 */
export function rowTest(check: QualityCheck, way: 'date' | 'number' | null, terms: RowTerms): string | null {
  const { text, moment, anyMoment, day } = terms;
  const [one = '', other = ''] = check.columns;
  switch (check.rule) {
    case 'filled':
      return `${text(one)} IS NULL`;
    case 'valid':
      if (way === null) return null;
      return `CASE WHEN ${text(one)} IS NOT NULL THEN ${way === 'date' ? anyMoment(one) : number(text(one))} IS NULL END`;
    case 'bounds':
      return `${number(text(one))} NOT BETWEEN ${check.low} AND ${check.high}`;
    case 'not-future':
      return `CAST(${moment(one)} AS DATE) > ${onDay(day)}`;
    case 'in-order':
      return `CAST(${moment(one)} AS DATE) > CAST(${moment(other)} AS DATE)`;
    case 'of-age':
      return ageTest(check, terms);
    case 'fresh':
      return `coalesce(${newestMoment(check, terms)} < ${onDay(day)} - INTERVAL ${check.days ?? 0} DAY, true)`;
    default:
      return null;
  }
}
