import type { Helper } from '../portable/helper.ts';

/** How a helper is called: temporary functions are found in their schema alone. */
export const helperName = (name: string): string => `pg_temp.custos_${name}`;

/**
 * A helper of PostgreSQL. `body` is one expression over its arguments. In PL/pgSQL it costs a tenth of what it does as a
 * SQL function, which starts an executor for every call that is not inlined.
 */
export const define = (name: string, args: readonly string[], returns: string, body: string): Helper => ({
  name: helperName(name),
  sql:
    `CREATE OR REPLACE FUNCTION ${helperName(name)}(${args.join(', ')}) RETURNS ${returns} LANGUAGE plpgsql IMMUTABLE ` +
    `PARALLEL SAFE AS $custos$\nBEGIN\n  RETURN ${body};\nEND\n$custos$`,
});
