// Each privacy model beside its definition, written out on rows and nothing else.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { findPrivacyModel, privacyModels, type PrivacyModelId } from '#shared/privacy-models/index.ts';
import { strictest } from '#shared/privacy-models/privacy-model.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { measuredRows, type ClassRow } from '#test/support/measured-rows.ts';

type Group = readonly (string | null)[];

const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', '10', null)), {
  minLength: 1,
  maxLength: 18,
});
const groupsOf = (table: readonly ClassRow[]): Group[] =>
  [...new Set(table.map(([quasi]) => quasi))].map((quasi) =>
    table.filter(([own]) => own === quasi).map(([, secret]) => secret),
  );
const often = (group: Group, value: string | null): number => group.filter((one) => one === value).length;
const share = (group: Group, value: string | null): number => often(group, value) / group.length;
const different = (group: Group): (string | null)[] => [...new Set(group)];
const filled = (group: Group): string[] => group.filter((one) => one !== null);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Whether every class with a value that is there passes; where none has any, nothing is protected. */
const everyFilled = (table: readonly ClassRow[], passes: (group: string[]) => boolean): boolean => {
  const groups = groupsOf(table)
    .map(filled)
    .filter((group) => group.length > 0);
  return groups.length > 0 && groups.every(passes);
};
const every = (table: readonly ClassRow[], passes: (group: Group, whole: Group) => boolean): boolean =>
  groupsOf(table).every((group) =>
    passes(
      group,
      table.map(([, secret]) => secret),
    ),
  );
const fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1));

const choose = (n: number, k: number): number => {
  let ways = k < 0 || k > n ? 0 : 1;
  for (let at = 1; at <= k && ways > 0; at++) ways = (ways * (n - k + at)) / at;
  return ways;
};

type Holds = (table: readonly ClassRow[], settings: never) => boolean;
/** A margin for sums of shares that are equal but for their last digit. */
const tiny = 1e-9;

