import { DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';
import { FF1 } from '@noble/ciphers/ff1';
import { createHmac, randomUUID } from 'node:crypto';
import {
  formatAlphabets,
  formatSeparators,
  isFormatAlphabet,
  smallestDomain,
  type FormatAlphabet,
} from '#shared/plan/format-alphabets.ts';
import { formatCipherMacro } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import type { Duck } from './open-duck.ts';

/** Writes one text as another of its form, null where it does not fit. */
type Cipher = (text: string) => string | null;

const longest = 64;

/** The key of one alphabet, from the one that a step's name gives. */
export const keyOfAlphabet = (key: Uint8Array, alphabet: FormatAlphabet): Uint8Array =>
  new Uint8Array(createHmac('sha256', key).update(`custos-format ${alphabet}`).digest());

/**
 * FF1 (NIST SP 800-38G) over the characters of an alphabet; separators stay where they are.
 * @param key 16, 24 or 32 bytes of AES
 * @param direction `decrypt` undoes what the same key wrote; of any other value it makes another one, and no error
 */
export function formatCipher(
  key: Uint8Array,
  characters: string,
  direction: 'encrypt' | 'decrypt' = 'encrypt',
): Cipher {
  const ff1 = FF1(characters.length, key);
  const shape = new RegExp(`^\\+?[${characters}](?:[${formatSeparators}]?[${characters}])*$`);
  return (text) => {
    if (text.length > longest || !shape.test(text)) return null;
    const numerals = [...text].map((character) => characters.indexOf(character)).filter((numeral) => numeral >= 0);
    if (characters.length ** numerals.length < smallestDomain) return null;
    const written = ff1[direction](numerals).map((numeral) => characters[numeral]);
    let next = 0;
    return [...text].map((character) => (characters.includes(character) ? written[next++] : character)).join('');
  };
}

/** Ciphers that a statement may use now, by a handle that says nothing of the key. */
const inUse = new Map<string, Cipher>();
const installed = new WeakMap<Duck, Map<string, string[]>>();

/** The function behind the macros; another connection that defines it again defines the same. */
const scalar = (): DuckDBScalarFunction =>
  DuckDBScalarFunction.create({
    name: 'custos_format_cipher',
    parameterTypes: [VARCHAR, VARCHAR],
    returnType: VARCHAR,
    mainFunction(_info, chunk, output) {
      const [handles, texts] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
      for (let row = 0; row < chunk.rowCount; row += 1) {
        const text = texts.getItem(row);
        const cipher = inUse.get(String(handles.getItem(row)));
        output.setItem(row, typeof text === 'string' && cipher !== undefined ? cipher(text) : null);
      }
      output.flush();
    },
  });

/** Defines a macro for each key name and alphabet on this connection; the key itself stays in this process. */
export async function installFormatCiphers(duck: Duck, keys: ReadonlyMap<string, Uint8Array>): Promise<void> {
  if (keys.size === 0) return;
  duck.raw.registerScalarFunction(scalar());
  const held = installed.get(duck) ?? new Map<string, string[]>();
  installed.set(duck, held);
  for (const [keyName, key] of keys)
    for (const alphabet of Object.keys(formatAlphabets).filter(isFormatAlphabet)) {
      const handle = randomUUID();
      inUse.set(handle, formatCipher(keyOfAlphabet(key, alphabet), formatAlphabets[alphabet]));
      const macro = formatCipherMacro(keyName, alphabet);
      held.set(macro, [...(held.get(macro) ?? []), handle]);
      await duck.run(
        `CREATE OR REPLACE TEMP MACRO ${quoteIdentifier(macro)}(m) AS custos_format_cipher(${quoteText(handle)}, m)`,
      );
    }
}

/** Takes macros and keys away again; call it before closing, also after a failure. */
export async function removeFormatCiphers(duck: Duck): Promise<void> {
  for (const [macro, handles] of installed.get(duck) ?? []) {
    for (const handle of handles) inUse.delete(handle);
    await duck.run(`DROP MACRO IF EXISTS ${quoteIdentifier(macro)}`);
  }
  installed.delete(duck);
}
