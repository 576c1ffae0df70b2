// Classifies labelled tables with the product's engine and prints what the findings are worth: the shared column
// benchmark, which lies beside the repository, and with --unseen the tables of test/benchmark/unseen, side by side;
// then the benchmark's own score. What is learned (the confidence) is printed as it is shipped and, where the unseen
// tables are there, by fits that saw no table of the same source.
// node scripts/score-benchmark.mjs [--unseen FOLDER] [--bench FOLDER] [--part dev|holdout|all]
// [--variants none|only|include] [--worst 30] [--confusion] [--predictions out.json] [--only NAME]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { confidenceFeatures } from '../electron/engine/classify/confidence-features.ts';
import { classifyTables } from './score/classify.mjs';
import { fitRows } from './score/fit-rows.mjs';
import { leaveSourceOut } from './score/fit.mjs';
import { printCalibration, printFigures } from './score/print.mjs';
import { benchFolder, sharedTables, unseenTables } from './score/tables.mjs';

const { values: options } = parseArgs({
  options: {
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
if (!shared && !options.unseen) process.exit(0);

const tables = [...(shared ?? []), ...(options.unseen ? unseenTables(options.unseen) : [])].filter(
  ({ id }) => !options.only || id.includes(options.only),
);
const { rows, seconds } = await classifyTables(tables);
console.log(`${tables.length} tables classified in ${seconds.toFixed(1)} s of CPU\n`);
const labelled = rows.filter(({ gold }) => gold !== undefined);
const parts = {
  'shared': ({ table }) => table.set === 'shared' && !table.stripped,
  'shared, no header': ({ table }) => table.set === 'shared' && table.stripped,
  'unseen': ({ table }) => table.set === 'unseen' && !table.stripped,
  'unseen, no header': ({ table }) => table.set === 'unseen' && table.stripped,
}; // prettier-ignore
printFigures(
  Object.fromEntries(
    Object.entries(parts)
      .map(([name, belongs]) => [name, labelled.filter(belongs)])
      .filter(([, some]) => some.length > 0),
  ),
);
const ready = fitRows(rows);
printCalibration(ready, new Map(ready.map((one) => [one, one.row.found.confidence])), 'as shipped');
if (options.unseen && shared && !options.only)
  printCalibration(ready, leaveSourceOut(ready, confidenceFeatures), 'fitted on other sources');

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
