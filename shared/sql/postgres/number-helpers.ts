import type { Helper } from '../portable/helper.ts';
import { currencyAtEnd, groupSigns, loneNumber } from '../portable/numbers.ts';
import { define } from './define.ts';
import { postgresText } from './text.ts';

/** Longer numbers may be beyond what a double holds, which PostgreSQL stops at. */
const surelyHeld = 200;

const digitsOf = (mark: string): string =>
  `regexp_replace(regexp_replace(pg_temp.custos_trim_separators(x), ${postgresText(currencyAtEnd('$'))}, '\\1', 'g'), ` +
  `${postgresText(groupSigns(mark))}, '', 'g')`;

/** 2⁹³ and half of it, 2⁴⁶ and 2⁴⁷. */
const [whole, half, upper, lower] = [
  '9903520314283042199192993792',
  '4951760157141521099596496896',
  '70368744177664',
  '140737488355328',
];

/**
 * Numbers. A double is written by its exact binary value, ties to the even digit, as C does: of its fraction f the
 * number f·2⁹³ is whole where f is not too small to be seen in nine decimals.
 */
export const numberHelpers: readonly Helper[] = [
  define(
    'double',
    ['x text'],
    'double precision',
    `CASE WHEN length(x) <= ${surelyHeld} THEN x::double precision
    WHEN abs(x::numeric) >= 1.7976931348623158079e308 THEN sign(x::numeric)::double precision * 'Infinity'::double precision
    WHEN abs(x::numeric) < 2.4703282292062328e-324 THEN 0
    ELSE x::numeric::text::double precision END`,
  ),
  define(
    'number_in',
    ['x text'],
    'double precision',
    `pg_temp.custos_double((regexp_match(x, ${postgresText(`${loneNumber}$`)}))[1])`,
  ),
  define(
    'parse_number_point',
    ['x text'],
    'double precision',
    `coalesce(pg_temp.custos_number_in(x), pg_temp.custos_number_in(${digitsOf('.')}))`,
  ),
  define(
    'parse_number_comma',
    ['x text'],
    'double precision',
    `pg_temp.custos_number_in(replace(${digitsOf(',')}, ',', '.'))`,
  ),
  define(
    'round',
    ['x float8'],
    'double precision',
    `sign(x) * (floor(abs(x)) + CASE WHEN abs(x) < 9007199254740992 AND abs(x) - floor(abs(x)) >= 0.5 THEN 1 ELSE 0 END)`,
  ),
  define(
    'whole_number',
    ['x float8'],
    'numeric',
    `CASE WHEN x < 9e18 THEN x::bigint::numeric
    WHEN x > 1e38 THEN (left(x::text, 0) || 'a number of more than 38 digits cannot be written exactly')::numeric
    ELSE (x / power(2::double precision, floor(ln(x) / ln(2::double precision)) - 58))::bigint::numeric
      * round(power(2::numeric, (floor(ln(x) / ln(2::double precision)) - 58)::int)) END`,
  ),
  define(
    'fraction_units',
    ['f float8', 'decimals int'],
    'numeric',
    `(floor(f * ${upper}::double precision)::bigint::numeric * ${lower}
      + floor((f * ${upper}::double precision - floor(f * ${upper}::double precision)) * ${lower}::double precision)::bigint::numeric)
    * power(10::numeric, decimals)::numeric(20, 0)`,
  ),
  define(
    'rounded_units',
    ['units numeric', 'before numeric', 'decimals int'],
    'numeric',
    `div(units, ${whole}) + CASE WHEN units % ${whole} > ${half}
      OR (units % ${whole} = ${half} AND (div(units, ${whole}) + CASE WHEN decimals = 0 THEN before ELSE 0 END) % 2 = 1)
    THEN 1 ELSE 0 END`,
  ),
  define(
    'put_together',
    ['negative boolean', 'before numeric', 'after numeric', 'decimals int'],
    'text',
    `CASE WHEN negative AND (before > 0 OR after > 0) THEN '-' ELSE '' END
    || (before + div(after, power(10::numeric, decimals)::numeric(20, 0)))::text
    || CASE WHEN decimals = 0 THEN '' ELSE '.' || lpad((after % power(10::numeric, decimals)::numeric(20, 0))::text, decimals, '0') END`,
  ),
  define(
    'format_number',
    ['x float8', 'decimals int'],
    'text',
    `CASE WHEN x = 'Infinity' THEN 'inf' WHEN x = '-Infinity' THEN '-inf'
    ELSE pg_temp.custos_put_together(x < 0, pg_temp.custos_whole_number(floor(abs(x))),
      pg_temp.custos_rounded_units(pg_temp.custos_fraction_units(abs(x) - floor(abs(x)), decimals),
        pg_temp.custos_whole_number(floor(abs(x))), decimals), decimals) END`,
  ),
  define(
    'number_below',
    ['hash text', 'n numeric'],
    'double precision',
    `mod(('x' || substr(hash, 1, 8))::bit(32)::bigint::numeric * 4294967296
      + ('x' || substr(hash, 9, 8))::bit(32)::bigint::numeric, n)::double precision`,
  ),
];
