import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { findPrivacyModel, privacyModels } from '#shared/privacy-models/index.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

type Row = [quasi: string, secret: string | null];
const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3', '10', null)), {
  minLength: 2,
  maxLength: 24,
});
/** Each class under a coarser name, as one level up in a hierarchy gives it. */
const coarser = fc.record({
  a: fc.constantFrom('x', 'y'),
  b: fc.constantFrom('x', 'y'),
  c: fc.constantFrom('x', 'y'),
  d: fc.constantFrom('x', 'y'),
});

const measured = async (table: readonly Row[]) => {
  await tableOf(duck, 'people', 2, [...table]);
  return measureRisk(duck, 'people', {
    qi: [{ name: 'quasi', sql: 'c1' }],
    sensitive: [{ name: 'secret', sql: 'c2' }],
  });
};
const models = privacyModels.map(({ id }) => findPrivacyModel(id)!);

/** Whether whatever settings held before still hold: the measured value is the strictest that does. */
const noWorse = ({ better }: { better: 'higher' | 'lower' }, before: number, after: number): boolean =>
  better === 'lower' ? after <= before + 1e-9 : after >= before - 1e-9;

describe('what a model says of its monotonicity', () => {
  it.each(models.filter(({ isMonotone }) => isMonotone.underGeneralisation).map((model) => [model.id, model] as const))(
    '%s is no worse when classes are put together',
    async (_id, model) => {
      await fc.assert(
        fc.asyncProperty(rows, coarser, async (table, names) => {
          const before = model.value(await measured(table), model.usual, 'secret');
          const after = model.value(
            await measured(table.map(([quasi, secret]) => [names[quasi], secret])),
            model.usual,
            'secret',
          );
          expect(noWorse(model, before, after)).toBe(true);
        }),
        { seed: 7, numRuns: 60 },
      );
    },
  );

  it.each(
    models
      .filter(({ isMonotone }) => isMonotone.underSuppression === 'whole-classes')
      .map((model) => [model.id, model] as const),
  )('%s is no worse when a whole class is left out', async (_id, model) => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const left = table.filter(([quasi]) => quasi !== table[0]![0]);
        fc.pre(left.some(([, secret]) => secret !== null));
        const before = model.value(await measured(table), model.usual, 'secret');
        expect(noWorse(model, before, model.value(await measured(left), model.usual, 'secret'))).toBe(true);
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  it.each(
    models.filter(({ isMonotone }) => isMonotone.withSuppressionLimit).map((model) => [model.id, model] as const),
  )('%s passes where a class that holds takes in one that does not', async (_id, model) => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const one = table.filter(([quasi]) => quasi === table[0]![0]);
        const together = table.map(([, secret]): Row => ['x', secret]);
        const before = model.value(await measured(one), model.usual, 'secret');
        expect(noWorse(model, before, model.value(await measured(together), model.usual, 'secret'))).toBe(true);
      }),
      { seed: 9, numRuns: 60 },
    );
  });

  it('entropy l-diversity does not: one value that fills the other class outweighs the variety of the first', async () => {
    const varied: Row[] = [
      ['a', '1'],
      ['a', '2'],
    ];
    const entropy = findPrivacyModel('entropy-l-diversity')!;
    expect(entropy.value(await measured(varied), entropy.usual, 'secret')).toBeCloseTo(2, 9);
    const together = [...varied, ...Array.from({ length: 20 }, (): Row => ['a', '1'])];
    expect(entropy.value(await measured(together), entropy.usual, 'secret')).toBeLessThan(1.3);
  });

  it('t-closeness may break when a class is left out: the whole table it is compared with is another one', async () => {
    const table: Row[] = [
      ['a', 'x'],
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'y'],
    ];
    const closeness = findPrivacyModel('t-closeness')!;
    const before = closeness.value(await measured(table), closeness.usual, 'secret');
    const after = closeness.value(await measured(table.filter(([quasi]) => quasi !== 'c')), closeness.usual, 'secret');
    expect(after).toBeGreaterThan(before);
  });
});
