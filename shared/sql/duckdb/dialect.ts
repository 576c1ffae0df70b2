import type { Expression } from '#shared/plan/expression.ts';
import { tokenLength } from '#shared/plan/tokens.ts';
import { quoteIdentifier, quoteText } from '../quote.ts';
import { plainText, standardFunctions } from '../standard-functions.ts';
import type { Dialect } from '../write-sql.ts';
import { lookup } from './lookup.ts';
import { parseDate } from './parse-date.ts';
import { quickWay } from './quick-way.ts';
import { truncateIp } from './truncate-ip.ts';

/** A text literal. NUL ends a statement's text in DuckDB's interface, so it is written as chr(0). */
const literal = (value: string): string =>
  value.includes('\0') ? `(${value.split('\0').map(quoteText).join(' || chr(0) || ')})` : quoteText(value);

/**
 * The macro that `installKeyedHash` defines for a key name; any name is possible, also ones that differ in case only.
 */
export const keyedHashMacro = (keyName: string): string =>
  `keyed_hash_${[...keyName].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('_')}`;

/** The macro that `installFormatCiphers` defines for a key name and an alphabet. */
export const formatCipherMacro = (keyName: string, alphabet: string): string =>
  `${keyedHashMacro(keyName).replace('keyed_hash', 'format_cipher')}_${alphabet}`;

const keyedHash = (key: Expression | undefined, value: string | undefined): string =>
  `${quoteIdentifier(keyedHashMacro(plainText(key)))}(${value})`;

/**
 * A number from text: white space (also no-break spaces and apostrophes) groups digits, `mark` is the decimal mark, the
 * other one groups; a currency or per cent sign at an end is read over. Plain numbers take the short way. No infinity,
 * no NaN.
 */
function parseNumber(value: string, mark: string): string {
  const plain = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,2})?';
  const cast = (text: string): string =>
    `TRY_CAST(nullif(regexp_extract(${text}, '^\\s*(${plain})\\s*$', 1), '') AS DOUBLE)`;
  const groups = mark === ',' ? "[\\s.'’\\x{00A0}\\x{202F}]" : "[\\s,'’\\x{00A0}\\x{202F}]";
  const bare = `regexp_replace(trim(${value}), '^([+-]?)[$€£¥]\\s*|\\s*[$€£¥%]$', '\\1', 'g')`;
  const digits = `regexp_replace(${bare}, ${quoteText(groups)}, '', 'g')`;
  const full = mark === ',' ? cast(`replace(${digits}, ',', '.')`) : `coalesce(${cast(value)}, ${cast(digits)})`;
  return quickWay(
    value,
    `regexp_full_match(${value}, ${quoteText(mark === ',' ? '[+-]?\\d+' : plain)})`,
    `TRY_CAST(${value} AS DOUBLE)`,
    full,
  );
}

/**
 * Fixed decimals; minus zero is written as zero. From 2⁵³ on a double is a whole number, which `format` writes with wrong
 * digits where they are many: it is written as what it is.
 */
function formatNumber(value: string, decimals: string): string {
  const places = Number(decimals);
  const whole = `CAST(CAST(${value} AS HUGEINT) AS VARCHAR)${places === 0 ? '' : ` || '.${'0'.repeat(places)}'`}`;
  const near = `regexp_replace(format('{:.${places}f}', CAST(${value} AS DOUBLE)), '^-(0(\\.0*)?)$', '\\1')`;
  const full = `(CASE WHEN abs(${value}) BETWEEN 9007199254740992 AND CAST('1e38' AS DOUBLE) THEN ${whole} ELSE ${near} END)`;
  return places === 0
    ? quickWay(
        value,
        `${value} >= 1 AND ${value} < 1e15 AND ${value} = floor(${value})`,
        `CAST(CAST(${value} AS BIGINT) AS VARCHAR)`,
        full,
      )
    : full;
}

/**
 * What white space is to people: RE2's `\s` and the no-break space. A text that begins with a visible ASCII sign is not
 * blank.
 */
const blankToNull = (value: string): string =>
  quickWay(
    value,
    `${value} BETWEEN '!' AND '~'`,
    value,
    `nullif(regexp_replace(${value}, '^[\\s\\x{00A0}]+$', ''), '')`,
  );

/** A text that begins and ends with a visible ASCII sign needs no trimming. */
const trim = (value: string): string =>
  quickWay(
    value,
    `regexp_full_match(${value}, '[!-~](?:[\\s\\S]*[!-~])?')`,
    value,
    `regexp_replace(${value}, '^[\\s\\x{00A0}]+|[\\s\\x{00A0}]+$', '', 'g')`,
  );

