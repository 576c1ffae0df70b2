import type { Expression } from '#shared/plan/expression.ts';
import { plainText, standardFunctions } from '../standard-functions.ts';
import type { Dialect } from '../write-sql.ts';
import { CannotWrite } from './cannot-write.ts';

/** A call of a function of the session, by its name and arguments. */
export type Helper = (name: string, ...args: (string | undefined)[]) => string;

/** What no script does. */
export const cannotInScripts = {
  token: () => {
    throw new CannotWrite({ kind: 'token' });
  },
  'encrypt-format': () => {
    throw new CannotWrite({ kind: 'encrypt-format' });
  },
} satisfies Partial<Dialect['functions']>;

/** What PostgreSQL does by functions of the session. */
export const scriptFunctions = (helper: Helper) =>
  ({
    ...standardFunctions,
    ...cannotInScripts,
    lower: ([a]) => helper('lower', a),
    trim: ([a]) => helper('trim', a),
    'blank-to-null': ([a]) => helper('blank_to_null', a),
    'parse-number': ([a], [, mark]) => helper(plainText(mark) === ',' ? 'parse_number_comma' : 'parse_number_point', a),
    'year-of': ([a]) => helper('year_of', a),
    'number-below': ([a, n]) => helper('number_below', a, n),
    'truncate-ip': ([a]) => helper('truncate_ip', a),
  }) satisfies Partial<Dialect['functions']>;

/** A chain of comparisons; results that stay as they are need no entry of their own. */
export const comparisons =
  (literal: (value: string) => string): Dialect['lookup'] =>
  (value, entries, otherwise) =>
    entries.length === 0
      ? otherwise
      : `CASE ${value}${entries.map(([from, to]) => ` WHEN ${literal(from)} THEN ${literal(to)}`).join('')} ` +
        `ELSE ${otherwise} END`;

/** What stands in place of what was found: as it is. @throws CannotWrite where an engine would take a sign for more */
export function plainReplacement(expression: Expression | undefined, literal: (value: string) => string): string {
  const text = plainText(expression);
  if (/[\\$]/.test(text)) throw new CannotWrite({ kind: 'pattern', pattern: text });
  return literal(text);
}
