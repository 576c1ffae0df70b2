import { currencyAtEnd, groupSigns, loneNumber } from '../portable/numbers.ts';
import { formula } from './formula.ts';
import { sparkText } from './text.ts';
import { withoutSeparators } from './texts.ts';

const digitsOf = (x: string, mark: string): string =>
  `regexp_replace(regexp_replace(${withoutSeparators(x)}, ${sparkText(currencyAtEnd('\\z'))}, '$1'), ` +
  `${sparkText(groupSigns(mark))}, '')`;
const numberIn = (x: string): string =>
  `try_cast(nullif(regexp_extract(${x}, ${sparkText(`${loneNumber}\\z`)}, 1), '') AS DOUBLE)`;

const wide = (x: string): string => `CAST(${x} AS DECIMAL(38, 0))`;
const limb = (x: string): string => wide(`try_cast(${x} AS BIGINT)`);

/** 2⁹³ and half of it, 2⁴⁶ and 2⁴⁷, 2⁹⁶ and 2⁴⁸. */
const [whole, half] = [wide("'9903520314283042199192993792'"), wide("'4951760157141521099596496896'")];
const [upper, lower] = ['70368744177664', '140737488355328'];
const [high, middle] = ['79228162514264337593543950336', '281474976710656'];

export const floored = formula(
  ['n'],
  (n) => `CASE WHEN abs(${n}) < 9007199254740992D THEN CAST(floor(${n}) AS DOUBLE) ELSE ${n} END`,
);
const rest = (of: string, unit: string): string =>
  formula(['r'], (r) => `(${r} - (${floored(`${r} / ${unit}D`)}) * ${unit}D)`)(of);

const rounded = formula(
  ['n', 'below'],
  (n, below) => `(${below} + CASE WHEN ${n} - ${below} >= 0.5D THEN 1D ELSE 0D END)`,
);

const wholeNumber = formula(
  ['n'],
  (n) => `CASE WHEN ${n} < 9000000000000000000D THEN ${limb(n)}
    WHEN ${n} > 1e38D THEN CAST(raise_error('A number of more than 38 digits cannot be written exactly here.') AS DECIMAL(38, 0))
    ELSE ${limb(floored(`${n} / ${high}D`))} * ${wide(`'${high}'`)}
      + ${limb(floored(`${rest(n, high)} / ${middle}D`))} * ${wide(`'${middle}'`)}
      + ${limb(rest(rest(n, high), middle))} END`,
);

/** A number below 1 by its exact binary value: f·2⁹³, whole where f is not too small to be seen in nine decimals. */
const binary = formula(
  ['f'],
  (f) => `CAST(${limb(`floor(${f} * ${upper}D)`)} * CAST('${lower}' AS DECIMAL(15, 0))
      + ${limb(`floor((${f} * ${upper}D - floor(${f} * ${upper}D)) * ${lower}D)`)} AS DECIMAL(28, 0))`,
);

/** The decimals of a fraction as one whole number, ties to the even digit, as C does. */
const decimalsOf = (fraction: string, ten: string): string =>
  formula(
    ['units'],
    (units) => `${units} div ${whole} + CASE WHEN ${units} % ${whole} > ${half}
        OR (${units} % ${whole} = ${half} AND pmod(${units} div ${whole}, 2) = 1) THEN 1 ELSE 0 END`,
  )(wide(`${binary(fraction)} * ${ten}`));

/** Of the number's amount, and of it without its fraction. */
const withDecimals = (amount: string, below: string, sign: string, decimals: number): string => {
  const ten = `CAST('1${'0'.repeat(decimals)}' AS DECIMAL(10, 0))`;
  return formula(
    ['before', 'after'],
    (before, after) => `concat(CASE WHEN ${sign} AND (${before} > 0 OR ${after} > 0) THEN '-' ELSE '' END,
      CAST(CASE WHEN ${after} >= ${ten} THEN ${before} + 1 ELSE ${before} END AS STRING), '.',
      lpad(CAST(CAST(${after} % ${ten} AS BIGINT) AS STRING), ${decimals}, '0'))`,
  )(wide(wholeNumber(below)), decimalsOf(`${amount} - ${below}`, ten));
};

/** Without decimals: of a double the half is exact. */
const withoutDecimals = (amount: string, below: string, sign: string): string =>
  formula(
    ['before'],
    (before) =>
      `concat(CASE WHEN ${sign} AND ${before} > 0 THEN '-' ELSE '' END, CAST(${wholeNumber(before)} AS STRING))`,
  )(
    `${below} + CASE WHEN ${amount} - ${below} > 0.5D OR (${amount} - ${below} = 0.5D AND ${below} % 2D = 1D) THEN 1D ELSE 0D END`,
  );

const written = (n: string, decimals: number): string =>
  formula(['amount'], (amount) =>
    formula(['below'], (below) =>
      decimals === 0 ? withoutDecimals(amount, below, `${n} < 0`) : withDecimals(amount, below, `${n} < 0`, decimals),
    )(floored(amount)),
  )(`abs(${n})`);

/** Numbers of more than 38 digits stop the query: no type of Spark holds them exactly. */
export const formatNumber = (x: string, decimals: number): string =>
  formula(
    ['n'],
    (n) => `CASE WHEN ${n} = double('Infinity') THEN 'inf' WHEN ${n} = double('-Infinity') THEN '-inf'
    ELSE ${written(n, decimals)} END`,
  )(x);

export const parseNumber = formula(['t'], (t) => `coalesce(${numberIn(t)}, ${numberIn(digitsOf(t, '.'))})`);
export const parseCommaNumber = (x: string): string => numberIn(`replace(${digitsOf(x, ',')}, ',', '.')`);

/** Halves go away from nought. */
export const round = formula(
  ['n'],
  (n) => `CASE WHEN abs(${n}) >= 9007199254740992D THEN ${n}
    ELSE sign(${n}) * ${formula(['amount'], (amount) => rounded(amount, `floor(${amount})`))(`abs(${n})`)} END`,
);

/** A number below n from the first half of a hash. */
export const numberBelow = (hash: string, n: string): string =>
  `CAST(CAST(conv(left(${hash}, 16), 16, 10) AS DECIMAL(20, 0)) % CAST(${n} AS BIGINT) AS DOUBLE)`;
