#!/usr/bin/env node
/**
 * `npm run bench`: how much the product costs beside the least that could be done, as ratios measured in one run on one
 * machine.
 *
 *   npm run bench                      everything at 1 million rows, memory at 100 thousand and 1 million
 *   npm run bench -- --full            memory at 5 million rows too
 *   npm run bench -- --rows 200000     another size        --runs 1    fewer repetitions
 *   npm run bench -- --only anonymise,apply,attack,classify,foreign,guard,large,memory,people,register,window,local,wide,synthetic,narrow
 *   npm run bench -- --only anonymisation    all ways of anonymising: anonymise,local,wide,synthetic,narrow,attack
 *   npm run bench -- --only pollock FOLDER   how well polluted CSV files are read (HPI-Information-Systems/Pollock)
 *   npm run bench -- --adult FILE      adult.csv with its hierarchies beside it (or CUSTOS_ADULT)
 *
 * Data are generated in the system's temporary directory and removed afterwards. Pairs are measured in turn, and
 * medians compared, because a machine is never quiet; processor time is the steadier of the two figures. Prints a
 * Markdown table.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandLineEntry, ensureSetUp, projectNode, projectRoot } from './set-up.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    only: {
      type: 'string',
      default: 'anonymise,apply,attack,classify,guard,large,memory,people,register,window,local,wide,synthetic,narrow',
    },
    adult: { type: 'string', default: process.env.CUSTOS_ADULT },
  },
});
const rows = Number(options.rows);
const runs = Number(options.runs);
const anonymisation = ['anonymise', 'local', 'wide', 'synthetic', 'narrow', 'attack'];
const wanted = new Set(options.only.split(',').flatMap((one) => (one === 'anonymisation' ? anonymisation : [one])));
if (options.adult !== undefined) process.env.CUSTOS_ADULT_FOLDER ??= dirname(resolve(options.adult));
if (!Number.isInteger(rows) || rows < 1000 || !Number.isInteger(runs) || runs < 1) {
  process.stderr.write('--rows takes a whole number from 1000, --runs one from 1.\n');
  process.exit(2);
}

await ensureSetUp({ only: wanted.has('window') ? ['cli', 'engine', 'main', 'renderer'] : ['cli'], quiet: true });
const { makeData } = await import('./bench/make-data.mjs');
const { median, measure } = await import('./bench/measure.mjs');
const { benchRecipe } = await import('./bench/recipe.mjs');
const node = projectNode();
const plain = join(projectRoot, 'scripts', 'bench', 'plain.mjs');

const folder = mkdtempSync(join(tmpdir(), 'custos-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const say = (text) => process.stderr.write(`${text}\n`);
const table = [];
const row = (what, measured, beside, ratio, goal) => table.push([what, measured, beside, ratio, goal]);
const seconds = (value) => `${value.toFixed(value < 10 ? 2 : 1)} s`;
const count = (value) => value.toLocaleString('en-US');
const unmeasured = (what, error, goal = '') =>
  row(what, `not measured: ${error.message.replaceAll('|', '/').split('\n')[0]}`, '', '', goal);

const recipe = join(folder, 'recipe.json');
const key = join(folder, 'key.bin');
writeFileSync(recipe, JSON.stringify(benchRecipe));
writeFileSync(key, Buffer.alloc(32, 7));

const made = new Map();
async function dataOf(size) {
  if (!made.has(size)) {
    say(`generating ${count(size)} rows …`);
    const file = join(folder, `customers-${size}.csv`);
    await makeData(file, size);
    made.set(size, file);
  }
  return made.get(size);
}

const custos = (...args) => measure(node, folder, commandLineEntry, args);
const apply = (file, out) =>
  custos('apply', file, '--recipe', recipe, '-o', out, '--key-file', key, '--force', '--json');

/** Measures two things in turn and enters their medians and both ratios. */
async function compare(what, goal, ours, yardstickName, yardstick) {
  try {
    const [a, b] = [[], []];
    for (let run = 1; run <= runs; run += 1) {
      say(`${what}: run ${run} of ${runs} …`);
      a.push(await ours());
      b.push(await yardstick());
    }
    const cpu = [median(a.map((one) => one.cpuSeconds)), median(b.map((one) => one.cpuSeconds))];
    const wall = [median(a.map((one) => one.wallSeconds)), median(b.map((one) => one.wallSeconds))];
    const memory = `${count(Math.round(median(a.map((one) => one.peakMb))))} MB`;
    row(
      what,
      `${seconds(cpu[0])} CPU, ${seconds(wall[0])}, ${memory}`,
      `${yardstickName}: ${seconds(cpu[1])} CPU, ${seconds(wall[1])}`,
      `${(cpu[0] / cpu[1]).toFixed(2)} × CPU, ${(wall[0] / wall[1]).toFixed(2)} × time`,
      goal,
    );
  } catch (error) {
    unmeasured(what, error, goal);
  }
}

