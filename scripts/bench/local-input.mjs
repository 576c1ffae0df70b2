/**
 * Tables for the bench of local recoding: the sample with the bands of a recipe for finding segments, any number of rows
 * drawn like its own, and a table with hierarchies beside it.
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

/** How often the values of two columns meet. */
function meetings({ rows }, one, other) {
  const width = other.values.length;
  const counts = new Uint32Array(one.values.length * width);
  for (let row = 0; row < rows; row += 1) counts[one.codes[row] * width + other.codes[row]] += 1;
  return counts;
}

/** How much two columns tell of each other (mutual information). */
function information(table, one, other) {
  const counts = meetings(table, one, other);
  const width = other.values.length;
  const [left, right] = [new Float64Array(one.values.length), new Float64Array(width)];
  for (const [at, count] of counts.entries()) {
    left[Math.floor(at / width)] += count;
    right[at % width] += count;
  }
  return counts.reduce(
    (sum, count, at) =>
      count === 0
        ? sum
        : sum + count * Math.log((count * table.rows) / (left[Math.floor(at / width)] * right[at % width])),
    0,
  );
}

/** Columns in an order in which each has the earlier one that tells most of it (Chow and Liu 1968). */
function treeOf(table) {
  const order = [{ at: 0, parent: -1 }];
  const best = table.columns.map((column) => ({ parent: 0, tells: information(table, table.columns[0], column) }));
  const open = new Set(table.columns.keys());
  open.delete(0);
  while (open.size > 0) {
    const at = [...open].reduce((most, one) => (best[one].tells > best[most].tells ? one : most));
    order.push({ at, parent: best[at].parent });
    open.delete(at);
    for (const one of open) {
      const tells = information(table, table.columns[at], table.columns[one]);
      if (tells > best[one].tells) best[one] = { parent: at, tells };
    }
  }
  return order;
}

/** So many rows that nobody has: drawn column by column, each as it goes with the one that tells most of it. */
export function drawn(table, count) {
  const random = seededRandom(11);
  const columns = table.columns.map(({ name, values }) => ({ name, values, codes: new Uint16Array(count) }));
  for (const { at, parent } of treeOf(table)) {
    const { codes } = table.columns[at];
    const groups = new Map();
    for (let row = 0; row < table.rows; row += 1) {
      const key = parent < 0 ? 0 : table.columns[parent].codes[row];
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(codes[row]);
    }
    for (let row = 0; row < count; row += 1) {
      const known = groups.get(parent < 0 ? 0 : columns[parent].codes[row]);
      columns[at].codes[row] = known[below(random, known.length)];
    }
  }
  return { rows: count, columns };
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
