import type { Helper } from '../portable/helper.ts';
import { currencyAtEnd, groupSigns, loneNumber } from '../portable/numbers.ts';
import { define } from './define.ts';
import { sparkText } from './text.ts';

const digitsOf = (mark: string): string =>
  `regexp_replace(regexp_replace(custos_trim_separators(x), ${sparkText(currencyAtEnd('\\z'))}, '$1'), ` +
  `${sparkText(groupSigns(mark))}, '')`;

/** 2⁹³ and half of it, 2⁴⁶ and 2⁴⁷, 2⁹⁶ and 2⁴⁸. */
const whole = "CAST('9903520314283042199192993792' AS DECIMAL(38, 0))";
const half = "CAST('4951760157141521099596496896' AS DECIMAL(38, 0))";
const [upper, lower] = ['70368744177664', '140737488355328'];
const [high, middle] = ['79228162514264337593543950336', '281474976710656'];

const limb = (x: string): string => `CAST(try_cast(${x} AS BIGINT) AS DECIMAL(38, 0))`;
const wide = (digits: string): string => `CAST('${digits}' AS DECIMAL(38, 0))`;
const powerOfTen = "CAST(rpad('1', decimals + 1, '0') AS DECIMAL(10, 0))";

/**
 * Numbers. A double is written by its exact binary value, ties to the even digit, as C does: of its fraction f the
 * number f·2⁹³ is whole where f is not too small to be seen in nine decimals. Numbers of more than 38 digits stop the
 * query: no type of Spark holds them exactly.
 */
export const numberHelpers: readonly Helper[] = [
  define(
    'number_in',
    ['x STRING'],
    'DOUBLE',
    `try_cast(nullif(regexp_extract(x, ${sparkText(`${loneNumber}\\z`)}, 1), '') AS DOUBLE)`,
  ),
  define(
    'parse_number_point',
    ['x STRING'],
    'DOUBLE',
    `coalesce(custos_number_in(x), custos_number_in(${digitsOf('.')}))`,
  ),
  define('parse_number_comma', ['x STRING'], 'DOUBLE', `custos_number_in(replace(${digitsOf(',')}, ',', '.'))`),
  define(
    'floor',
    ['x DOUBLE'],
    'DOUBLE',
    'CASE WHEN abs(x) < 9007199254740992D THEN CAST(floor(x) AS DOUBLE) ELSE x END',
  ),
  define(
    'round',
    ['x DOUBLE'],
    'DOUBLE',
    `CASE WHEN abs(x) >= 9007199254740992D THEN x
    ELSE sign(x) * (custos_floor(abs(x)) + CASE WHEN abs(x) - custos_floor(abs(x)) >= 0.5D THEN 1D ELSE 0D END) END`,
  ),
  define('rest', ['x DOUBLE', 'unit DOUBLE'], 'DOUBLE', 'x - (custos_floor(x/unit) * unit)'),
  define(
    'whole_number',
    ['x DOUBLE'],
    'DECIMAL(38, 0)',
    `CASE WHEN x < 9000000000000000000D THEN ${limb('x')}
    WHEN x > 1e38D THEN CAST(raise_error('A number of more than 38 digits cannot be written exactly here.') AS DECIMAL(38, 0))
    ELSE ${limb(`custos_floor(x / ${high}D)`)} * ${wide(high)}
      + ${limb(`custos_floor(custos_rest(x, ${high}D) / ${middle}D)`)} * ${wide(middle)}
      + ${limb(`custos_rest(custos_rest(x, ${high}D), ${middle}D)`)} END`,
  ),
  define(
    'fraction_units',
    ['f DOUBLE', 'decimals INT'],
    'DECIMAL(38, 0)',
    `CAST((${limb(`floor(f * ${upper}D)`)} * CAST('${lower}' AS DECIMAL(15, 0))
      + ${limb(`floor((f * ${upper}D - floor(f * ${upper}D)) * ${lower}D)`)}) AS DECIMAL(28, 0)) * ${powerOfTen}`,
  ),
  define(
    'rounded_units',
    ['units DECIMAL(38,0)', 'odd BOOLEAN', 'decimals INT'],
    'BIGINT',
    `units div ${whole} + CASE WHEN units % ${whole} > ${half}
      OR (units % ${whole} = ${half} AND CASE WHEN decimals = 0 THEN odd ELSE pmod(units div ${whole}, 2) = 1 END)
    THEN 1 ELSE 0 END`,
  ),
  define(
    'put_together',
    ['negative BOOLEAN', 'before DECIMAL(38,0)', 'after BIGINT', 'decimals INT'],
    'STRING',
    `concat(CASE WHEN negative AND (before > 0 OR after > 0) THEN '-' ELSE '' END,
      CAST(CASE WHEN after >= ${powerOfTen} THEN before + 1 ELSE before END AS STRING),
      CASE WHEN decimals = 0 THEN '' ELSE concat('.', lpad(CAST(CAST(after % ${powerOfTen} AS BIGINT) AS STRING), decimals, '0')) END)`,
  ),
  define(
    'format_number',
    ['x DOUBLE', 'decimals INT'],
    'STRING',
    `CASE WHEN x = double('Infinity') THEN 'inf' WHEN x = double('-Infinity') THEN '-inf'
    ELSE custos_put_together(x < 0, custos_whole_number(custos_floor(abs(x))),
      custos_rounded_units(custos_fraction_units(abs(x) - custos_floor(abs(x)), decimals),
        custos_whole_number(custos_floor(abs(x))) % 2 = 1, decimals), decimals) END`,
  ),
  define(
    'number_below',
    ['hash STRING', 'n BIGINT'],
    'DOUBLE',
    `CAST(CAST(conv(left(hash, 16), 16, 10) AS DECIMAL(20, 0)) % n AS DOUBLE)`,
  ),
];
