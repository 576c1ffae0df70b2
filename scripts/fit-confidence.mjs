// Fits the confidence of findings on labelled tables and writes electron/engine/classify/confidence-fit.ts:
// node scripts/fit-confidence.mjs --developed FOLDER… [--bench FOLDER] [--dry]
// Before a rule is learned from tables that were unseen, their names are given once with --first-sight a,b: what is
// found in them is kept, and the fit goes on by it (test/benchmark/developed/first-sight.json).
// To be run again whenever rules or features change. The same tables give the same file. Nothing is fitted on the
// unseen tables: what the confidence is worth is told by them (scripts/score-benchmark.mjs --unseen FOLDER).
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { confidenceFeatures } from '../electron/engine/classify/confidence-features.ts';
import { classifyTables } from './score/classify.mjs';
import { fit, leaveSourceOut, thresholdFor } from './score/fit.mjs';
import { recordFirstSight } from './score/first-sight.mjs';
import { fitRows } from './score/fit-rows.mjs';
import { withLeftOut } from './score/left-out.mjs';
import { printReliability, withRows } from './score/print.mjs';
import { benchFolder, developedTables, sharedTables } from './score/tables.mjs';

const { values: options } = parseArgs({
  options: {
    developed: { type: 'string', multiple: true },
    bench: { type: 'string' },
    dry: { type: 'boolean' },
    'first-sight': { type: 'string' },
  },
});
const shared = sharedTables(options.bench ?? benchFolder);
if (!shared || !options.developed) {
  console.log('Needs the column benchmark (../shared/bench/columns, or --bench FOLDER) and --developed FOLDER.');
  process.exit(2);
}
const { rows } = await classifyTables([...shared, ...developedTables(options.developed)]);
if (options['first-sight'] !== undefined) {
  console.log(`${recordFirstSight(rows, options['first-sight'].split(','))} tables recorded.`);
  process.exit(0);
}
const ready = fitRows(rows);
const round = (number) => Math.round(number * 10_000) / 10_000 + 0;
const { weights, bias, curve } = fit(ready, confidenceFeatures);
const leftOut = leaveSourceOut(ready, confidenceFeatures);
const left = withLeftOut(ready, leftOut);
printReliability(
  'fitted on other sources',
  withRows({
    'shared': left.filter(({ table }) => table.set === 'shared' && !table.stripped),
    'developed': left.filter(({ table }) => table.set === 'developed' && !table.stripped),
    'developed, no header': left.filter(({ table }) => table.set === 'developed' && table.stripped),
  }), // prettier-ignore
);
/** Of the wrong columns so many should be asked about; but nothing that is called certain (`surenessOf`). */
const caught = 0.95;
const certainFrom = 0.9;
const named = ready.filter(({ row }) => row.table.set === 'developed' && !row.table.stripped);
const reviewBelow = round(Math.min(certainFrom, thresholdFor(named, leftOut, caught)));
const written = `// Made by scripts/fit-confidence.mjs from labelled tables; not to be changed by hand.

export const confidenceFit = {
  bias: ${round(bias)},
  weights: {
${confidenceFeatures.map((name, at) => `    ${name}: ${round(weights[at])},\n`).join('')}  },
  curve: [
${curve.map(([sum, share]) => `    [${round(sum)}, ${round(share)}],\n`).join('')}  ],
  reviewBelow: ${reviewBelow},
};
`;
if (!options.dry) writeFileSync(new URL('../electron/engine/classify/confidence-fit.ts', import.meta.url), written);
