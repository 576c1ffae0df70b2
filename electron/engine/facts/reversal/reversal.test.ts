import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { tryValues } from './try-values.ts';
import { rangeOf, sizeOfAll } from './value-range.ts';
import { writtenAs } from './written-as.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const digestsOf = (values: readonly string[]): Set<string> => new Set(values.map(sha256));
const many = (make: (at: number) => string, count = 400): string[] =>
  Array.from({ length: count }, (_, at) => make(at));

it('counts the range that values of one shape lie in, by how their digits begin', () => {
  // Mobile numbers of two networks, eight digits free; 4,000,000 customer numbers; days of three years.
  const phones = many((at) => `+4917${6 + (at % 2)}${String(10_000_000 + ((at * 7_919_993) % 80_000_000))}`);
  expect(sizeOfAll(rangeOf(phones)!)).toBeLessThanOrEqual(2 * 10 ** 8);
  expect(sizeOfAll(rangeOf(phones)!)).toBeGreaterThan(10 ** 7);
  const days = many((at) => new Date(Date.UTC(1980, 0, 1) + at * 86_400_000 * 2).toISOString().slice(0, 10));
  expect(sizeOfAll(rangeOf(days)!)).toBeLessThan(100_000);
});

it('sees no range in names', () => {
  const words = ['ada', 'bo', 'cleo', 'dimitri', 'eleanor', 'fyodor', 'guinevere', 'hal'];
  const mail = many(
    (at) => `${words[at % 8]}.${'x'.repeat(1 + (at % 61))}@${words[(at * 3) % 8]}-${'y'.repeat(at % 37)}.org`,
  );
  expect(rangeOf(mail)).toBeNull();
  expect(rangeOf(['one', 'two'])).toBeNull();
});

it('finds every value of a small range, and a share of a large one', async () => {
  const codes = many((at) => `C-${String(at * 3).padStart(4, '0')}`);
  const range = rangeOf(codes)!;
  const all = await tryValues(range, digestsOf(codes.slice(0, 50)), undefined);
  expect(all).toEqual({ tried: sizeOfAll(range), undone: 50 });
  const large = many((at) => String(1_000_000_000 + ((at * 1_103_515_245 + 12_345) % 8_999_999_999)));
  const some = await tryValues(rangeOf(large)!, digestsOf(large.slice(0, 100)), undefined);
  expect(some.tried).toBeLessThan(sizeOfAll(rangeOf(large)!));
  expect(some.undone).toBeLessThan(100);
});

it.each([
  ['as they were', (text: string) => text],
  [
    'with a calling code and no leading nought',
    (text: string) => `+49${text.replaceAll(/\D/g, '').replace(/^0+/, '')}`,
  ],
  ['digits alone', (text: string) => text.replaceAll(/\D/g, '')],
])('finds how values were written before they were hashed: %s', (_, write) => {
  const plain = many((at) => `0176 ${10_000_000 + at * 977}`, 30);
  const found = writtenAs(plain.map((text) => ({ text, digest: sha256(write(text)) })));
  expect(found.map(({ text }) => text)).toEqual(plain.map(write));
});

it('gives up where nothing explains the hashes', () => {
  expect(writtenAs(many((at) => `0176 ${at}`, 30).map((text) => ({ text, digest: sha256(`salt ${text}`) })))).toEqual(
    [],
  );
});

it('stops when it is cancelled', async () => {
  const range = rangeOf(many((at) => `C-${String(at * 3).padStart(4, '0')}`))!;
  await expect(tryValues(range, new Set(), AbortSignal.abort())).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
});
