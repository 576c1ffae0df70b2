// The ways of anonymising, measured alone, as another program measures them:
//   node scripts/bench/ways.mjs synthetic|narrow BANDED.csv [ROWS]
// BANDED.csv is the sample as bandedRecipe makes it. Prints one line of JSON: seconds of processor time and of the clock,
// and what came out.
import { readFileSync } from 'node:fs';
import { codeRows } from '../../electron/engine/anonymise/coded/coded-table.ts';
import { jointTables } from '../../electron/engine/anonymise/narrow/joint-tables.ts';
import { safeSets } from '../../electron/engine/anonymise/narrow/safe-sets.ts';
import { seededBits } from '../../electron/engine/anonymise/noise/random-bits.ts';
import { synthesise } from '../../electron/engine/anonymise/synthetic/synthesise.ts';
import { tallyPair, variation } from '../../electron/engine/anonymise/synthetic/tallies.ts';

/** Sixteen columns that P1 asks for. */
const wanted =
  'date_of_birth gender country annual_income signup_date signup_channel site_visits orders_count total_spent ' +
  'last_order_date payment_method favourite_category loyalty_segment satisfaction_score recommend_score sentiment';

/** Plain CSV: no cell of the banded sample is quoted. */
function tableOf(file) {
  const [names, ...rows] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  if (rows.some((cells) => cells.length !== names.length)) throw new Error('The banded sample has quoted cells.');
  return codeRows(
    names,
    rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))),
  );
}

async function timed(work) {
  const [used, began] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { result, cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - began) / 1000, peakMb };
}

/** What a person would put first: bands by their lower end, the open one below all others; no value last. */
function inOrder(values) {
  const full = values.filter((value) => value !== null);
  const lower = (value) => (value.startsWith('<') ? -Infinity : Number.parseFloat(value));
  const numbers = full.every((value) => !Number.isNaN(lower(value)) && !/^\d{4}-\d\d/.test(value));
  full.sort(numbers ? (a, b) => lower(a) - lower(b) : undefined);
  return full.length < values.length ? [...full, null] : full;
}

/** Columns coded by their lists, so that two tables can be laid side by side. */
const coded = ({ columns }, domains) =>
  columns.map(({ name, codes, values }, at) => {
    const place = new Map([...domains[at], 'other'].map((value, code) => [value, code]));
    const to = values.map((value) => place.get(value));
    return { name, codes: codes.map((code) => to[code]), values: [...place.keys()] };
  });

function meanError(one, other, domains) {
  const [a, b] = [coded(one, domains), coded(other, domains)];
  let [sum, pairs] = [0, 0];
  for (let x = 0; x < a.length; x += 1)
    for (let y = x + 1; y < a.length; y += 1) {
      sum += variation(tallyPair(a[x], a[y]), tallyPair(b[x], b[y]), one.rows, other.rows);
      pairs += 1;
    }
  return sum / pairs;
}

async function synthetic(table, rows) {
  const columns = table.columns.map((column) => ({
    ...column,
    codes: Uint16Array.from({ length: rows }, (_, row) => column.codes[row % table.rows]),
  }));
  const large = { rows, columns };
  // For measuring alone the lists are those of the file; a recipe names them without looking.
  const domains = columns.map(({ values }) => inOrder([...values]));
  const found = [];
  for (const epsilon of rows === table.rows ? [3, 1] : [1]) {
    const random = seededBits(7);
    const delta = rows === table.rows ? 1e-6 : 1e-8;
    const { result, ...used } = await timed(() => synthesise(large, { epsilon, delta, domains, random }));
    found.push({ epsilon, delta, ...used, error: meanError(large, result.table, domains) });
  }
  return found;
}

async function narrow({ rows, columns }) {
  const table = { rows, columns: wanted.split(' ').map((name) => columns.find((column) => column.name === name)) };
  const asked = { k: 5, suppression: 0.05 };
  const { result: sets, ...all } = await timed(() => safeSets(table, { ...asked, most: columns.length }));
  const { result, ...joint } = await timed(() => jointTables(table, { ...asked, size: 6 }));
  const { tables, pairs, leftOut, information } = result;
  return {
    all: { ...all, sets: sets.length },
    joint: { ...joint, tables: tables.length, pairs: pairs.length, leftOut: leftOut.length / rows, information },
  };
}

const [way, file, rows] = process.argv.slice(2);
const table = tableOf(file);
const found = way === 'synthetic' ? await synthetic(table, Number(rows ?? table.rows)) : await narrow(table);
process.stdout.write(`${JSON.stringify(found)}\n`);
