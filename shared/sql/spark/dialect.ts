import type { Expression } from '#shared/plan/expression.ts';
import { dateShapes } from '../portable/date-shapes.ts';
import { portablePattern } from '../portable/pattern.ts';
import { comparisons, plainReplacement, scriptFunctions, type Helper } from '../portable/script-functions.ts';
import { plainText } from '../standard-functions.ts';
import type { Dialect } from '../write-sql.ts';
import { javaShape } from './date-helpers.ts';
import { helperName } from './define.ts';
import { sparkIdentifier, sparkText } from './text.ts';

const helper: Helper = (name, ...args) => `${helperName(name)}(${args.join(', ')})`;
const pattern = (expression: Expression | undefined): string =>
  sparkText(portablePattern(plainText(expression), '\\z'));
const double = (sql: string | undefined): string => `CAST(${sql} AS DOUBLE)`;

/** Pads of the key stand in a table of the session: a parameter of Spark would be written into every plan it prints. */
function keyedHash(key: Expression | undefined, value: string | undefined): string {
  const pad = (which: string): string => `(SELECT ${which} FROM custos_pads WHERE name = ${sparkText(plainText(key))})`;
  return `sha2(concat(${pad('outer_pad')}, unhex(sha2(concat(${pad('inner_pad')}, encode(${value}, 'UTF-8')), 256))), 256)`;
}

function parseDate(value: string, format: string): string {
  if (format === 'iso') return helper('parse_iso', value);
  const ways = dateShapes(format).map(({ pattern: shape, year, month, day, shortYears }) =>
    helper(
      'date',
      helper('trim_separators', value),
      sparkText(javaShape(shape)),
      String(year),
      String(month),
      String(day),
      String(shortYears),
    ),
  );
  return ways.length === 1 ? ways[0]! : `coalesce(${ways.join(', ')})`;
}

function truncateDate(value: string, unit: string): string {
  const date = helper('date_of', value);
  const days = helper('days_of', value);
  const first: Record<string, string> = {
    week: `(${days} - pmod(${days} + 3, 7))`,
    month: helper('day_number', `year(${date})`, `month(${date})`, '1'),
    quarter: helper('day_number', `year(${date})`, `(quarter(${date}) * 3 - 2)`, '1'),
    year: helper('day_number', `year(${date})`, '1', '1'),
    decade: helper('day_number', `(year(${date}) - year(${date}) % 10)`, '1', '1'),
  };
  if (unit === 'hour') return `(${value} - pmod(${value}, 3600000000))`;
  return `(${first[unit] ?? days} * CAST(86400000000 AS BIGINT))`;
}

function formatDate(value: string, unit: string): string {
  const year = helper('year_text', value);
  const date = helper('date_of', value);
  const month = helper('two_digits', `month(${date})`);
  const day = helper('two_digits', `day(${date})`);
  switch (unit) {
    case 'second':
      return `concat(${year}, '-', ${month}, '-', ${day}, ' ', ${helper('clock', value)})`;
    case 'hour':
      return `concat(${year}, '-', ${month}, '-', ${day}, ' ', left(${helper('clock', value)}, 2), ':00')`;
    case 'month':
      return `concat(${year}, '-', ${month})`;
    case 'quarter':
      return `concat(${year}, '-Q', quarter(${date}))`;
    case 'year':
      return year;
    case 'decade':
      return `concat(year(${date}) - year(${date}) % 10, 's')`;
    default:
      return `concat(${year}, '-', ${month}, '-', ${day})`;
  }
}

/** Spark's way of writing every function of a plan, with the same result as DuckDB's (version 4.0 or newer). */
export const sparkDialect: Dialect = {
  identifier: sparkIdentifier,
  text: sparkText,
  number: (value) =>
    Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? String(value) : `CAST('${value}' AS DOUBLE)`,
  lookup: comparisons(sparkText),
  functions: {
    ...scriptFunctions(helper),
    left: ([a, n]) => `left(${a}, CAST(${n} AS INT))`,
    right: ([a, n]) => `right(${a}, CAST(${n} AS INT))`,
    concat: (args) => `concat(${args.join(', ')})`,
    repeat: ([a, n]) => `repeat(${a}, CAST(${n} AS INT))`,
    nfc: ([a]) => helper('nfc', a),
    'regex-replace': ([a], [, re, by]) => `regexp_replace(${a}, ${pattern(re)}, ${plainReplacement(by, sparkText)})`,
    'regex-extract': ([a], [, re]) => `nullif(regexp_extract(${a}, ${pattern(re)}, 1), '')`,
    multiply: ([a, b]) => `(${double(a)} * ${b})`,
    divide: ([a, b]) => `(${double(a)} / ${b})`,
    floor: ([a]) => helper('floor', double(a)),
    round: ([a]) => helper('round', double(a)),
    'format-number': ([a, decimals]) => helper('format_number', double(a), decimals),
    'parse-date': ([a], [, format]) => parseDate(a ?? '', plainText(format)),
    'full-years': ([from, to]) => helper('full_years', from, helper('parse_iso', to)),
    'truncate-date': ([a], [, unit]) => truncateDate(a ?? '', plainText(unit)),
    'format-date': ([a], [, unit]) => formatDate(a ?? '', plainText(unit)),
    'add-days': ([a, n]) => `(${a} + CAST(${n} AS BIGINT) * CAST(86400000000 AS BIGINT))`,
    'regex-matches': ([a], [, re]) => `(${a} RLIKE ${pattern(re)})`,
    'starts-with': ([a, prefix]) => `startswith(${a}, ${prefix})`,
    sha256: ([a]) => `sha2(encode(${a}, 'UTF-8'), 256)`,
    'keyed-hash': ([, a], [key]) => keyedHash(key, a),
  },
};
