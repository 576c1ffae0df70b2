import { lowerCase } from '../portable/lower-case.ts';
import type { Helper } from '../portable/helper.ts';
import { aroundValues, separators } from '../portable/spaces.ts';
import { addressHelpers } from './address-helpers.ts';
import { dateHelpers } from './date-helpers.ts';
import { define } from './define.ts';
import { numberHelpers } from './number-helpers.ts';
import { postgresText } from './text.ts';

const letters = lowerCase();

/** Functions of the session, in its temporary schema: they go when it ends. */
export const postgresHelpers: readonly Helper[] = [
  define(
    'lower',
    ['x text'],
    'text',
    `CASE WHEN octet_length(x) = length(x) THEN lower(x COLLATE "C")
    ELSE translate(lower(x COLLATE "C"),
      ${postgresText(letters.from)},
      ${postgresText(letters.to)}) END`,
  ),
  define('trim', ['x text'], 'text', `btrim(x, ${postgresText(aroundValues)})`),
  define('trim_separators', ['x text'], 'text', `btrim(x, ${postgresText(separators)})`),
  define('blank_to_null', ['x text'], 'text', `CASE WHEN btrim(x, ${postgresText(aroundValues)}) <> '' THEN x END`),
  ...numberHelpers,
  ...dateHelpers,
  ...addressHelpers,
];
