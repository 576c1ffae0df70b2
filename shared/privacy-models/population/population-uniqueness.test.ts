import { describe, expect, it } from 'vitest';
import { seeded } from '#test/support/seeded.ts';
import { digamma, lnGamma, trigamma } from './gamma.ts';
import { fitPitman, pitman } from './pitman.ts';
import { populationUniqueness } from './population-uniqueness.ts';
import { sampled, type SampledClasses } from './sampled-classes.ts';
import { slideNegativeBinomial, solveNegativeBinomial } from './slide-negative-binomial.ts';
import { zayatz } from './zayatz.ts';

/** Class sizes of who is in which class. */
function classesOf(people: readonly number[]): SampledClasses {
  const sizes = new Map<number, number>();
  for (const one of people) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const counts = new Map<number, number>();
  for (const size of sizes.values()) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].map(([size, classes]) => ({ size, classes })).toSorted((a, b) => a.size - b.size);
}

const aloneIn = (people: readonly number[]): number => classesOf(people).find(({ size }) => size === 1)?.classes ?? 0;

/** A population of Pitman's model, in the order in which it came: its first n are a sample of it. */
function pitmanPopulation(theta: number, alpha: number, n: number, random: () => number): number[] {
  const people: number[] = [];
  const sizes: number[] = [];
  for (let at = 0; at < n; at += 1) {
    let which = sizes.length;
    if (random() * (theta + at) >= theta + sizes.length * alpha)
      do which = people[Math.floor(random() * at)]!;
      while (random() * sizes[which]! < alpha);
    sizes[which] = (sizes[which] ?? 0) + 1;
    people.push(which);
  }
  return people;
}

/** Classes whose size is one more than a negative binomial number, everybody in random order. */
function slidePopulation(k: number, alpha: number, beta: number, random: () => number): number[] {
  const people: number[] = [];
  for (let which = 0; which < k; which += 1) {
    // By the chances one after the other: P(x+1) = P(x)·(x+α)/(x+1)·(1−β).
    let [x, chance, left] = [0, beta ** alpha, random()];
    for (; left > chance && x < 10_000; x += 1) {
      left -= chance;
      chance *= ((x + alpha) / (x + 1)) * (1 - beta);
    }
    for (let at = 0; at <= x; at += 1) people.push(which);
  }
  for (let at = people.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [people[at], people[other]] = [people[other]!, people[at]!];
  }
  return people;
}

describe('the gamma function and its derivatives', () => {
  it('have their known values', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(lnGamma(1) + lnGamma(2)).toBeCloseTo(0, 13);
    const euler = 0.577_215_664_901_532_9;
    expect(digamma(1)).toBeCloseTo(-euler, 13);
    expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 13);
    expect(digamma(101) - digamma(100)).toBeCloseTo(1 / 100, 14);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 13);
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 12);
    expect(lnGamma(1e6 + 1) - lnGamma(1e6)).toBeCloseTo(Math.log(1e6), 8);
  });
});

describe('Zayatz', () => {
  it('is what the hypergeometric chances give by hand', () => {
    // 6 people in 4 classes of 1, 1, 2, 2; population 12. h(1) = 1/2, h(2) = 2·(6·6)/(12·11) = 6/11.
    const sample = sampled(
      [
        { size: 1, classes: 2 },
        { size: 2, classes: 2 },
      ],
      12,
    );
    const chance = (0.5 * 0.5) / (0.5 * 0.5 + 0.5 * (6 / 11));
    expect(zayatz(sample)).toBeCloseTo((2 * chance) / 0.5, 12);
  });

  it('counts nobody where nobody is alone, and everybody where the sample is the population', () => {
    expect(zayatz(sampled([{ size: 3, classes: 4 }], 100))).toBe(0);
    expect(
      zayatz(
        sampled(
          [
            { size: 1, classes: 7 },
            { size: 2, classes: 5 },
          ],
          17,
        ),
      ),
    ).toBeCloseTo(7, 12);
  });
});

/** ln of the chance of a sample's classes under Pitman's model, term by term, but for what depends on neither. */
function likelihood(classes: SampledClasses, theta: number, alpha: number): number {
  const { people, different } = sampled(classes, 1);
  let sum = 0;
  for (let at = 1; at < different; at += 1) sum += Math.log(theta + at * alpha);
  for (let at = 1; at < people; at += 1) sum -= Math.log(theta + at);
  for (const { size, classes: many } of classes)
    for (let at = 1; at < size; at += 1) sum += many * Math.log(at - alpha);
  return sum;
}

