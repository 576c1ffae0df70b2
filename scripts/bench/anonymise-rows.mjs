import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('anonymise.mjs', import.meta.url));
const columns = 'sex,age,race,marital-status,education,native-country,workclass,occupation,salary-class';

/** Rows of adult drawn by chance, one cell of twenty from another row. */
function drawAdult(folder, file, rows) {
  const [head, ...lines] = readFileSync(join(folder, 'adult.csv'), 'latin1').trim().split(/\r?\n/);
  const cells = lines.map((line) => line.split(';'));
  let state = 1;
  const below = (many) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * many);
  };
  const handle = openSync(file, 'w');
  writeSync(handle, `${head}\n`);
  for (let made = 0; made < rows; made += 10_000) {
    const part = Array.from({ length: Math.min(10_000, rows - made) }, () =>
      cells[below(cells.length)].map((cell, at) => (below(20) === 0 ? cells[below(cells.length)][at] : cell)).join(';'),
    );
    writeSync(handle, `${part.join('\n')}\n`, null, 'latin1');
  }
  closeSync(handle);
}

/** Whatever the search script prints. @throws with its last line */
function run(node, ...args) {
  const { status, stdout, stderr } = spawnSync(node, ['--no-warnings', script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  return JSON.parse(stdout);
}

const found = ({ score, bound, proven }) =>
  proven ? `NCP ${score.toFixed(6)}, proven` : `NCP ${score.toFixed(4)}, none below ${bound.toFixed(4)}`;

/** @throws where it is not there */
function folderOf(adult) {
  if (adult === undefined || !existsSync(adult))
    throw new Error('adult.csv is not given (--adult FILE or CUSTOS_ADULT)');
  return dirname(adult);
}

async function adultLevels({ adult, node, row, cost }) {
  const answers = run(node, 'adult', folderOf(adult));
  for (const [share, reference] of [
    ['0', 'ARX 0.635544, 3.9 s CPU'],
    ['0.02', 'ARX 0.357482, 5.3 s CPU'],
    ['0.05', 'ARX 0.269635, 4.9 s CPU'],
  ]) {
    const what = `Levels of adult, k 5, ${Number(share) * 100} % suppressed at most`;
    row(what, `${found(answers[share])}; ${cost(answers[share])}`, reference, '', '< 0.4 s CPU, < 150 MB');
  }
}

async function protectedLevels({ adult, node, row, cost }) {
  const answers = run(node, 'protected', folderOf(adult));
  for (const [name, reference] of [
    ['distinct 3', 'ARX 0.179877, 4.1 s CPU'],
    ['entropy 3', 'ARX 0.225725, 4.8 s CPU'],
    ['t 0.2', 'ARX 0.839694, 5.2 s CPU'],
  ]) {
    const what = `Levels of adult, k 5, 5 %, occupation protected by ${name}`;
    row(what, `${found(answers[name])}; ${cost(answers[name])}`, reference, '', 'equal or better, proven');
  }
}

async function wholeFile(what, { adult, folder, rows, custos, row, seconds }) {
  const from = folderOf(adult);
  const file = join(folder, 'adult.csv');
  drawAdult(from, file, rows);
  const asked = ['--qi', columns, '--suppression', '0.02', '--hierarchies', join(from, 'hierarchies')];
  const used = await custos('anonymise', file, ...asked, '--force', '--json', '-o', join(folder, 'adult-k5.csv'));
  const { loss, optimal, k, timings } = JSON.parse(used.stdout);
  const parts = Object.entries(timings).map(([part, time]) => `${part} ${seconds(time)}`);
  row(
    what,
    `${seconds(used.wallSeconds)}, ${seconds(used.cpuSeconds)} CPU, ${Math.round(used.peakMb)} MB; NCP ` +
      `${loss.toFixed(6)} of the written file${optimal ? ', proven' : ''}, k ${k}`,
    `${parts.join(', ')}; ARX 14–19 s, 1.1–2.2 GB on its own million`,
    '',
    '≤ 3 s',
  );
}

async function manyLevels({ node, row, count, cost }) {
  const { large } = run(node, 'large', '10');
  row(
    `Levels of 16 columns, ${count(large.nodes)} choices, 60,000 rows, 10 s`,
    `${found(large)}; ${cost(large)}`,
    'ARX refuses to prove it; its heuristics on these data: 0.6363 genetic, 0.6366 top-down, 0.6376 bottom-up ' +
      '(two minutes of the clock, 12–18 s CPU)',
    '',
    'below ARX, with a bound',
  );
}

/**
 * The rows of the bench about `custos anonymise`. Adult (30,162 people, `;` between the cells, a folder `hierarchies`
 * beside it) is too large to be kept here: without it its rows say so.
 * @param bench `adult`: path of adult.csv, or undefined
 */
export async function measureAnonymise(bench) {
  const { rows, unmeasured, seconds, count, say } = bench;
  const cost = ({ cpuSeconds, checked, aboveIdleMb }) =>
    `${seconds(cpuSeconds)} CPU, ${count(checked)} looked at, ${Math.round(aboveIdleMb)} MB above idle`;
  const million = `\`custos anonymise\`, adult drawn to ${count(rows)} rows, k 5, 2 %, CSV → CSV`;
  const all = [
    { what: 'Levels of adult, k 5', goal: '< 0.4 s CPU, < 150 MB', work: adultLevels },
    { what: 'Levels of adult, occupation protected', goal: 'equal or better, proven', work: protectedLevels },
    { what: million, goal: '≤ 3 s', work: (given) => wholeFile(million, given) },
    { what: 'Levels of 16 columns', goal: 'below ARX, with a bound', work: manyLevels },
  ];
  for (const { what, goal, work } of all) {
    say(`${what} …`);
    try {
      await work({ ...bench, cost });
    } catch (error) {
      unmeasured(what, error, goal);
    }
  }
}
