import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyedHashMacro } from '#shared/sql/duckdb/dialect.ts';
import { openTestDuck, rowsOf, tableOf } from '#test/support/duck-rows.ts';
import { installKeyedHash, removeKeyedHash } from './keyed-hash.ts';
import type { Duck } from './open-duck.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

/** Deterministic texts: the same on every run (mulberry32). */
function texts(count: number): string[] {
  let state = 42;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const odd = [
    '',
    ' ',
    '\0',
    'a\0b',
    '\r\n',
    'é',
    'e\u0301',
    '漢字',
    '👩‍👩‍👧',
    '\u202e',
    "'; DROP TABLE x; --",
    '"',
    '\\x00',
    'x'.repeat(63),
    'x'.repeat(64),
    'x'.repeat(65),
    'ß'.repeat(50_000),
  ];
  const alphabet = [...'abcXYZ019 \t\n\'"\\;%é漢👍\u0301\u00a0\u200b'];
  return [
    ...odd,
    ...Array.from({ length: count - odd.length }, () =>
      Array.from({ length: Math.floor(next() * 200) }, () => alphabet[Math.floor(next() * alphabet.length)]).join(''),
    ),
  ];
}

it.each([1, 16, 64, 65, 200])('gives the same 2,000 hashes as node:crypto with a key of %i bytes', async (length) => {
  const key = Uint8Array.from({ length }, (_, index) => (index * 37 + 11) % 256);
  const inputs = texts(2000);
  await tableOf(
    duck,
    'inputs',
    1,
    inputs.map((input) => [input]),
  );
  await installKeyedHash(duck, new Map([['p1', key]]));
  const rows = await rowsOf(duck, `SELECT "${keyedHashMacro('p1')}"(c1) AS h FROM inputs`);
  expect(rows.map(([hash]) => hash)).toEqual(
    inputs.map((input) => createHmac('sha256', key).update(input, 'utf8').digest('hex')),
  );
  await removeKeyedHash(duck);
});

it('keeps keys of different names apart, also names that differ in case or hold quotes', async () => {
  const names = ['p1', 'P1', 'my "purpose\'; --'];
  await installKeyedHash(duck, new Map(names.map((name, index) => [name, new Uint8Array(32).fill(index + 1)])));
  for (const [index, name] of names.entries()) {
    const [[hash] = []] = await rowsOf(duck, `SELECT "${keyedHashMacro(name)}"('x') AS h`);
    expect(hash).toBe(
      createHmac('sha256', new Uint8Array(32).fill(index + 1))
        .update('x')
        .digest('hex'),
    );
  }
  const [[none] = []] = await rowsOf(duck, `SELECT "${keyedHashMacro('p1')}"(NULL) AS h`);
  expect(none).toBeNull();
  await removeKeyedHash(duck);
});

it('leaves no key on the connection and is not seen by another one', async () => {
  await installKeyedHash(duck, new Map([['p1', new Uint8Array(32).fill(7)]]));
  const other = await duck.connect();
  expect(await rowsOf(other, 'SELECT name FROM duckdb_variables()')).toEqual([]);
  await expect(other.query(`SELECT "${keyedHashMacro('p1')}"('x')`)).rejects.toThrow();
  other.close();
  await removeKeyedHash(duck);
  expect(
    await rowsOf(
      duck,
      "SELECT name FROM duckdb_variables() WHERE value IS NOT NULL AND CAST(value AS VARCHAR) <> 'NULL'",
    ),
  ).toEqual([]);
  await expect(duck.query(`SELECT "${keyedHashMacro('p1')}"('x')`)).rejects.toThrow();
});