if (wanted.has('anonymise')) {
  const { measureAnonymise } = await import('./bench/anonymise-rows.mjs');
  await measureAnonymise({ adult: options.adult, node, folder, rows, custos, row, unmeasured, seconds, count, say });
}

if (wanted.has('pollock')) {
  say('reading 2,290 polluted files …');
  const script = join(projectRoot, 'scripts', 'bench', 'pollock.mjs');
  const { stdout, stderr } = spawnSync(node, ['--no-warnings', script, positionals[0] ?? '.'], { encoding: 'utf8' });
  const [line] = stdout.split('\n');
  if (!line) unmeasured('Pollock', new Error(stderr));
  else {
    const { files, simple, weighted } = JSON.parse(line);
    row(
      `Pollock, nothing stated, ${count(files)} files`,
      `simple ${simple.toFixed(3)}, weighted ${weighted.toFixed(3)}`,
      'DuckDB 1.2: 9.961 and 9.599 told the dialect, 9.075 and 8.439 by itself; CleverCSV 9.193 and 9.453',
      '',
      '9.96 and 9.85',
    );
  }
}

if (wanted.has('apply')) {
  const file = await dataOf(rows);
  await compare(
    `\`custos apply\`, ten steps (four keyed columns), CSV → Parquet, ${count(rows)} rows × 30`,
    '',
    () => apply(file, join(folder, 'release.parquet')),
    'DuckDB copies the file',
    () => measure(node, folder, plain, ['copy', file, join(folder, 'copy.parquet')]),
  );
}

if (wanted.has('attack')) {
  const script = join(projectRoot, 'scripts', 'bench', 'attack.mjs');
  const told = ({ risk, low, high, verdict, mainTargets }) =>
    `${risk.toFixed(3)} [${low.toFixed(2)}, ${high.toFixed(2)}] of ${count(mainTargets)} targets, ${verdict}`;
  // What was measured before by another program, one split of the sample's 10,000 rows.
  const reference = {
    'rows as they are': 'singling out 0.997, linkability 0.995, inference 0.999',
    'orders, spend, payment, loyalty, k 5': 'singling out 0, linkability 0, inference 0.064 [0.02, 0.11]',
    'every column shuffled': 'nothing to be found',
  };
  for (const size of [10_000, rows]) {
    const what = `Attacks on ${count(size)} rows`;
    say(`${what} …`);
    const { status, stdout, stderr } = spawnSync(node, ['--no-warnings', script, String(size)], { encoding: 'utf8' });
    if (status !== 0) unmeasured(what, new Error(stderr));
    else
      for (const { release, columns, singlingOut, linkability, inference, ...used } of JSON.parse(stdout))
        row(
          `${what}, ${release} (${columns} columns): ${seconds(used.cpuSeconds)} CPU, ${seconds(used.wallSeconds)}, ` +
            `${count(Math.round(used.peakMb))} MB`,
          `singling out ${told(singlingOut)}; linkability ${told(linkability)}; inference at most ${told(inference)}`,
          size === 10_000 ? reference[release] : '',
          '',
          '≤ 60 s at a million rows',
        );
  }
}

