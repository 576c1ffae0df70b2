import type { Helper } from '../portable/helper.ts';

/** How a helper is called: temporary functions are found in their schema alone. */
export const helperName = (name: string): string => `pg_temp.custos_${name}`;

/** A helper of PostgreSQL. `body` is one expression over its arguments. */
export const define = (name: string, args: string, returns: string, body: string): Helper => ({
  name: helperName(name),
  sql:
    `CREATE OR REPLACE FUNCTION ${helperName(name)}(${args}) RETURNS ${returns} LANGUAGE sql IMMUTABLE PARALLEL SAFE ` +
    `AS $custos$\n  SELECT ${body}\n$custos$`,
});
