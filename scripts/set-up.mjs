// Brings a clone to the point where it runs: dependencies, the project's own Node 24, the build.
// Plain JavaScript for Node 20. Each step is skipped when done and resumes after an interruption.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { projectNode as ownNode, projectRoot } from './runtime/project-root.mjs';

export { projectRoot };
export const commandLineEntry = join(projectRoot, 'dist', 'cli', 'index.mjs');

const say = (text) => process.stderr.write(`${text}\n`);

/** Stops with a sentence and the exit status for "could not be done". */
export function giveUp(sentence) {
  say(`\n${sentence}`);
  process.exit(3);
}

/** The Node that runs the project's own code; stops where it is too old. */
export function projectNode() {
  const node = ownNode();
  if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24)
    giveUp(
      `Custos needs Node 24 and found only ${process.version}; the npm package with Node 24 for ` +
        `${process.platform}-${process.arch} is not installed. Install Node 24 and try again.`,
    );
  return node;
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * npm writes node_modules/.package-lock.json last, so its agreement with package-lock.json means a finished install.
 */
export function dependenciesInstalled() {
  const wanted = readJson(join(projectRoot, 'package-lock.json'))?.packages;
  const found = readJson(join(projectRoot, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || found[path]?.version === entry.version,
  );
}

function installDependencies() {
  if (dependenciesInstalled()) return;
  say('Custos: installing dependencies (about a minute, once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.error) giveUp('npm was not found. Install Node 20 or newer with npm and try again.');
  if (run.status !== 0)
    giveUp(
      'The dependencies could not be installed (npm ci failed, see above). Check the connection to your npm ' +
        'registry and try again; what was fetched is kept.',
    );
}

/**
 * @param {{ only?: import('./build.mjs').BuildPart[], quiet?: boolean }} [options] `only`: parts of the build to make
 *   (`cli`, `engine`, `main`, `renderer`); all when absent
 */
export async function ensureSetUp(options = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp(`Custos needs Node 20 or newer to set itself up; this is ${process.version}.`);
  installDependencies();
  projectNode();
  try {
    await build({ only: options.only, quiet: options.quiet });
  } catch (error) {
    giveUp(
      `${error instanceof Error ? error.message : String(error)}\nThe build failed. This is a defect of Custos; ` +
        'nothing of yours was touched.',
    );
  }
}
