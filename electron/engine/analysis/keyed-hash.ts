import { quoteIdentifier } from '#shared/sql/quote.ts';
import { keyedHashMacro } from '#shared/sql/duckdb/dialect.ts';
import { hmacPad, hmacPadBytes } from '#engine/keys/hmac-pad.ts';
import type { Duck } from './open-duck.ts';

/** What each connection holds, so that removing leaves nothing behind. */
const installed = new WeakMap<Duck, Set<string>>();

const variables = (keyName: string): { inner: string; outer: string } => ({
  inner: `${keyedHashMacro(keyName)}_i`,
  outer: `${keyedHashMacro(keyName)}_o`,
});

/**
 * Defines one macro per key name on this connection, which must be used for nothing else (engine.md 3): the key lies in
 * two connection variables, reached through a prepared parameter, so that no statement's text holds it. Never EXPLAIN
 * or profile such a connection, and never put the macro into WHERE, JOIN or ORDER BY: DuckDB prints constants of
 * filters. HMAC-SHA-256 as in RFC 2104, lower-case hex; NULL stays NULL.
 */
export async function installKeyedHash(duck: Duck, keys: Map<string, Uint8Array>): Promise<void> {
  for (const [keyName, key] of keys) {
    const names = variables(keyName);
    installed.set(duck, (installed.get(duck) ?? new Set()).add(keyName));
    for (const [variable, byte] of [
      [names.inner, hmacPadBytes.inner],
      [names.outer, hmacPadBytes.outer],
    ] as const) {
      const bytes = hmacPad(key, byte);
      const statement = await duck.raw.prepare(`SET VARIABLE ${quoteIdentifier(variable)} = $1`);
      statement.bindBlob(1, bytes);
      await statement.run();
      bytes.fill(0);
    }
    await duck.run(
      `CREATE OR REPLACE TEMP MACRO ${quoteIdentifier(keyedHashMacro(keyName))}(m) AS ` +
        `sha256(getvariable('${names.outer}') || unhex(sha256(getvariable('${names.inner}') || encode(m))))`,
    );
  }
}

/** Takes macros and keys off the connection; call it before closing, also after a failure. */
export async function removeKeyedHash(
  duck: Duck,
  keyNames: Iterable<string> = installed.get(duck) ?? [],
): Promise<void> {
  for (const keyName of keyNames) {
    const names = variables(keyName);
    await duck.run(`DROP MACRO IF EXISTS ${quoteIdentifier(keyedHashMacro(keyName))}`);
    await duck.run(`RESET VARIABLE ${quoteIdentifier(names.inner)}`);
    await duck.run(`RESET VARIABLE ${quoteIdentifier(names.outer)}`);
    installed.get(duck)?.delete(keyName);
  }
}
