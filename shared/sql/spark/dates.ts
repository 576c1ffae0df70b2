import { formula } from './formula.ts';

/**
 * Of a day. A date is a BIGINT of microseconds since 1970 without a zone: no setting of the session changes what it
 * means.
 */
export const micros = '86400000000';

/** A day of a recipe, YYYY-MM-DD. */
export const dayOf = (day: string): string => `(unix_date(DATE'${day}') * CAST(${micros} AS BIGINT))`;

const down = (of: string, by: number): string => `((${of} - pmod(${of}, ${by})) div ${by})`;

/** Days since 1970 of a day of the Gregorian calendar, whose year is counted from March. */
export const dayNumber = formula(['y', 'm', 'd'], (y, m, d) =>
  formula(
    ['march'],
    (march) =>
      `(365 * ${march} + ${down(march, 4)} - ${down(march, 100)} + ${down(march, 400)}
    + (153 * (${m} + CASE WHEN ${m} > 2 THEN -3 ELSE 9 END) + 2) div 5 + ${d} - 719469)`,
  )(`CAST(${y} - CASE WHEN ${m} <= 2 THEN 1 ELSE 0 END AS BIGINT)`),
);

const daysOf = (x: string): string => `CAST((${x} - pmod(${x}, ${micros})) div ${micros} AS INT)`;
const dateOf = (x: string): string => `date_add(DATE'1970-01-01', ${daysOf(x)})`;
const twoDigits = (x: string): string => `lpad(CAST(${x} AS STRING), 2, '0')`;
const yearText = formula(
  ['y'],
  (y) => `CASE WHEN ${y} BETWEEN 0 AND 999 THEN lpad(CAST(${y} AS STRING), 4, '0') ELSE CAST(${y} AS STRING) END`,
);

export const yearOf = formula(['t'], (t) => `year(${dateOf(t)})`);

/** Months that are over count a year by twelve; on the last day of a month later days of birth have come, too. */
const fullYearsUntil = (f: string, t: string): string =>
  formula(
    ['fd', 'td'],
    (fd, td) => `(((year(${td}) - year(${fd})) * 12 + month(${td}) - month(${fd})
    - CASE WHEN CASE WHEN day(${td}) = day(last_day(${td})) THEN least(day(${fd}), day(${td})) ELSE day(${fd}) END * ${micros}
          + pmod(${f}, ${micros}) > day(${td}) * ${micros} + pmod(${t}, ${micros}) THEN 1 ELSE 0 END) div 12)`,
  )(dateOf(f), dateOf(t));

export const fullYears = formula(
  ['f', 't'],
  (f, t) => `CASE WHEN ${f} <= ${t} THEN ${fullYearsUntil(f, t)} ELSE -${fullYearsUntil(t, f)} END`,
);

/** The start of the unit that a moment lies in. */
export const truncateDate = (value: string, unit: string): string =>
  formula(['t'], (t) => {
    if (unit === 'hour') return `(${t} - pmod(${t}, 3600000000))`;
    const first = formula(['td'], (td) => {
      const starts: Record<string, string> = {
        month: dayNumber(`year(${td})`, `month(${td})`, '1'),
        quarter: dayNumber(`year(${td})`, `(quarter(${td}) * 3 - 2)`, '1'),
        year: dayNumber(`year(${td})`, '1', '1'),
        decade: dayNumber(`(year(${td}) - year(${td}) % 10)`, '1', '1'),
      };
      return starts[unit] ?? '';
    })(dateOf(t));
    const day = unit === 'week' ? `(${daysOf(t)} - pmod(${daysOf(t)} + 3, 7))` : daysOf(t);
    return `(${unit === 'week' || unit === 'day' ? day : first} * CAST(${micros} AS BIGINT))`;
  })(value);

const clock = (t: string): string =>
  `${twoDigits(`pmod(${t}, ${micros}) div 3600000000`)}, ':', ${twoDigits(`pmod(${t}, 3600000000) div 60000000`)}, ` +
  `':', ${twoDigits(`pmod(${t}, 60000000) div 1000000`)}`;

function writtenDate(t: string, td: string, unit: string): string {
  const year = yearText(`year(${td})`);
  const month = twoDigits(`month(${td})`);
  const day = twoDigits(`day(${td})`);
  switch (unit) {
    case 'second':
      return `concat(${year}, '-', ${month}, '-', ${day}, ' ', ${clock(t)})`;
    case 'hour':
      return `concat(${year}, '-', ${month}, '-', ${day}, ' ', ${twoDigits(`pmod(${t}, ${micros}) div 3600000000`)}, ':00')`;
    case 'month':
      return `concat(${year}, '-', ${month})`;
    case 'quarter':
      return `concat(${year}, '-Q', quarter(${td}))`;
    case 'year':
      return year;
    case 'decade':
      return `concat(year(${td}) - year(${td}) % 10, 's')`;
    default:
      return `concat(${year}, '-', ${month}, '-', ${day})`;
  }
}

export const formatDate = (value: string, unit: string): string =>
  formula(['t'], (t) => formula(['td'], (td) => writtenDate(t, td, unit))(dateOf(t)))(value);
