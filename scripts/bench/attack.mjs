// The attacks on the sample, or on so many rows like it, as another program measures them:
//   node scripts/bench/attack.mjs ROWS
// Prints one line of JSON: per release its columns, seconds of processor time and of the clock, the process's peak memory
// so far (MB), and the highest risk of each attack with its interval. Columns of up to 30 values are taken as they are,
// numbers in fifths, days as years; what tells people apart is left out. Above the sample's own size rows are drawn from
// it and a quarter of their cells replaced.
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { attackHalves } from '../../electron/engine/anonymise/attack/attack-halves.ts';
import { chanceOf, shuffle } from '../../electron/engine/anonymise/attack/chance.ts';
import { pickRows, withoutSmallClasses } from '../../electron/engine/anonymise/attack/without-small-classes.ts';
import { codeRows } from '../../electron/engine/anonymise/coded/coded-table.ts';
import { projectRoot } from '../set-up.mjs';

const wanted = Number(process.argv[2]);
const limits = { 'singling-out': 0.1, linkability: 0.1, inference: 0.1 };
const targets = { predicates: 600, linkability: 2000, inference: 20_000 };

const instance = await DuckDBInstance.create(':memory:');
const duck = await instance.connect();
const file = join(projectRoot, 'resources', 'sample', 'customers.csv').replaceAll("'", "''");
const dialect = `header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, ignore_errors = true`;
const read = await duck.runAndReadAll(`SELECT * FROM read_csv('${file}', ${dialect})`);
const names = read.columnNames();
const cells = read.getColumns();

/** The values of a column put into few, or null where it tells people apart. */
function banded(values) {
  const full = values.filter((value) => value !== null && value !== '');
  if (new Set(full).size <= 30) return values;
  if (full.every((value) => /^-?\d+(\.\d+)?$/.test(value))) {
    const sorted = full.map(Number).sort((a, b) => a - b);
    const edges = [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(sorted.length * share)]);
    const fifth = (value) => `fifth ${edges.filter((edge) => Number(value) >= edge).length + 1}`;
    return values.map((value) => (value === null || value === '' ? value : fifth(value)));
  }
  const days = full.every((value) => /^\d{4}-\d\d/.test(value));
  return days ? values.map((value) => (value === null ? null : value.slice(0, 4))) : null;
}

const kept = names.flatMap((name, at) => {
  const values = banded(cells[at]);
  return values === null ? [] : [{ name, values }];
});
const sample = codeRows(
  kept.map(({ name }) => name),
  cells[0].map((_, row) => kept.map(({ values }) => values[row])),
);
/** The sample, or more rows like it. */
function like(table, rows) {
  if (rows <= table.rows) return table;
  const chance = chanceOf(11);
  const drawn = Uint32Array.from({ length: rows }, () => chance.int(table.rows));
  const more = pickRows(table, drawn);
  for (const [at, { codes }] of more.columns.entries())
    for (let row = 0; row < rows; row++)
      if (chance() < 0.25) codes[row] = table.columns[at].codes[chance.int(table.rows)];
  return more;
}
const people = like(sample, wanted);
const only = (columns) => ({ ...people, columns: people.columns.filter(({ name }) => columns.includes(name)) });

const narrow = (columns) => {
  const table = only(columns);
  const left = (half) => withoutSmallClasses(table, half, { k: 5, by: columns });
  return { table, releaseOf: (half) => ({ released: pickRows(table, left(half)) }) };
};
const releases = {
  'rows as they are': { table: people, releaseOf: (half) => ({ released: pickRows(people, half) }) },
  'orders, spend, payment, loyalty, k 5': narrow(['orders_count', 'total_spent', 'payment_method', 'loyalty_segment']),
  'every column shuffled': {
    table: people,
    releaseOf: (half) => {
      const released = pickRows(people, half);
      released.columns.forEach(({ codes }, at) => shuffle(codes, chanceOf(100 + at)));
      return { released };
    },
  },
};

const found = [];
for (const [release, { table, releaseOf }] of Object.entries(releases)) {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const { results } = await attackHalves({ people: table, releaseOf, splits: 1, targets, limits, seed: 7 });
  const used = process.cpuUsage(cpu);
  const worst = (attack) =>
    results
      .filter((one) => one.attack === attack && one.verdict !== null)
      .reduce((most, one) => (one.risk > most.risk ? one : most));
  found.push({
    release,
    columns: table.columns.length,
    cpuSeconds: (used.user + used.system) / 1e6,
    wallSeconds: (performance.now() - wall) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
    singlingOut: worst('singling-out'),
    linkability: worst('linkability'),
    inference: worst('inference'),
  });
}
process.stdout.write(`${JSON.stringify(found)}\n`);
