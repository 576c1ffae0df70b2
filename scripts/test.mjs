// `npm test`: sets everything up, then types, format, lint, unused code, unit and engine tests, then the tests in a real
// window. Ends with one line: N passed, N failed, N skipped; above it stand what was skipped and why, and the seconds.
import { spawnSync } from 'node:child_process';
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
/** @type {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} */
const total = { passed: 0, failed: 0, skipped: [] };
/** Where tests put their files: in memory where there is room. What is started from a copy stays on the disk. */
const inMemory = makeMemoryFolder();
const places = inMemory === null ? {} : { TMPDIR: inMemory, CUSTOS_DISK_FOLDER: tmpdir() };
/** Seconds by phase, in their order. @type {[string, number][]} */
const phases = [['Setting up', (Date.now() - started) / 1000]];

function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const begun = Date.now();
  const ran = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: `${join(projectRoot, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
      NO_COLOR: '1',
      ...env,
    },
  });
  phases.push([title, (Date.now() - begun) / 1000]);
  return ran;
}

/** A check that is one pass or one failure. */
function check(title, command, args) {
  const { status } = run(title, command, args);
  if (status === 0) total.passed += 1;
  else total.failed += 1;
}

/** A test runner whose reporter leaves its counts in a file. */
function suite(title, command, args) {
  const file = join(counts, `${title.replaceAll(/\W+/g, '-')}.json`);
  const { status } = run(title, command, args, { CUSTOS_TEST_COUNTS: file, ...places });
  try {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += found.passed;
    total.failed += found.failed + (status !== 0 && found.failed === 0 ? 1 : 0);
    total.skipped.push(...found.skipped);
  } catch {
    console.log(`${title}: the runner ended (status ${status}) without counts.`);
    total.failed += 1;
  }
}

mkdirSync(join(projectRoot, 'node_modules', '.cache'), { recursive: true });
check('Types', node, [bin('tsc'), '-b']);
check('Format', node, [bin('oxfmt'), '--check', '.']);
check('Lint', node, [bin('oxlint'), '--deny-warnings']);
check('Unused code', node, [bin('knip'), '--no-progress']);
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
  console.log(`\nThe tests in a real window could not run: ${error.message}`);
  total.failed += 1;
}

for (const folder of [counts, inMemory]) if (folder !== null) rmSync(folder, { recursive: true, force: true });
const reasons = new Set(total.skipped.map(({ reason }) => reason));
console.log(reasons.size === 0 ? '\nNothing was skipped.' : '\nSkipped, and why:');
for (const why of reasons) {
  console.log(`- ${why}:`);
  for (const { name, reason } of total.skipped) if (reason === why) console.log(`    ${name}`);
}
console.log('');
for (const [phase, seconds] of [...phases, ['Together', (Date.now() - started) / 1000]])
  console.log(`${String(Math.round(seconds)).padStart(6)} s  ${phase}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