const units: Record<string, string> = {
  hour: "'hour'",
  day: "'day'",
  week: "'week'",
  month: "'month'",
  quarter: "'quarter'",
  year: "'year'",
  decade: "'decade'",
};

/** `'quarter'` has no strftime sign of its own. */
function formatDate(value: string, unit: string): string {
  switch (unit) {
    case 'second':
      return `strftime(${value}, '%Y-%m-%d %H:%M:%S')`;
    case 'hour':
      return `strftime(${value}, '%Y-%m-%d %H:00')`;
    case 'month':
      return `strftime(${value}, '%Y-%m')`;
    case 'quarter':
      return `(strftime(${value}, '%Y') || '-Q' || quarter(${value}))`;
    case 'year':
      return `strftime(${value}, '%Y')`;
    case 'decade':
      return `(CAST(floor(year(${value}) / 10) * 10 AS INTEGER) || 's')`;
    default:
      return `strftime(${value}, '%Y-%m-%d')`;
  }
}

/** DuckDB's way of writing every function of a plan. */
export const duckDialect: Dialect = {
  identifier: quoteIdentifier,
  text: literal,
  number: (value) => (Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : `CAST('${value}' AS DOUBLE)`),
  lookup: (value, entries, otherwise) => lookup(value, entries, otherwise, literal),
  functions: {
    ...standardFunctions,
    lower: ([a]) => `lower(${a})`,
    trim: ([a]) => trim(a ?? ''),
    left: ([a, n]) => `left(${a}, CAST(${n} AS BIGINT))`,
    right: ([a, n]) => `right(${a}, CAST(${n} AS BIGINT))`,
    concat: (args) => `(${args.join(' || ')})`,
    repeat: ([a, n]) => `repeat(${a}, CAST(${n} AS BIGINT))`,
    nfc: ([a]) => `nfc_normalize(${a})`,
    'regex-replace': ([a, pattern, replacement]) => `regexp_replace(${a}, ${pattern}, ${replacement}, 'g')`,
    'regex-extract': ([a, pattern]) => `nullif(regexp_extract(${a}, ${pattern}, 1), '')`,
    'blank-to-null': ([a]) => blankToNull(a ?? ''),
    'parse-number': ([a], [, mark]) => parseNumber(a ?? '', plainText(mark)),
    multiply: ([a, b]) => `(${a} * ${b})`,
    divide: ([a, b]) => `(${a} / ${b})`,
    floor: ([a]) => `floor(${a})`,
    round: ([a]) => `round(${a})`,
    'format-number': ([a, decimals]) => formatNumber(a ?? '', decimals ?? '0'),
    'parse-date': ([a], [, format]) => parseDate(a ?? '', plainText(format)),
    'full-years': ([from, to]) => `datesub('year', ${from}, CAST(${to} AS TIMESTAMP))`,
    'year-of': ([a]) => `year(${a})`,
    'truncate-date': ([a], [, unit]) => `date_trunc(${units[plainText(unit)] ?? "'day'"}, ${a})`,
    'format-date': ([a], [, unit]) => formatDate(a ?? '', plainText(unit)),
    'add-days': ([a, n]) => `(${a} + to_days(CAST(${n} AS INTEGER)))`,
    'regex-matches': ([a, pattern]) => `regexp_matches(${a}, ${pattern})`,
    'starts-with': ([a, prefix]) => `starts_with(${a}, ${prefix})`,
    sha256: ([a]) => `sha256(encode(${a}))`,
    'keyed-hash': ([, a], [key]) => keyedHash(key, a),
    // So many hexadecimal digits are 96 bits: none of a billion values is likely to meet another.
    token: ([, a], [key]) => `left(${keyedHash(key, a)}, ${tokenLength})`,
    'encrypt-format': ([, a], [key, , alphabet]) =>
      `${quoteIdentifier(formatCipherMacro(plainText(key), plainText(alphabet)))}(${a})`,
    // 64 bits of a hexadecimal hash: how far the numbers are from evenly likely is n / 2⁶⁴.
    'number-below': ([a, n]) => `CAST(CAST('0x' || left(${a}, 16) AS UBIGINT) % CAST(${n} AS UBIGINT) AS DOUBLE)`,
    'truncate-ip': ([a]) => truncateIp(a ?? ''),
  },
};
