import { dateShapes, type DateShape } from '../portable/date-shapes.ts';
import { dayNumber, micros } from './dates.ts';
import { formula } from './formula.ts';
import { sparkText } from './text.ts';
import { withoutSeparators } from './texts.ts';
import { javaShape, variables } from './variables.ts';

const daysInMonth = formula(
  ['y', 'm'],
  (y, m) =>
    `CASE WHEN ${m} IN (4, 6, 9, 11) THEN 30 WHEN ${m} <> 2 THEN 31 ` +
    `WHEN ${y} % 4 = 0 AND (${y} % 100 <> 0 OR ${y} % 400 = 0) THEN 29 ELSE 28 END`,
);

const microsOf = (fraction: string): string =>
  `try_cast(rpad(substr(concat('.', substr(${fraction}, 2)), 2, 6), 6, '0') AS BIGINT)`;

const moment = formula(
  ['y', 'm', 'd', 'seconds', 'fraction'],
  (y, m, d, seconds, fraction) =>
    `CASE WHEN ${m} BETWEEN 1 AND 12 AND ${d} BETWEEN 1 AND ${daysInMonth(y, m)} AND ${seconds} IS NOT NULL THEN
      (${dayNumber(y, m, d)}) * ${micros} + ${seconds} * CAST(1000000 AS BIGINT) + ${microsOf(fraction)} END`,
);

const secondsOf = formula(
  ['separator', 'h', 'mi', 's', 'fraction', 'half'],
  (separator, h, mi, s, fraction, half) =>
    `CASE WHEN ${separator} = '' THEN 0
    WHEN ${separator} = 'T' AND (${s} IS NULL OR ${fraction} <> '' OR ${half} <> '') THEN NULL
    WHEN ${half} <> '' AND (${fraction} <> '' OR ${h} NOT BETWEEN 1 AND 12) THEN NULL
    WHEN ${h} > 23 OR ${mi} > 59 OR coalesce(${s}, 0) > 59 THEN NULL
    ELSE ${mi} * 60 + coalesce(${s}, 0) + 3600 * CASE WHEN ${half} = '' THEN ${h}
      ELSE ${h} % 12 + CASE WHEN lower(${half}) = 'pm' THEN 12 ELSE 0 END END END`,
);

/** Years of one or two digits are 1969 to 2068 where a format has such. */
const yearMeant = formula(
  ['y'],
  (y) => `CASE WHEN length(${y}) > 2 THEN try_cast(${y} AS INT)
    WHEN try_cast(${y} AS INT) <= 68 THEN 2000 + try_cast(${y} AS INT) ELSE 1900 + try_cast(${y} AS INT) END`,
);

const group = (x: string, pattern: string, at: number): string => `regexp_extract(${x}, ${pattern}, ${at})`;
const number = (x: string, pattern: string, at: number): string =>
  `try_cast(nullif(${group(x, pattern, at)}, '') AS INT)`;

const isoSeconds = formula(
  ['h', 'mi', 's', 'fraction'],
  (h, mi, s, fraction) => `CASE WHEN ${h} IS NULL THEN 0
    WHEN ${h} = 24 AND ${mi} = 0 AND coalesce(${s}, 0) = 0 AND NOT ${fraction} RLIKE '[1-9]' THEN 86400
    WHEN ${h} > 23 OR ${mi} > 59 OR coalesce(${s}, 0) > 59 THEN NULL
    ELSE ${h} * 3600 + ${mi} * 60 + coalesce(${s}, 0) END`,
);
const isoMoment = formula(['t'], (t) => {
  const at = (place: number): string => number(t, variables.isoDate, place);
  const fraction = group(t, variables.isoDate, 8);
  return moment(at(1), at(2), at(3), isoSeconds(at(5), at(6), at(7), fraction), fraction);
});
const isoText = formula(
  ['t'],
  (t) => `CASE WHEN length(${t}) <= 7 THEN concat(${t}, '-01') ELSE replace(${t}, ' UTC', '') END`,
);

/** An ISO date as the engine here casts it. */
const parseIso = (x: string): string => isoMoment(isoText(withoutSeparators(x)));

const shapedMoment = (t: string, { pattern, year, month, day, shortYears }: DateShape): string => {
  const shape = sparkText(javaShape(pattern));
  const at = (place: number): string => number(t, shape, place);
  const text = (place: number): string => group(t, shape, place);
  return moment(
    shortYears ? yearMeant(text(year)) : `try_cast(${text(year)} AS INT)`,
    at(month),
    at(day),
    secondsOf(text(4), at(5), at(6), at(7), text(8), text(9)),
    text(8),
  );
};

/** A date of one of the formats of a plan. @throws CannotWrite */
export function parseDate(value: string, format: string): string {
  if (format === 'iso') return parseIso(value);
  const shapes = dateShapes(format);
  return formula(['t'], (t) => {
    const ways = shapes.map((shape) => shapedMoment(t, shape));
    return ways.length === 1 ? ways[0]! : `coalesce(${ways.join(', ')})`;
  })(withoutSeparators(value));
}
