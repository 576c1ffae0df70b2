/** Seeded chance for the sample: everything random in it comes from one generator, in one order. */
import { Faker, allLocales, base, en } from '@faker-js/faker';

/**
 * @param {number} seed the same seed gives the same sequence with the same version of the library
 * @returns draws (`whole`, `real`, `chance`, `pick`, `weighted`, `skewed`) and one name-and-street source per locale
 */
export function makeChance(seed) {
  const source = new Faker({ locale: [en, base], seed });
  const whole = (low, high) => source.number.int({ min: low, max: high });
  const real = () => source.number.float({ min: 0, max: 1 });
  /** Standard normal, by Box and Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - real() * 0.999999)) * Math.cos(2 * Math.PI * real());
  return {
    whole,
    real,
    normal,
    chance: (share) => real() < share,
    pick: (list) => list[whole(0, list.length - 1)],
    /** One of `[value, weight]`. */
    weighted(pairs) {
      let left = real() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of pairs) {
        left -= weight;
        if (left < 0) return value;
      }
      return pairs.at(-1)[0];
    },
    /** Log-normal with that median: many small values, a long tail. */
    skewed: (median, spread) => median * Math.exp(spread * normal()),
    hex: (length) => source.string.hexadecimal({ length, casing: 'lower', prefix: '' }),
    uuid: () => source.string.uuid(),
    pattern: (text) =>
      text.replace(/[#%]/g, () => String(whole(0, 9))).replace(/@/g, () => 'ABDEFGHJLNPQRSTUWXYZ'[whole(0, 19)]),
    local(locale) {
      return new Faker({ locale: [allLocales[locale], en, base], seed: whole(1, 2 ** 31) });
    },
  };
}
