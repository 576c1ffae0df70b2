import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivacyModel, privacyModels } from '#shared/privacy-models/index.ts';
import { strictest, type PrivacyModel } from '#shared/privacy-models/privacy-model.ts';
import { measuredRows } from '#test/support/measured-rows.ts';

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

/** The strictest value of a table; that the data engine gives the same is held elsewhere. */
const valueOf = ({ judgement, better, usual }: PrivacyModel, table: readonly Row[]): number =>
  strictest(judgement, better)(measuredRows(table), usual, 'secret');
const models = privacyModels.map(({ id }) => findPrivacyModel(id)!);

/** Whether whatever settings held before still hold: the measured value is the strictest that does. */
const noWorse = ({ better }: { better: 'higher' | 'lower' }, before: number, after: number): boolean =>
  better === 'lower' ? after <= before + 1e-9 : after >= before - 1e-9;

describe('what a model says of its monotonicity', () => {
  it.each(models.filter(({ isMonotone }) => isMonotone.underGeneralisation).map((model) => [model.id, model] as const))(
    '%s is no worse when classes are put together',
    (_id, model) => {
      fc.assert(
        fc.property(rows, coarser, (table, names) => {
          const before = valueOf(model, table);
          const after = valueOf(
            model,
            table.map(([quasi, secret]) => [names[quasi], secret]),
          );
          expect(noWorse(model, before, after)).toBe(true);
        }),
        { seed: 7, numRuns: 300 },
      );
    },
  );

  it.each(
    models
      .filter(({ isMonotone }) => isMonotone.underSuppression === 'whole-classes')
      .map((model) => [model.id, model] as const),
  )('%s is no worse when a whole class is left out', (_id, model) => {
    fc.assert(
      fc.property(rows, (table) => {
        const left = table.filter(([quasi]) => quasi !== table[0]![0]);
        fc.pre(left.some(([, secret]) => secret !== null));
        expect(noWorse(model, valueOf(model, table), valueOf(model, left))).toBe(true);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it.each(
    models.filter(({ isMonotone }) => isMonotone.withSuppressionLimit).map((model) => [model.id, model] as const),
  )('%s passes where a class that holds takes in one that does not', (_id, model) => {
    fc.assert(
      fc.property(rows, (table) => {
        const one = table.filter(([quasi]) => quasi === table[0]![0]);
        const together = table.map(([, secret]): Row => ['x', secret]);
        expect(noWorse(model, valueOf(model, one), valueOf(model, together))).toBe(true);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('entropy l-diversity does not: one value that fills the other class outweighs the variety of the first', () => {
    const varied: Row[] = [
      ['a', '1'],
      ['a', '2'],
    ];
    const entropy = findPrivacyModel('entropy-l-diversity')!;
    expect(valueOf(entropy, varied)).toBeCloseTo(2, 9);
    expect(valueOf(entropy, [...varied, ...Array.from({ length: 20 }, (): Row => ['a', '1'])])).toBeLessThan(1.3);
  });

  it('δ-disclosure breaks when classes are put together: what one of them lacks becomes rarer', () => {
    const disclosure = findPrivacyModel('delta-disclosure')!;
    const apart: Row[] = [
      ['a', '1'],
      ['a', '2'],
      ...Array.from({ length: 9 }, (): Row => ['b', '2']),
      ...Array.from({ length: 9 }, (): Row => ['c', '1']),
    ];
    const together = apart.map(([quasi, secret]): Row => [quasi === 'c' ? 'c' : 'a', secret]);
    expect(valueOf(disclosure, apart)).toBeLessThan(1.1);
    expect(valueOf(disclosure, together)).toBeGreaterThan(2);
  });

  it('t-closeness may break when a class is left out: the whole table it is compared with is another one', () => {
    const table: Row[] = [
      ['a', 'x'],
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'y'],
    ];
    const closeness = findPrivacyModel('t-closeness')!;
    const left = table.filter(([quasi]) => quasi !== 'c');
    expect(valueOf(closeness, left)).toBeGreaterThan(valueOf(closeness, table));
  });
});
