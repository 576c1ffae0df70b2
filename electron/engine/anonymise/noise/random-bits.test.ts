import { expect, it } from 'vitest';
import { surprise, tallied } from '#test/support/chi-square.ts';
import { below, belowBig, cryptographicBits, seededBits, shuffle, type RandomBits } from './random-bits.ts';

const even = (values: number): Map<number, number> =>
  new Map(Array.from({ length: values }, (_, value) => [value, 1 / values]));

it.each<[string, RandomBits]>([
  ['seeded', seededBits(5)],
  ['cryptographic', cryptographicBits()],
])('%s bits make every whole number below a bound as likely', (_, bits) => {
  for (const bound of [2, 3, 10, 97])
    expect(
      surprise(
        tallied(20_000, () => below(bits, bound)),
        even(bound),
      ),
    ).toBeLessThan(4.75);
  expect(below(bits, 1)).toBe(0);
});

it('draws below bounds of any size', () => {
  const bits = seededBits(6);
  const bound = 3n * 2n ** 70n;
  const thirds = tallied(10_000, () => Number((belowBig(bits, bound) * 3n) / bound));
  expect(surprise(thirds, even(3))).toBeLessThan(4.75);
  for (const width of [2n ** 32n, 2n ** 32n + 1n, 2n ** 64n]) {
    const drawn = belowBig(bits, width);
    expect(drawn >= 0n && drawn < width).toBe(true);
  }
});

it('repeats with a seed, and differs with another', () => {
  const three = (seed: number): number[] => {
    const bits = seededBits(seed);
    return [bits.word(), bits.word(), bits.word()];
  };
  expect(three(1)).toEqual(three(1));
  expect(three(1)).not.toEqual(three(2));
});

it('puts things into every order as often', () => {
  const bits = seededBits(7);
  const orders = ['012', '021', '102', '120', '201', '210'];
  const counts = tallied(12_000, () => {
    const array = Uint32Array.of(0, 1, 2);
    shuffle(bits, array);
    return orders.indexOf([...array].join(''));
  });
  expect(surprise(counts, even(6))).toBeLessThan(4.75);
});
