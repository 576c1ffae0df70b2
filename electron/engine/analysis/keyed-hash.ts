import { createHash } from 'node:crypto';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { keyedHashMacro } from '#shared/sql/duckdb/dialect.ts';
import type { Duck } from './open-duck.ts';

/** Block size of SHA-256 in bytes (FIPS 180-4). */
const block = 64;

function pad(key: Uint8Array, byte: number): Buffer {
  const short = key.length > block ? createHash('sha256').update(key).digest() : Buffer.from(key);
  const padded = Buffer.alloc(block);
  short.copy(padded);
  for (let index = 0; index < block; index += 1) padded[index] = (padded[index] ?? 0) ^ byte;
  short.fill(0);
  return padded;
}

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
      [names.inner, 0x36],
      [names.outer, 0x5c],
    ] as const) {
      const bytes = pad(key, byte);
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