describe('Pitman', () => {
  it.each([
    [20, 0.4],
    [300, 0.7],
    [5, 0.1],
  ])('finds where the likelihood is highest (theta %d, alpha %d)', (theta, alpha) => {
    const classes = classesOf(pitmanPopulation(theta, alpha, 2000, seeded(7)));
    const fit = fitPitman(sampled(classes, 1e6))!;
    const top = likelihood(classes, fit.theta, fit.alpha);
    for (const [t, a] of [
      [1.05, 0],
      [0.95, 0],
      [1, 0.01],
      [1, -0.01],
      [1.1, -0.02],
      [0.9, 0.02],
    ] as const)
      if (fit.alpha + a > 0) expect(likelihood(classes, fit.theta * t, fit.alpha + a)).toBeLessThan(top);
  });

  it('tells how many are alone in a population that it drew', () => {
    for (const [theta, alpha] of [
      [50, 0.5],
      [500, 0.3],
    ] as const) {
      const population = pitmanPopulation(theta, alpha, 60_000, seeded(11));
      const told = pitman(sampled(classesOf(population.slice(0, 4000)), 60_000))!;
      expect(Math.abs(told / aloneIn(population) - 1)).toBeLessThan(0.25);
    }
  });

  it('does not fit where everybody is alone, or all are in one class', () => {
    expect(pitman(sampled([{ size: 1, classes: 50 }], 1000))).toBeNull();
    expect(pitman(sampled([{ size: 50, classes: 1 }], 1000))).toBeNull();
  });
});

describe('the slide negative binomial', () => {
  it('solves its two equations: the expected classes of one and two give back alpha and beta', () => {
    const [k, q, alpha, beta] = [1000, 0.3, 1.7, 0.4];
    // By the distribution itself: sizes up to where nothing is left, each drawn with chance q.
    const expected = [0, 0, 0];
    let chance = beta ** alpha;
    for (let x = 0; x < 400; x += 1) {
      const size = x + 1;
      expected[1]! += k * chance * size * q * (1 - q) ** (size - 1);
      expected[2]! += (k * chance * size * (size - 1) * q * q * (1 - q) ** Math.max(0, size - 2)) / 2;
      chance *= ((x + alpha) / (x + 1)) * (1 - beta);
    }
    const found = solveNegativeBinomial(k, q, expected[1]!, expected[2]!)!;
    expect(found.alpha).toBeCloseTo(alpha, 6);
    expect(found.beta).toBeCloseTo(beta, 8);
  });

  it('tells how many are alone in a population that it drew', () => {
    const population = slidePopulation(20_000, 1.2, 0.35, seeded(3));
    const told = slideNegativeBinomial(
      sampled(classesOf(population.slice(0, population.length / 2)), population.length),
    )!;
    expect(Math.abs(told / aloneIn(population) - 1)).toBeLessThan(0.25);
  });

  it('does not fit where no class of one or of two is there, nor a sample that is everybody', () => {
    expect(slideNegativeBinomial(sampled([{ size: 1, classes: 5 }], 100))).toBeNull();
    expect(slideNegativeBinomial(sampled([{ size: 2, classes: 5 }], 100))).toBeNull();
    expect(
      slideNegativeBinomial(
        sampled(
          [
            { size: 1, classes: 4 },
            { size: 2, classes: 3 },
          ],
          10,
        ),
      ),
    ).toBeNull();
  });
});

describe("Dankar's rule", () => {
  const population = pitmanPopulation(200, 0.6, 40_000, seeded(5));
  const of = (people: number) => populationUniqueness(classesOf(population.slice(0, people)), 40_000);

  it('goes by Pitman up to a tenth, above by the smaller of SNB and Zayatz', () => {
    const small = of(2000);
    expect(small.dankar).toEqual({ estimate: small.pitman, share: small.pitman! / 40_000, by: 'pitman' });
    const large = of(20_000);
    expect(large.dankar.by).toBe(large.snb !== null && large.snb < large.zayatz ? 'snb' : 'zayatz');
    expect(large.dankar.estimate).toBe(Math.min(large.zayatz, large.snb ?? Infinity));
  });

  it('takes Zayatz where Pitman does not fit, and nobody where nobody is alone', () => {
    expect(populationUniqueness([{ size: 1, classes: 50 }], 1000)).toMatchObject({
      pitman: null,
      snb: null,
      dankar: { estimate: 1000, share: 1, by: 'zayatz' },
    });
    expect(populationUniqueness([{ size: 4, classes: 50 }], 1000).dankar).toEqual({
      estimate: 0,
      share: 0,
      by: 'none',
    });
  });
});
