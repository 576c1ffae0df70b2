import type { Expression } from '#shared/plan/expression.ts';
import type { Dialect } from './write-sql.ts';

/** The text of a literal, as settings of functions are given; '' for anything else. */
export const plainText = (expression: Expression | undefined): string =>
  expression?.kind === 'text' ? expression.value : '';

/** What every engine writes, and means, alike. */
export const standardFunctions = {
  length: ([a]) => `length(${a})`,
  replace: ([a, from, to]) => `replace(${a}, ${from}, ${to})`,
  add: ([a, b]) => `(${a} + ${b})`,
  subtract: ([a, b]) => `(${a} - ${b})`,
  and: (args) => `(${args.join(' AND ')})`,
  or: (args) => `(${args.join(' OR ')})`,
  not: ([a]) => `(NOT ${a})`,
  equals: ([a, b]) => `(${a} = ${b})`,
  less: ([a, b]) => `(${a} < ${b})`,
  'at-least': ([a, b]) => `(${a} >= ${b})`,
  'is-null': ([a]) => `(${a} IS NULL)`,
} satisfies Partial<Dialect['functions']>;
