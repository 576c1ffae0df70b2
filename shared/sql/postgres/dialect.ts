import type { Expression } from '#shared/plan/expression.ts';
import { dateShapes } from '../portable/date-shapes.ts';
import { portablePattern } from '../portable/pattern.ts';
import { comparisons, plainReplacement, scriptFunctions, type Helper } from '../portable/script-functions.ts';
import { quoteIdentifier } from '../quote.ts';
import { plainText } from '../standard-functions.ts';
import type { Dialect } from '../write-sql.ts';
import { helperName } from './define.ts';
import { postgresText } from './text.ts';

const helper: Helper = (name, ...args) => `${helperName(name)}(${args.join(', ')})`;
const pattern = (expression: Expression | undefined): string =>
  postgresText(portablePattern(plainText(expression), '$'));
const double = (sql: string | undefined): string => `(${sql})::double precision`;

/** Pads of the key stand in a table of the session, and are read once for a statement. */
function keyedHash(key: Expression | undefined, value: string | undefined): string {
  const pad = (which: string): string =>
    `(SELECT ${which} FROM custos_pads WHERE name = ${postgresText(plainText(key))})`;
  return `encode(sha256(${pad('outer_pad')} || sha256(${pad('inner_pad')} || convert_to(${value}, 'UTF8'))), 'hex')`;
}

function parseDate(value: string, format: string): string {
  if (format === 'iso') return helper('parse_iso', value);
  const ways = dateShapes(format).map(({ pattern: shape, year, month, day, shortYears }) => {
    const parts = `regexp_match(${helper('trim_separators', value)}, ${postgresText(`${shape}$`)})`;
    return helper('date', parts, String(year), String(month), String(day), String(shortYears));
  });
  return ways.length === 1 ? ways[0]! : `coalesce(${ways.join(', ')})`;
}

function formatDate(value: string, unit: string): string {
  const year = helper('year_text', value);
  switch (unit) {
    case 'second':
      return `(${year} || to_char(${value}, '-MM-DD HH24:MI:SS'))`;
    case 'hour':
      return `(${year} || to_char(${value}, '-MM-DD HH24:00'))`;
    case 'month':
      return `(${year} || to_char(${value}, '-MM'))`;
    case 'quarter':
      return `(${year} || to_char(${value}, '"-Q"Q'))`;
    case 'year':
      return year;
    case 'decade':
      return `((${helper('year_of', value)} - mod(${helper('year_of', value)}, 10))::text || 's')`;
    default:
      return `(${year} || to_char(${value}, '-MM-DD'))`;
  }
}

const units = new Set(['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade']);

/** PostgreSQL's way of writing every function of a plan, with the same result as DuckDB's (version 14 or newer, UTF-8). */
export const postgresDialect: Dialect = {
  identifier: quoteIdentifier,
  text: postgresText,
  number: (value) =>
    Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? String(value) : `'${value}'::double precision`,
  lookup: comparisons(postgresText),
  functions: {
    ...scriptFunctions(helper),
    left: ([a, n]) => `left(${a}, (${n})::int)`,
    right: ([a, n]) => `right(${a}, (${n})::int)`,
    concat: (args) => `(${args.join(' || ')})`,
    repeat: ([a, n]) => `repeat(${a}, (${n})::int)`,
    nfc: ([a]) => `normalize(${a}, NFC)`,
    'regex-replace': ([a], [, re, by]) =>
      `regexp_replace(${a}, ${pattern(re)}, ${plainReplacement(by, postgresText)}, 'g')`,
    'regex-extract': ([a], [, re]) => `nullif((regexp_match(${a}, ${pattern(re)}))[1], '')`,
    multiply: ([a, b]) => `(${double(a)} * ${b})`,
    divide: ([a, b]) => `(${double(a)} / ${b})`,
    floor: ([a]) => `floor(${double(a)})`,
    round: ([a]) => helper('round', a),
    'format-number': ([a, decimals]) => helper('format_number', a, decimals),
    'parse-date': ([a], [, format]) => parseDate(a ?? '', plainText(format)),
    'full-years': ([from, to]) => helper('full_years', from, `(${to})::timestamp`),
    'truncate-date': ([a], [, unit]) => `date_trunc('${units.has(plainText(unit)) ? plainText(unit) : 'day'}', ${a})`,
    'format-date': ([a], [, unit]) => formatDate(a ?? '', plainText(unit)),
    'add-days': ([a, n]) => `(${a} + make_interval(days => (${n})::int))`,
    'regex-matches': ([a], [, re]) => `(${a} ~ ${pattern(re)})`,
    'starts-with': ([a, prefix]) => `starts_with(${a}, ${prefix})`,
    sha256: ([a]) => `encode(sha256(convert_to(${a}, 'UTF8')), 'hex')`,
    'keyed-hash': ([, a], [key]) => keyedHash(key, a),
  },
};