const definitions: Record<PrivacyModelId, { settings: fc.Arbitrary<object>; holds: Holds }> = {
  'k-anonymity': {
    settings: fc.record({ k: fc.integer({ min: 1, max: 6 }) }),
    holds: (table, { k }: { k: number }) => every(table, (group) => group.length >= k),
  },
  'k-map': {
    settings: fc.record({
      k: fc.integer({ min: 1, max: 8 }),
      sampled: fc.constantFrom(0.1, 0.5, 1),
      alpha: fc.constantFrom(0.01, 0.3),
    }),
    holds(table, { k, sampled, alpha }: { k: number; sampled: number; alpha: number }) {
      const mean = k * sampled;
      const atMost = (n: number): number =>
        sum(Array.from({ length: n + 1 }, (_, at) => (Math.exp(-mean) * mean ** at) / fact(at)));
      let enough = 0;
      while (atMost(enough) < 1 - alpha) enough += 1;
      return every(table, (group) => group.length >= Math.min(k, enough));
    },
  },
  'distinct-l-diversity': {
    settings: fc.record({ l: fc.integer({ min: 1, max: 4 }) }),
    holds: (table, { l }: { l: number }) => everyFilled(table, (group) => different(group).length >= l),
  },
  'entropy-l-diversity': {
    settings: fc.record({ l: fc.constantFrom(1.2, 1.7, 2.3) }),
    holds: (table, { l }: { l: number }) =>
      everyFilled(
        table,
        (group) => -sum(different(group).map((v) => share(group, v) * Math.log(share(group, v)))) >= Math.log(l),
      ),
  },
  'recursive-l-diversity': {
    settings: fc.record({ c: fc.constantFrom(1, 2, 3.5), l: fc.integer({ min: 2, max: 4 }) }),
    holds: (table, { c, l }: { c: number; l: number }) =>
      everyFilled(table, (group) => {
        const counts = different(group).map((value) => often(group, value));
        counts.sort((a, b) => b - a);
        return counts.length >= l && counts[0]! < c * sum(counts.slice(l - 1));
      }),
  },
  'alpha-k-anonymity': {
    settings: fc.record({ alpha: fc.constantFrom(0.3, 0.5, 0.75), k: fc.integer({ min: 1, max: 4 }) }),
    holds: (table, { alpha, k }: { alpha: number; k: number }) =>
      every(table, (group) => group.length >= k && different(group).every((value) => share(group, value) <= alpha)),
  },
  't-closeness': {
    settings: fc.oneof(
      fc.record({ t: fc.constantFrom(0.11, 0.31, 0.47), distance: fc.constant('equal') }),
      fc.record({ t: fc.constantFrom(0.11, 0.23, 0.31), distance: fc.constant('ordered') }),
      fc.record({
        t: fc.constantFrom(0.11, 0.23, 0.31),
        distance: fc.constant('hierarchical'),
        hierarchy: fc.constant([
          ['1', 'small', '*'],
          ['2', 'small', '*'],
          ['3', 'large', '*'],
          ['10', 'large', '*'],
        ]),
      }),
    ),
    holds: (table, { t, distance }: { t: number; distance: string }) =>
      every(table, (group, whole) => {
        // Moved along the cheapest way, which is found by its ground distances: a line, a star, or a tree of two branches.
        const extra = (values: readonly (string | null)[]): number =>
          sum(values.map((value) => share(group, value) - share(whole, value)));
        const all = [null, '1', '2', '3', '10'].filter((value) => whole.includes(value));
        if (distance === 'equal') return sum(all.map((value) => Math.abs(extra([value])))) / 2 <= t;
        if (distance === 'ordered')
          return (
            all.length < 2 || sum(all.map((_, at) => Math.abs(extra(all.slice(0, at + 1))))) / (all.length - 1) <= t
          );
        // On a tree each edge carries what its subtree has too much: half a level for a leaf of a branch, half for the branch.
        const branches: (string | null)[][] = [['1', '2'], ['3', '10'], [null]];
        const edges = branches.map((branch) => [
          Math.abs(extra(branch)),
          ...branch.map((value) => Math.abs(extra([value]))),
        ]);
        return sum(edges.flat()) / 4 <= t;
      }),
  },
  'delta-presence': {
    settings: fc.constantFrom({ member: '1', least: 0, most: 0.4 }, { member: '1', least: 0.2, most: 0.6 }),
    holds: (table, { member, least, most }: { member: string; least: number; most: number }) =>
      every(table, (group) => share(group, member) >= least - tiny && share(group, member) <= most + tiny),
  },
  'delta-disclosure': {
    settings: fc.record({ delta: fc.constantFrom(0.4, 0.9, 1.3) }),
    holds: (table, { delta }: { delta: number }) =>
      every(table, (group, whole) =>
        different(group).every((value) => Math.abs(Math.log2(share(group, value) / share(whole, value))) < delta),
      ),
  },
  'basic-beta-likeness': {
    settings: fc.record({ beta: fc.constantFrom(0.3, 1, 2.2) }),
    holds: (table, { beta }: { beta: number }) =>
      every(table, (group, whole) =>
        different(group).every((value) => share(group, value) / share(whole, value) - 1 <= beta + tiny),
      ),
  },
  'enhanced-beta-likeness': {
    settings: fc.record({ beta: fc.constantFrom(0.3, 1, 2.2) }),
    holds: (table, { beta }: { beta: number }) =>
      every(table, (group, whole) =>
        different(group).every((value) => {
          const [p, q] = [share(group, value), share(whole, value)];
          return (p - q) / q <= Math.min(beta, -Math.log(q)) + tiny;
        }),
      ),
  },
  'average-risk': {
    settings: fc.record({ risk: fc.constantFrom(0.15, 0.31, 0.6) }),
    holds: (table, { risk }: { risk: number }) => groupsOf(table).length / table.length <= risk,
  },
  'strict-average-risk': {
    settings: fc.record({
      average: fc.constantFrom(0.31, 0.6),
      highest: fc.constantFrom(0.3, 0.5),
      atRisk: fc.constantFrom(0, 0.22),
    }),
    holds: (table, { average, highest, atRisk }: { average: number; highest: number; atRisk: number }) =>
      groupsOf(table).length / table.length <= average &&
      sum(groupsOf(table).map((group) => (1 / group.length > highest ? group.length : 0))) / table.length <= atRisk,
  },
  'sample-uniqueness': {
    settings: fc.record({ share: fc.constantFrom(0, 0.11, 0.33) }),
    holds: (table, settings: { share: number }) =>
      groupsOf(table).filter((group) => group.length === 1).length / table.length <= settings.share,
  },
  'population-uniqueness': {
    settings: fc.record({
      share: fc.constantFrom(0.013, 0.11, 0.29),
      population: fc.constantFrom(18, 40, 200),
      estimate: fc.constant('zayatz'),
    }),
    holds(table, { share: most, population }: { share: number; population: number }) {
      const drawn = table.length;
      const sizes = groupsOf(table).map((group) => group.length);
      const alone = sizes.filter((size) => size === 1).length;
      // The chance that just one of a class of so many is drawn, and of a class that is alone in the sample to be one.
      const one = (size: number): number => (size * choose(population - size, drawn - 1)) / choose(population, drawn);
      const such = sum(sizes.map(one));
      const estimate = such === 0 ? 0 : (((alone * one(1)) / such) * alone * population) / drawn;
      return Math.min(estimate, population) / population <= most;
    },
  },
};

describe('a privacy model holds where its definition does', () => {
  it.each(privacyModels.map(({ id }) => [id]))('%s', (id) => {
    const model = findPrivacyModel(id)!;
    const { settings, holds } = definitions[id];
    const answers = new Set<boolean>();
    fc.assert(
      fc.property(rows, settings, (table, chosen) => {
        const asked = model.settings.parse(chosen);
        const value = strictest(model.judgement, model.better)(measuredRows(table), asked, 'secret');
        const wanted = holds(table, asked as never);
        answers.add(wanted);
        expect(model.met(value, asked)).toBe(wanted);
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(answers.size).toBe(2);
  });
});

describe('the data engine measures what counting by hand gives', () => {
  let duck: Duck;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ duck, close } = await openTestDuck());
  });
  afterAll(async () => close());

  it('for every model', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        await tableOf(duck, 'people', 2, table);
        const qi = [{ name: 'quasi', sql: 'c1' }];
        const risk = await measureRisk(duck, 'people', {
          qi,
          sensitive: [{ name: 'secret', sql: 'c2' }],
          counted: true,
        });
        for (const { id } of privacyModels) {
          const model = findPrivacyModel(id)!;
          const byHand = strictest(model.judgement, model.better)(measuredRows(table), model.usual, 'secret');
          expect(model.value(risk, model.usual, 'secret')).toBeCloseTo(byHand, 9);
        }
      }),
      { seed: 12, numRuns: 15 },
    );
  });
});
