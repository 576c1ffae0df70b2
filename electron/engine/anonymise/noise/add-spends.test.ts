import { expect, it } from 'vitest';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { addSpends } from './add-spends.ts';
import { epsilonOf, rhoOf } from './concentrated.ts';

const spend = (epsilon: number, delta: number): PrivacySpend => ({
  mechanism: delta === 0 ? 'discrete-laplace' : 'noisy-tree',
  neighbouring: 'add-or-remove-row',
  epsilon,
  delta,
  rho: delta === 0 ? null : rhoOf(epsilon, delta),
  most: null,
});

it('adds ε and δ, and takes the sum of ρ where that gives less', () => {
  expect(addSpends([])).toEqual({ epsilon: 0, delta: 0, by: 'basic' });
  expect(addSpends([spend(1, 0), spend(0.5, 0)])).toEqual({ epsilon: 1.5, delta: 0, by: 'basic' });
  const twelve = addSpends(Array.from({ length: 12 }, () => spend(1, 1e-7)));
  expect(twelve.by).toBe('zcdp');
  expect(twelve.delta).toBeCloseTo(1.2e-6, 12);
  expect(twelve.epsilon).toBeCloseTo(epsilonOf(12 * rhoOf(1, 1e-7), 1.2e-6), 9);
  expect(twelve.epsilon).toBeLessThan(6);
});

it('counts a release without δ as ε²/2', () => {
  const many = addSpends([...Array.from({ length: 40 }, () => spend(0.1, 0)), spend(1, 1e-7)]);
  expect(many.by).toBe('zcdp');
  expect(many.epsilon).toBeCloseTo(epsilonOf(40 * 0.005 + rhoOf(1, 1e-7), 1e-7), 9);
});

it('adds ε alone where a release has no ρ', () => {
  const unknown = { ...spend(1, 1e-7), rho: null };
  expect(addSpends([unknown, unknown, unknown])).toMatchObject({ epsilon: 3, by: 'basic' });
});
