import type { PrivacyModel } from './privacy-model.ts';

/** Every class is at least as varied as l equally frequent values: exp of the entropy, so that a rare second value counts for little. */
export const entropyLDiversity: PrivacyModel = {
  id: 'entropy-l-diversity',
  title: 'Entropy l-diversity',
  source: 'Machanavajjhala et al. 2007',
  perColumn: true,
  usual: 1.5,
  value: (risk, column) => risk.l[column]?.entropy ?? 0,
  met: (value, wanted) => value >= wanted,
  explain: (value, wanted, column) => `"${column}" is at least as varied in every class as ${value.toFixed(2)} equally frequent values, ${wanted} are wanted.`,
  examples: [
    { name: 'half and half', rows: [['a', 'flu'], ['a', 'cold']], wanted: 1.5, value: 2, met: true },
    { name: 'nine to one', rows: [...Array.from({ length: 9 }, (): [string, string] => ['a', 'flu']), ['a', 'cold']], wanted: 1.5, value: Math.exp(-(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1))), met: false },
  ],
};
