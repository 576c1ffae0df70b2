import type { Expression } from '#shared/plan/expression.ts';
import { portablePattern } from '../portable/pattern.ts';
import { cannotInScripts, comparisons, plainReplacement } from '../portable/script-functions.ts';
import { plainText, standardFunctions } from '../standard-functions.ts';
import type { Dialect } from '../write-sql.ts';
import { truncateIp } from './addresses.ts';
import { dayOf, formatDate, fullYears, truncateDate, yearOf } from './dates.ts';
import { floored, formatNumber, numberBelow, parseCommaNumber, parseNumber, round } from './numbers.ts';
import { parseDate } from './parse-dates.ts';
import { sparkIdentifier, sparkText } from './text.ts';
import { blankToNull, composed, lowered, trimmed } from './texts.ts';

const pattern = (expression: Expression | undefined): string =>
  sparkText(portablePattern(plainText(expression), '\\z'));
const double = (sql: string | undefined): string => `CAST(${sql} AS DOUBLE)`;

/** Pads of the key stand in a table of the session: a parameter of Spark would be written into every plan it prints. */
function keyedHash(key: Expression | undefined, value: string | undefined): string {
  const pad = (which: string): string => `(SELECT ${which} FROM custos_pads WHERE name = ${sparkText(plainText(key))})`;
  return `sha2(concat(${pad('outer_pad')}, unhex(sha2(concat(${pad('inner_pad')}, encode(${value}, 'UTF-8')), 256))), 256)`;
}

/** Spark's way of writing every function of a plan, with the same result as DuckDB's (version 4.0 or newer). */
export const sparkDialect: Dialect = {
  identifier: sparkIdentifier,
  text: sparkText,
  number: (value) =>
    Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? String(value) : `CAST('${value}' AS DOUBLE)`,
  lookup: comparisons(sparkText),
  functions: {
    ...standardFunctions,
    ...cannotInScripts,
    lower: ([a = '']) => lowered(a),
    trim: ([a = '']) => trimmed(a),
    'blank-to-null': ([a = '']) => blankToNull(a),
    nfc: ([a = '']) => composed(a),
    left: ([a, n]) => `left(${a}, CAST(${n} AS INT))`,
    right: ([a, n]) => `right(${a}, CAST(${n} AS INT))`,
    concat: (args) => `concat(${args.join(', ')})`,
    repeat: ([a, n]) => `repeat(${a}, CAST(${n} AS INT))`,
    'parse-number': ([a = ''], [, mark]) => (plainText(mark) === ',' ? parseCommaNumber : parseNumber)(a),
    'number-below': ([a = '', n = '']) => numberBelow(a, n),
    'truncate-ip': ([a = '']) => truncateIp(a),
    'year-of': ([a = '']) => yearOf(a),
    'regex-replace': ([a], [, re, by]) => `regexp_replace(${a}, ${pattern(re)}, ${plainReplacement(by, sparkText)})`,
    'regex-extract': ([a], [, re]) => `nullif(regexp_extract(${a}, ${pattern(re)}, 1), '')`,
    multiply: ([a, b]) => `(${double(a)} * ${b})`,
    divide: ([a, b]) => `(${double(a)} / ${b})`,
    floor: ([a]) => floored(double(a)),
    round: ([a]) => round(double(a)),
    'format-number': ([a], [, decimals]) => formatNumber(double(a), decimals?.kind === 'number' ? decimals.value : 0),
    'parse-date': ([a = ''], [, format]) => parseDate(a, plainText(format)),
    'full-years': ([from = ''], [, to]) => fullYears(from, dayOf(plainText(to))),
    'truncate-date': ([a = ''], [, unit]) => truncateDate(a, plainText(unit)),
    'format-date': ([a = ''], [, unit]) => formatDate(a, plainText(unit)),
    'add-days': ([a, n]) => `(${a} + CAST(${n} AS BIGINT) * CAST(86400000000 AS BIGINT))`,
    'regex-matches': ([a], [, re]) => `(${a} RLIKE ${pattern(re)})`,
    'starts-with': ([a, prefix]) => `startswith(${a}, ${prefix})`,
    sha256: ([a]) => `sha2(encode(${a}, 'UTF-8'), 256)`,
    'keyed-hash': ([, a], [key]) => keyedHash(key, a),
  },
};
