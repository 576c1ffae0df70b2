import { expect, it } from 'vitest';
import { deltaOf, epsilonOf, rhoOf } from './concentrated.ts';

// Computed with cdp2adp.py, the program its authors published with the paper (Steinke 2020).
it('converts as the authors of the conversion do', () => {
  expect(deltaOf(0.025, 1)).toBeCloseTo(1.3361319064e-6, 15);
  expect(epsilonOf(0.025, 1e-6)).toBeCloseTo(1.0140742547, 9);
  expect(rhoOf(1, 1e-6)).toBeCloseTo(0.0243559703595, 12);
  expect(epsilonOf(2.56, 1e-10)).toBeCloseTo(17.1583087121, 8);
  expect(rhoOf(3, 1e-8)).toBeCloseTo(0.1365646894591, 11);
});

it('never promises more than the plain conversion of Bun and Steinke, nor less than a grid of orders finds', () => {
  for (const rho of [1e-4, 0.01, 0.3, 2])
    for (const delta of [1e-3, 1e-6, 1e-12]) {
      const epsilon = epsilonOf(rho, delta);
      expect(epsilon).toBeLessThan(rho + 2 * Math.sqrt(rho * Math.log(1 / delta)));
      let least = Infinity;
      for (let order = 1.0005; order < 1e5; order *= 1.001)
        least = Math.min(least, rho * order + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1));
      expect(epsilon).toBeCloseTo(least, 4);
      expect(rhoOf(epsilon, delta)).toBeCloseTo(rho, 10);
    }
});

it('spends nothing for nothing', () => {
  expect([deltaOf(0, 1), epsilonOf(0, 1e-6)]).toEqual([0, 0]);
});
