import type { Helper } from '../portable/helper.ts';

export const helperName = (name: string): string => `custos_${name}`;

/** A helper of Spark. `body` is one expression over its arguments. */
export const define = (name: string, args: readonly string[], returns: string, body: string): Helper => ({
  name: helperName(name),
  sql: `CREATE OR REPLACE TEMPORARY FUNCTION ${helperName(name)}(${args.join(', ')}) RETURNS ${returns} RETURN\n  ${body}`,
});