if (wanted.has('classify')) {
  const file = await dataOf(rows);
  await compare(
    `\`custos classify\`, ${count(rows)} rows × 30`,
    '≤ 2 ×',
    () => custos('classify', file, '--json'),
    'DuckDB parses it once',
    () => measure(node, folder, plain, ['parse', file]),
  );
  const what = '`custos classify`, every file of the column benchmark in one process';
  const shared = resolve(projectRoot, '..', 'shared', 'bench', 'columns', 'data');
  try {
    if (!existsSync(shared)) throw new Error('the shared column benchmark is not beside the checkout');
    const files = readdirSync(shared)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => join(shared, name));
    say(`${what} …`);
    const used = await custos('classify', ...files, '--json');
    row(
      what,
      `${seconds(used.cpuSeconds)} CPU, ${seconds(used.wallSeconds)}`,
      `${files.length} files`,
      '',
      '< 10 s CPU',
    );
  } catch (error) {
    unmeasured(what, error, '< 10 s CPU');
  }
}

if (wanted.has('foreign')) {
  const { foreignRows } = await import('./bench/foreign-rows.mjs');
  try {
    say(`one recipe on every engine, ${count(rows)} lines …`);
    for (const line of foreignRows({ node, root: projectRoot, folder, entry: commandLineEntry, rows, seconds, count }))
      row(...line);
  } catch (error) {
    unmeasured('One recipe on every engine', error, 'equal');
  }
}

if (wanted.has('guard')) {
  const what = `\`custos guard\` on a file as it is, for targeting, ${count(rows)} rows × 30`;
  try {
    const file = await dataOf(rows);
    say(`${what} …`);
    const asked = ['guard', file, '--release', 'targeting', '--purpose', 'P2', '--json'];
    // It is blocked, which is an answer.
    const used = await measure(node, folder, commandLineEntry, asked, [0, 1]);
    const scans = used.readBytes === null ? 'not told' : (used.readBytes / statSync(file).size).toFixed(2);
    row(
      what,
      `${seconds(used.cpuSeconds)} CPU, ${seconds(used.wallSeconds)}`,
      `file read ${scans} times`,
      '',
      '≤ 3 scans',
    );
  } catch (error) {
    unmeasured(what, error, '≤ 3 scans');
  }
}

if (wanted.has('large')) {
  const { measureLarge } = await import('./bench/large-rows.mjs');
  const yardstick = (...args) => measure(node, folder, plain, args);
  await measureLarge({ compare, custos, yardstick, dataOf, folder, rows, count, say });
}

if (wanted.has('memory')) {
  const peaks = [];
  for (const size of [100_000, 1_000_000, ...(options.full ? [5_000_000] : [])]) {
    const what = `Peak memory of \`custos apply\`, ${count(size)} rows`;
    try {
      const file = await dataOf(size);
      say(`${what} …`);
      const used = await apply(file, join(folder, 'memory.parquet'));
      peaks.push(used.peakMb);
      row(
        what,
        `${Math.round(used.peakMb)} MB`,
        `file: ${Math.round(statSync(file).size / 1e6)} MB`,
        peaks.length > 1 ? `${(used.peakMb / peaks.at(-2)).toFixed(2)} × the line above` : '',
        'levels off',
      );
    } catch (error) {
      unmeasured(what, error, 'levels off');
    }
  }
}

if (wanted.has('people')) {
  const on = `a dataset of ${count(rows)} rows × 30`;
  const tasks = [
    ['find', `One person looked for by three values in ${on}, warm`, '≤ 2 s'],
    ['dryRun', `A dry run of retention on ${on}`, ''],
    ['run', `A run of retention on ${on}`, '≤ 3 scans'],
    ['quality', `Checks of quality on ${on}`, ''],
  ];
  try {
    say(`one person, retention and quality on ${on} …`);
    const found = spawnSync(
      node,
      ['--no-warnings', join(projectRoot, 'scripts', 'bench', 'people.mjs'), await dataOf(rows)],
      { encoding: 'utf8' },
    );
    if (found.status !== 0) throw new Error(found.stderr.trim());
    const told = JSON.parse(found.stdout);
    for (const [id, what, goal] of tasks) {
      const { cpuSeconds, wallSeconds, reads, columns } = told[id];
      const read = `${count(reads)} scans that read all rows, ${columns.toFixed(2)} × all cells`;
      row(what, `${seconds(cpuSeconds)} CPU, ${seconds(wallSeconds)}`, read, '', goal);
    }
  } catch (error) {
    for (const [, what, goal] of tasks) unmeasured(what, error, goal);
  }
}

