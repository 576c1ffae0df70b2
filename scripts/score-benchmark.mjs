// Classifies labelled tables with the product's engine and prints what the findings are worth, side by side: the shared
// column benchmark, which lies beside the repository; with --developed the tables that rules were learned from
// (test/benchmark/developed); with --unseen those that nothing was learned from (test/benchmark/unseen); then the
// benchmark's own score. What is fitted (the confidence) is printed as it is shipped and, where the developed tables
// are there, as it would be had it been fitted without the source of each table ("left out"). Of the unseen tables
// only totals are printed.
// node scripts/score-benchmark.mjs [--developed FOLDER]… [--unseen FOLDER] [--bench FOLDER]
// [--part dev|holdout|all] [--variants none|only|include] [--worst 30] [--confusion] [--predictions out.json]
// [--only NAME]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confidenceFeatures } from '../electron/engine/classify/confidence-features.ts';
import { classifyTables } from './score/classify.mjs';
import { fitRows } from './score/fit-rows.mjs';
import { leaveSourceOut } from './score/fit.mjs';
import { withLeftOut } from './score/left-out.mjs';
import { printFigures, printReliability, withRows } from './score/print.mjs';
import { benchFolder, developedTables, sharedTables, unseenTables } from './score/tables.mjs';

const { values: options } = parseArgs({
  options: {
    developed: { type: 'string', multiple: true },
    unseen: { type: 'string' },
    bench: { type: 'string', default: benchFolder },
    part: { type: 'string' },
    variants: { type: 'string', default: 'none' },
    worst: { type: 'string', default: '30' },
    predictions: { type: 'string' },
    confusion: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const shared = sharedTables(options.bench);
if (!shared) console.log(`The column benchmark is not here (${options.bench}).`);
if (!shared && !options.developed && !options.unseen) process.exit(0);

const tables = [
  ...(shared ?? []),
  ...(options.developed ? developedTables(options.developed) : []),
  // The figures of a single table would say which of its columns are wrong.
  ...(options.unseen && !options.only ? unseenTables(options.unseen) : []),
].filter(({ id }) => !options.only || id.includes(options.only));
const { rows, seconds } = await classifyTables(tables);
console.log(`${tables.length} tables classified in ${seconds.toFixed(1)} s of CPU`);
const labelled = rows.filter(({ gold }) => gold !== undefined);
const leftOut = leftOutRows();
for (const [title, stripped] of [
  ['As they are', false],
  ['Without headers', true],
]) {
  const of = (set, some = labelled) => some.filter(({ table }) => table.set === set && table.stripped === stripped);
  const parts = withRows({
    'shared': of('shared'),
    'shared, left out': of('shared', leftOut),
    'developed': of('developed'),
    'developed, left out': of('developed', leftOut),
    'unseen': of('unseen'),
  }); // prettier-ignore
  printFigures(title, parts);
  printReliability('columns: said → right', parts);
}

/** The labelled columns of known tables, their confidence fitted without their source. */
function leftOutRows() {
  if (!shared || !options.developed || options.only) return [];
  const known = fitRows(rows.filter(({ table }) => table.set !== 'unseen'));
  return withLeftOut(known, leaveSourceOut(known, confidenceFeatures));
}

/** What the scorer of the shared benchmark says of its tables. */
function printOwnScore() {
  const predictions = {};
  for (const { table, column, found } of rows)
    if (table.set === 'shared') (predictions[table.id] ??= {})[column] = found;
  const directory = mkdtempSync(join(tmpdir(), 'custos-score-'));
  const output = options.predictions ?? join(directory, 'predictions.json');
  writeFileSync(output, JSON.stringify(predictions));
  const asked = ['--variants', options.variants, '--worst', options.worst];
  if (options.part) asked.push('--part', options.part);
  console.log(
    execFileSync(process.execPath, [join(options.bench, 'score.mjs'), output, ...asked], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  );
  rmSync(directory, { recursive: true, force: true });
}

function printConfusion() {
  const labels = JSON.parse(readFileSync(join(options.bench, 'labels.json'), 'utf8'));
  const matrix = new Map();
  for (const { table, column, gold, found } of rows)
    if (labels[table.id]?.[column] && found.type !== gold.type && !(gold.or.type ?? []).includes(found.type)) {
      const pair = `${gold.type} → ${found.type}`;
      matrix.set(pair, (matrix.get(pair) ?? 0) + 1);
    }
  console.log('Types confused (expected → found):');
  for (const [pair, count] of [...matrix].sort((left, right) => right[1] - left[1]))
    console.log(`  ${String(count).padStart(3)}  ${pair}`);
}

if (shared) {
  console.log('\nThe shared benchmark by its own scorer:');
  printOwnScore();
  if (options.confusion) printConfusion();
}
