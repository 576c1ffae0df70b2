import { describe, expect, it } from 'vitest';
import { formatAlphabets } from '#shared/plan/format-alphabets.ts';
import { formatCipherMacro } from '#shared/sql/duckdb/dialect.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { formatCipher, installFormatCiphers, removeFormatCiphers } from './format-cipher.ts';

const { digits, lower, upper, mixed } = formatAlphabets;
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

describe('a format-preserving cipher', () => {
  // NIST, FF1 samples 1, 4 and 7, without a tweak.
  it.each([
    ['2B7E151628AED2A6ABF7158809CF4F3C'],
    ['2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F'],
    ['2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94'],
  ])('writes what NIST writes under %s', (key) => {
    const written = { 32: '2433477484', 48: '2830668132', 64: '6657667009' };
    expect(formatCipher(hex(key), digits)('0123456789')).toBe(written[key.length as 32 | 48 | 64]);
  });

  const key = new Uint8Array(32).fill(5);
  it.each([
    [digits, '+49 (151) 2345678', null],
    [digits, '+49 151 2345678', /^\+\d\d \d{3} \d{7}$/],
    [digits, '2026-11/23.456_7', /^\d{4}-\d\d\/\d\d\.\d{3}_\d$/],
    [lower, 'ab12-cd34', /^[0-9a-z]{4}-[0-9a-z]{4}$/],
    [upper, 'ab12-cd34', null],
    [mixed, 'Ab1234', /^[0-9A-Za-z]{6}$/],
    [digits, '=1234567', null],
    [digits, '-1234567', null],
    [digits, '1234567\n', null],
    [digits, '12--345678', null],
    [digits, '99999', null],
    [lower, 'abc', null],
    [digits, '1'.repeat(65), null],
    [digits, '', null],
  ])('of %s makes of %s what has its form, or nothing', (alphabet, text, shape) => {
    const written = formatCipher(key, alphabet)(text);
    if (shape === null) expect(written).toBeNull();
    else expect(written).toMatch(shape);
  });

  it('gives no two values one, and a million are the fewest that it takes', () => {
    const cipher = formatCipher(key, digits);
    const written = new Set(Array.from({ length: 500 }, (_, at) => cipher(String(100_000 + at * 7))));
    expect(written.size).toBe(500);
    expect(written.has(null)).toBe(false);
  });

  it('is gone from the connection once it is removed', async () => {
    const { duck, close } = await openTestDuck();
    const macro = `"${formatCipherMacro('k', 'digits')}"('123456789') AS v`;
    await installFormatCiphers(duck, new Map([['k', key]]));
    expect((await duck.texts(`SELECT ${macro}`))[0]![0]).toMatch(/^\d{9}$/);
    await duck.run(`CREATE TEMP VIEW left_over AS SELECT ${macro}`);
    await removeFormatCiphers(duck);
    await expect(duck.texts(`SELECT ${macro}`)).rejects.toThrow();
    const kept = await duck.texts('SELECT v FROM left_over').catch(() => [[null]]);
    expect(kept[0]![0]).toBeNull();
    await close();
  });
});
