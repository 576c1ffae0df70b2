import type { Helper } from '../portable/helper.ts';
import { lowerCase } from '../portable/lower-case.ts';
import { aroundValues, separators } from '../portable/spaces.ts';
import { addressHelpers } from './address-helpers.ts';
import { dateHelpers } from './date-helpers.ts';
import { define } from './define.ts';
import { numberHelpers } from './number-helpers.ts';
import { sparkText } from './text.ts';

const letters = lowerCase();

/** Functions of the session (Spark 4.0 or newer): they go when it ends. */
export const sparkHelpers: readonly Helper[] = [
  define(
    'lower',
    ['x STRING'],
    'STRING',
    `CASE WHEN octet_length(x) = length(x) THEN lower(x)
    ELSE translate(x, concat('ABCDEFGHIJKLMNOPQRSTUVWXYZ', ${sparkText(letters.from)}),
      concat('abcdefghijklmnopqrstuvwxyz', ${sparkText(letters.to)})) END`,
  ),
  define(
    'nfc',
    ['x STRING'],
    'STRING',
    `CASE WHEN x IS NULL OR octet_length(x) = length(x) THEN x
    ELSE reflect('com.ibm.icu.text.Normalizer', 'compose', x, false) END`,
  ),
  define('trim', ['x STRING'], 'STRING', `trim(BOTH ${sparkText(aroundValues)} FROM x)`),
  define('trim_separators', ['x STRING'], 'STRING', `trim(BOTH ${sparkText(separators)} FROM x)`),
  define(
    'blank_to_null',
    ['x STRING'],
    'STRING',
    `CASE WHEN trim(BOTH ${sparkText(aroundValues)} FROM x) <> '' THEN x END`,
  ),
  ...numberHelpers,
  ...dateHelpers,
  ...addressHelpers,
];