if (wanted.has('register')) {
  const benchOf = (script, ...args) => {
    const path = join(projectRoot, 'scripts', 'bench', script);
    const { status, stdout, stderr } = spawnSync(node, ['--no-warnings', path, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const both = ({ cpuSeconds, wallSeconds }) => `${seconds(cpuSeconds)} CPU, ${seconds(wallSeconds)}`;
  const beside = (what, measured, [name, least], goal) =>
    row(
      what,
      both(measured),
      `${name}: ${both(least)}`,
      `${(measured.cpuSeconds / least.cpuSeconds).toFixed(1)} × CPU`,
      goal,
    );
  for (const signed of [[], ['signed']]) {
    const what = `A register of 100,000 entries${signed.length === 0 ? '' : ', each signed by its operator'}: `;
    say(`${what}…`);
    try {
      const { hash, reckon, derive, verify, open, page, search } = benchOf('register.mjs', '100000', ...signed);
      const hashing = ['hashing every entry once', hash];
      const least = reckon === undefined ? hashing : ['reckoning every signature once, on one core', reckon];
      beside(`${what}verify`, verify, least, '< 5 s');
      beside(`${what}open`, open, ["making the passphrase's key", derive], '< 1 s');
      beside(`${what}newest page of the history`, page, hashing, '');
      beside(`${what}first search of the history`, search, hashing, '');
    } catch (error) {
      unmeasured(`${what}verify, open`, error);
    }
  }
  const records = 'A register of 500 activities beside 100,000 entries: list';
  try {
    say(`${records} …`);
    const { parse, list } = benchOf('records.mjs', '500', '100000');
    beside(records, list, ['parsing every body once', parse], '< 1 s');
  } catch (error) {
    unmeasured(records, error);
  }
}

const ways = { synthetic: 'syntheticRows', narrow: 'narrowRows' };
for (const [way, lines] of Object.entries(ways).filter(([name]) => wanted.has(name))) {
  say(`${way} …`);
  try {
    const place = { root: projectRoot, folder, node, entry: commandLineEntry };
    for (const line of (await import('./bench/way-rows.mjs'))[lines](place)) row(...line);
  } catch (error) {
    unmeasured(way, error);
  }
}

if (wanted.has('local')) {
  const { measureLocal } = await import('./bench/local-lines.mjs');
  for (const line of measureLocal(node, projectRoot, rows, say)) row(...line);
}

if (wanted.has('wide')) {
  const what = `\`custos apply\`, ${count(rows)} rows × 33 in bands made wide, k 5, CSV → CSV`;
  const goal = '≤ 60 s, ≤ 2.5 GB';
  say(`${what} …`);
  try {
    const script = join(projectRoot, 'scripts', 'bench', 'wide-file.mjs');
    const { status, stderr } = spawnSync(node, ['--no-warnings', script, String(rows), folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [file, made] = [join(folder, 'wide.csv'), join(folder, 'wide.json')];
    const wide = ['apply', file, '--recipe', made, '-o', join(folder, 'made-wide.csv'), '--force', '--json'];
    await compare(
      what,
      goal,
      () => custos(...wide),
      'DuckDB copies the file',
      () => measure(node, folder, plain, ['copy', file, join(folder, 'copy.parquet')]),
    );
  } catch (error) {
    unmeasured(what, error, goal);
  }
}

if (wanted.has('window')) {
  const { measureWindow } = await import('./bench/window.mjs');
  try {
    for (const line of await measureWindow(node, projectRoot, await dataOf(rows), rows, say)) row(...line);
  } catch (error) {
    unmeasured('The window', error);
  }
}

const title =
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} threads, ` +
  `${Math.round(totalmem() / 2 ** 30)} GB; Node ` +
  `${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}; ${runs} run${runs === 1 ? '' : 's'} each, ` +
  'medians';
const line = (cells) => `| ${cells.join(' | ')} |`;
process.stdout.write(
  `\n${title}\n\n` +
    `${[line(['what', 'measured', 'beside', 'ratio', 'goal']), line(['---', '---', '---', '---', '---']), ...table.map(line)].join('\n')}` +
    `\n`,
);
