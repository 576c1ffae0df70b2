/**
 * Tables for the bench of local recoding: the sample with the bands of a recipe for finding segments, the same
 * resampled to any size, and a table with hierarchies beside it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bandLabels } from '#shared/domain/band-labels.ts';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { below, seededRandom } from '#engine/anonymise/local/seeded-random.ts';

const root = resolve(import.meta.dirname, '..', '..');
const referenceDate = '2026-11-30';

/** Columns that leave as they are. */
const kept =
  'region country gender signup_channel social_shares support_tickets payment_method favourite_category loyalty_segment ' +
  'last_action purchase_motivation satisfaction_score recommend_score sentiment city ad_shown';
const months = 'cookie_first_seen advertising_id_first_seen signup_date last_order_date last_login';
const whole = {
  annual_income: [38_000],
  site_visits: [6, 9, 13, 19, 26, 38, 60],
  emails_opened: [2, 4, 7, 10, 15, 22, 37],
  email_clicks: [1, 2, 3, 4, 8],
  ad_clicks: [1, 2, 3, 5],
  orders_count: [1, 2, 3, 5],
  app_usage_days: [2, 4, 8],
  days_since_last_visit: [5, 9, 15, 24, 36, 57, 110],
};
const decimal = { total_spent: [53, 83, 130, 200, 380], session_minutes: [2.2, 3.2, 4.3, 5.5, 7.1, 9.4, 14] };

const bander = (edges, unit) => {
  const labels = bandLabels(edges, unit);
  return (cell) =>
    cell.trim() === '' || Number.isNaN(Number(cell))
      ? null
      : labels[edges.filter((edge) => edge <= Number(cell)).length];
};

function ageOf(born) {
  const date = new Date(`${born}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(born) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== born)
    return '';
  return String(
    Number(referenceDate.slice(0, 4)) - Number(born.slice(0, 4)) - (referenceDate.slice(5) < born.slice(5) ? 1 : 0),
  );
}

const bands = new Map([
  ...kept.split(' ').map((name) => [name, (cell) => (cell === '' ? null : cell)]),
  ...months.split(' ').map((name) => [name, (cell) => (cell === '' ? null : cell.slice(0, 7))]),
  ...Object.entries(whole).map(([name, edges]) => [name, bander(edges, 1)]),
  ...Object.entries(decimal).map(([name, edges]) => [name, bander(edges, 0)]),
  ['postal_code', (cell) => (cell === '' ? null : `${cell.trim().slice(0, 2)}*`)],
  ['date_of_birth', (cell) => bander([18, 55], 1)(ageOf(cell))],
]);

/** Rows of a CSV file as texts, quotes allowed; rows of another length than the first are passed over. */
function readCsv(file, delimiter = ',') {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}]*))(${delimiter}|\\r?\\n|$)`, 'gy');
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== delimiter) rows.push([]);
  }
  const [names, ...others] = rows;
  return { names, rows: others.filter((row) => row.length === names.length) };
}

/** The sample's 10,000 rows and 33 columns, banded; nobody left out. */
export function bandedSample() {
  const { names, rows } = readCsv(join(root, 'resources', 'sample', 'customers.csv'));
  const columns = names.flatMap((name, at) => (bands.has(name) ? [{ name, at, band: bands.get(name) }] : []));
  return codeRows(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ at, band }) => band(row[at]))),
  );
}

/** So many rows drawn from a table, a quarter of the cells from other rows; every value known to the table stays known. */
export function resampled({ columns, rows }, count) {
  const random = seededRandom(11);
  const drawn = columns.map(({ name, values }) => ({ name, values, codes: new Uint16Array(count) }));
  for (let row = 0; row < count; row += 1) {
    const from = below(random, rows);
    for (const [at, { codes }] of columns.entries())
      drawn[at].codes[row] = codes[random() < 0.25 ? below(random, rows) : from];
  }
  return { rows: count, columns: drawn };
}

/**
 * The census table that anonymisation is measured on everywhere, with its hierarchies, one row per leaf.
 * @throws where it is neither beside the checkout nor in the folder that CUSTOS_ADULT_FOLDER names
 */
export function adultColumns() {
  const folder = process.env.CUSTOS_ADULT_FOLDER ?? resolve(root, '..', 'shared', 'data', 'adult');
  if (!existsSync(folder)) throw new Error('the adult table and its hierarchies are not beside the checkout');
  const { names, rows } = readCsv(join(folder, 'adult.csv'), ';');
  return codeRows(names, rows).columns.map(({ name, codes, values }) => {
    const paths = readFileSync(join(folder, 'hierarchies', `adult_hierarchy_${name}.csv`), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split(';'));
    const pathOf = new Map(paths.map((path) => [path[0], path]));
    const levels = paths[0].map((_, level) => {
      const labels = [...new Set(paths.map((path) => path[level]))];
      const places = new Map(labels.map((label, place) => [label, place]));
      const leaves = new Uint32Array(labels.length);
      for (const path of paths) leaves[places.get(path[level])] += 1;
      return { labels, of: Uint32Array.from(values, (value) => places.get(pathOf.get(value)[level])), leaves };
    });
    return { codes, hierarchy: { column: name, levels, domain: paths.length } };
  });
}
