// `npm test`: sets everything up, then types, format, lint, unused code, unit and engine tests, then the tests in a real
// window. Ends with one line: N passed, N failed, N skipped; above it stand what failed, what was skipped and why, and
// the seconds.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { makeMemoryFolder } from './runtime/memory-folder.mjs';
import { ensureSetUp, projectNode, projectRoot } from './set-up.mjs';

const started = Date.now();
await ensureSetUp();
const node = projectNode();
const bin = (name) => join(projectRoot, 'node_modules', '.bin', name);
const counts = mkdtempSync(join(tmpdir(), 'custos-counts-'));
/** @type {{ passed: number, failures: { name: string, message: string }[], skipped: { name: string, reason: string }[] }} */
const total = { passed: 0, failures: [], skipped: [] };
/** Where tests put their files: in memory where there is room. What is started from a copy stays on the disk. */
const inMemory = makeMemoryFolder();
const places = inMemory === null ? {} : { TMPDIR: inMemory, CUSTOS_DISK_FOLDER: tmpdir() };
/** Seconds by phase, in their order. @type {[string, number][]} */
const phases = [['Setting up', (Date.now() - started) / 1000]];

const environment = {
  ...process.env,
  PATH: `${join(projectRoot, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  NO_COLOR: '1',
};

/**
 * Types are checked in as many parts as half the cores: each part works out anew what it shares with the others, which
 * on two cores costs more than it saves, and the linter runs beside it.
 */
const typeParts = String(Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2))));

/** The checkers are Go programs that live for seconds: they may collect their garbage seldom. */
const ofChecks = { ...environment, GOGC: '300' };

/** What a check printed and how it ended. @returns {Promise<{ status: number | null, printed: string }>} */
function printedBy(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], env: ofChecks });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, printed }));
  });
}

/** Checks that are one pass or one failure each, side by side; each is printed whole when it has ended. */
async function checks(all) {
  const begun = Date.now();
  const one = async ([title, ...args]) => {
    const { status, printed } = await printedBy(args);
    console.log(`\n── ${title}\n${printed.trimEnd() || 'nothing found'}`);
    if (status === 0) total.passed += 1;
    else total.failures.push({ name: title, message: printed.split('\n').slice(0, 6).join('\n') });
  };
  await Promise.all(all.map(one));
  phases.push([all.map(([title]) => title).join(', '), (Date.now() - begun) / 1000]);
}

/** A test runner whose reporter leaves its counts in a file. */
function suite(title, command, args) {
  const file = join(counts, `${title.replaceAll(/\W+/g, '-')}.json`);
  console.log(`\n── ${title}`);
  const begun = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, CUSTOS_TEST_COUNTS: file, ...places },
  });
  phases.push([title, (Date.now() - begun) / 1000]);
  try {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += found.passed;
    total.failures.push(...found.failures);
    total.skipped.push(...found.skipped);
    if (status !== 0 && found.failures.length === 0)
      total.failures.push({ name: title, message: `The runner ended with status ${status}.` });
  } catch {
    total.failures.push({ name: title, message: `The runner ended (status ${status}) without counts.` });
  }
}

mkdirSync(join(projectRoot, 'node_modules', '.cache'), { recursive: true });
await checks([
  ['Types', bin('tsc'), '-b', '--checkers', typeParts],
  ['Format', bin('oxfmt'), '--check', '.'],
  ['Lint', bin('oxlint'), '--deny-warnings'],
  ['Unused code', bin('knip'), '--no-progress'],
]);
suite('Unit and engine', node, [
  join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=./test/support/count-reporter.ts',
]);

const { ensureSystemLibraries } = await import('./system-libraries.mjs');
const { resolveElectron } = await import('./electron-runtime.mjs');
try {
  const runtime = resolveElectron();
  ensureSystemLibraries({ executable: runtime.exe, display: true });
  const playwright = [
    join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--reporter=list,./test/support/playwright-count-reporter.ts',
  ];
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const virtual = ['-a', '-s', '-screen 0 1920x1200x24 -nolisten tcp'];
  // Windows wait more than they reckon: one more at a time than there are cores, up to three, each with a display and a
  // focus of its own.
  const displays = availableParallelism() < 2 ? 1 : 3;
  const beside = 'CUSTOS_OTHER_DISPLAYS="$CUSTOS_OTHER_DISPLAYS$DISPLAY $XAUTHORITY;" exec "$@"';
  const another = ['xvfb-run', ...virtual, 'sh', '-c', beside, 'sh'];
  const [command, ...words] = needsDisplay
    ? [...Array.from({ length: displays - 1 }, () => another).flat(), 'xvfb-run', ...virtual, node, ...playwright]
    : [node, ...playwright];
  suite('Window', command, words);
} catch (error) {
  total.failures.push({ name: 'Window', message: `The tests in a real window could not run: ${error.message}` });
}

for (const folder of [counts, inMemory]) if (folder !== null) rmSync(folder, { recursive: true, force: true });
const reasons = new Set(total.skipped.map(({ reason }) => reason));
console.log(reasons.size === 0 ? '\nNothing was skipped.' : '\nSkipped, and why:');
for (const why of reasons) {
  console.log(`- ${why}:`);
  for (const { name, reason } of total.skipped) if (reason === why) console.log(`    ${name}`);
}
if (total.failures.length > 0) console.log('\nFailed:');
for (const { name, message } of total.failures) {
  console.log(`- ${name}`);
  for (const line of message.trim().split('\n')) console.log(`    ${line}`);
}
console.log('');
for (const [phase, seconds] of [...phases, ['Together', (Date.now() - started) / 1000]])
  console.log(`${String(Math.round(seconds)).padStart(6)} s  ${phase}`);
console.log(`${total.passed} passed, ${total.failures.length} failed, ${total.skipped.length} skipped`);
process.exit(total.failures.length === 0 ? 0 : 1);
