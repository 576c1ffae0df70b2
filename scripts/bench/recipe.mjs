/**
 * The ten steps of the bench, on the columns of make-data.mjs: three keyed hashes, bands, prefixes, grids, and the rest
 * dropped or kept.
 */
const step = (op, settings, reason) => ({ op, version: 1, settings, reason, enabled: true });

export const benchRecipe = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-01',
  target: { k: 5, suppression: 1 },
  steps: [
    step(
      'drop-columns',
      { columns: ['first_name', 'last_name', 'phone', 'street_address', 'feedback'] },
      'no purpose needs them',
    ),
    step('keyed-hash', { columns: ['customer_id'], normalise: 'none', key: '' }, 'joins with next month, names nobody'),
    step('keyed-hash', { columns: ['email'], normalise: 'trim-lowercase', key: '' }, 'the same'),
    step('keyed-hash', { columns: ['cookie_id', 'advertising_id'], normalise: 'none', key: '' }, 'the same'),
    step(
      'age-bands',
      { columns: ['date_of_birth'], from: 'date-of-birth', dateFormat: 'iso', edges: [18, 25, 35, 45, 55, 65] },
      'a band is enough',
    ),
    step('zip-prefix', { columns: ['postal_code'], length: 2 }, 'a region is enough'),
    step('truncate-ip', { columns: ['ip_address'] }, 'the network is enough'),
    step(
      'coordinate-grid',
      { columns: ['latitude', 'longitude'], holds: 'coordinate', degrees: 1, decimalMark: '.' },
      'a square of a degree is enough',
    ),
    step('truncate-date', { columns: ['signup_date'], dateFormat: 'iso', to: 'month' }, 'the month is enough'),
    step(
      'numeric-bins',
      { columns: ['annual_income'], mode: 'width', width: 10_000, edges: [], decimalMark: '.' },
      'a bracket is enough',
    ),
  ],
};
