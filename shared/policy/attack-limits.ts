import { policyTopic } from './policy-row.ts';

const ours = {
  value: 10,
  validFrom: '2026-11-30',
  source: 'Product policy; the three attacks are those of WP216, measured as Giomi et al. 2023 (PoPETs 2023(2)) do',
  checkedOn: '2026-11-30',
};

/**
 * How much more an attacker may learn of somebody because they are in a release: (main − control) / (1 − control), in
 * per cent. A release whose interval lies above is not called anonymised.
 */
export const attackLimit = policyTopic({
  id: 'attack-limit',
  unit: 'percent',
  bounds: { minimum: 1, maximum: 100 },
  rows: [
    { subject: 'singling-out', ...ours },
    { subject: 'linkability', ...ours },
    { subject: 'inference', ...ours, note: 'Of every column.' },
  ],
});
