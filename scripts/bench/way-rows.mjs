import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bandedRecipe } from './banded.mjs';

const times = ({ cpuSeconds, wallSeconds }) => `${cpuSeconds.toFixed(2)} s CPU, ${wallSeconds.toFixed(2)} s`;

/** The sample in bands, written once. */
function bandedSample({ root, folder, node, entry }) {
  const [recipe, banded] = [join(folder, 'banded.json'), join(folder, 'banded.csv')];
  writeFileSync(recipe, JSON.stringify(bandedRecipe));
  const sample = join(root, 'resources', 'sample', 'customers.csv');
  const { status, stderr } = spawnSync(node, [entry, 'apply', sample, '--recipe', recipe, '-o', banded, '--force'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return banded;
}

function waysOf({ root, node }, ...args) {
  const path = join(root, 'scripts', 'bench', 'ways.mjs');
  const { status, stdout, stderr } = spawnSync(node, ['--no-warnings', path, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * Lines of the table for a synthetic twin of the sample in bands, 33 columns: how far its 528 tables of two columns lie
 * from the sample's.
 */
export function syntheticRows(place) {
  const banded = bandedSample(place);
  const goals = { 3: '≤ 0.050', 1: '≤ 0.072' };
  const small = waysOf(place, 'synthetic', banded).map(({ epsilon, delta, error, ...used }) => [
    `A twin of 33 columns × 10,000 rows, ε ${epsilon}, δ ${delta}: mean error of 528 pairs`,
    `${error.toFixed(4)} (${times(used)})`,
    'each column by itself: 0.078; the tree without noise: 0.036',
    '',
    goals[epsilon],
  ]);
  const [{ delta, error, peakMb, ...used }] = waysOf(place, 'synthetic', banded, '1000000');
  return [
    ...small,
    [
      `The same, 1,000,000 rows (copies), ε 1, δ ${delta}`,
      `${error.toFixed(4)} (${times(used)}, ${Math.round(peakMb)} MB)`,
      'each column by itself: 0.069; the tree without noise: 0.026',
      '',
      '≤ 0.030',
    ],
  ];
}

/** Lines of the table for narrow tables over 16 columns of the sample in bands, k 5, at most 5 % of rows left out. */
export function narrowRows(place) {
  const { all, joint } = waysOf(place, 'narrow', bandedSample(place));
  return [
    ['Narrow, 16 columns: all safe sets', `${all.sets} sets, ${times(all)}`, '', '', '≤ 10 s'],
    [
      'Narrow, 16 columns: tables over the same rows',
      `${joint.tables} tables, ${joint.pairs} of 120 pairs, ${(100 * joint.leftOut).toFixed(1)} % of rows left out ` +
        `(${times(joint)})`,
      `${Math.round(100 * joint.information)} % of the information in pairs`,
      '',
      '≥ 57 pairs, ≤ 5 %',
    ],
  ];
}
