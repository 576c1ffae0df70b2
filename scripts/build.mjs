// Builds what is out of date: main and preload, engine, command line, renderer. `--only engine,cli` builds parts,
// `--quiet` says nothing of success.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { fingerprint } from './runtime/fingerprint.mjs';
import { projectNode, projectRoot } from './runtime/project-root.mjs';
import { say } from './runtime/progress.mjs';

const tools = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'scripts/build.mjs'];

/** Per part: the sources it is made of and a file that is there when it was made. */
const parts = {
  main: {
    sources: ['rolldown.config.ts', 'electron/main', 'electron/preload', 'shared'],
    outputs: ['dist/main/main.cjs', 'dist/preload/preload.cjs'],
  },
  engine: { sources: ['rolldown.config.ts', 'electron/engine', 'shared'], outputs: ['dist/engine/index.mjs'] },
  cli: {
    sources: ['rolldown.config.ts', 'electron/cli', 'electron/engine', 'shared'],
    outputs: ['dist/cli/index.mjs', 'dist/cli/program.mjs'],
  },
  renderer: { sources: ['vite.config.ts', 'renderer', 'shared'], outputs: ['dist/renderer/index.html'] },
};

/** @typedef {keyof typeof parts} BuildPart */

/** @param {BuildPart} part */
const stampFile = (part) => join(projectRoot, 'dist', 'stamps', part);

/** @param {BuildPart} part @param {string} print */
function isCurrent(part, print) {
  try {
    return (
      readFileSync(stampFile(part), 'utf8') === print &&
      parts[part].outputs.every((file) => existsSync(join(projectRoot, file)))
    );
  } catch {
    return false;
  }
}

/**
 * Fills a new folder and puts it in the old one's place, so that a chunk that is made no more does not stay behind and
 * a build that fails leaves the last good one.
 *
 * @param {string} folder absolute @param {(fresh: string) => Promise<unknown>} fill
 */
async function replaceFolder(folder, fill) {
  const fresh = `${folder}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    await fill(fresh);
    for (let tries = 3; ; tries -= 1) {
      rmSync(folder, { recursive: true, force: true });
      try {
        renameSync(fresh, folder);
        return;
      } catch (error) {
        // Another build put its folder there in between.
        if (tries === 0) throw error;
      }
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** @param {BuildPart} part */
async function make(part) {
  if (part === 'renderer') {
    const { build: vite } = await import('vite');
    await replaceFolder(join(projectRoot, 'dist', 'renderer'), (outDir) =>
      vite({ configFile: join(projectRoot, 'vite.config.ts'), logLevel: 'warn', build: { outDir } }),
    );
    return;
  }
  const { bundles } = await import(new URL('../rolldown.config.ts', import.meta.url).href);
  const { build: bundle } = await import('rolldown');
  /** @type {string[]} */
  const unresolved = [];
  /**
   * An import that leads nowhere would be found only when the program runs. @type
   * {import('rolldown').InputOptions['onLog']}
   */
  const onLog = (level, log, report) => {
    if (log.code === 'UNRESOLVED_IMPORT')
      unresolved.push(
        stripVTControlCharacters((log.message ?? '').split('\n')[0] ?? '').replace('[UNRESOLVED_IMPORT] ', ''),
      );
    else report(level, log);
  };
  for (const options of bundles[part]) {
    const { dir, file } = options.output;
    await replaceFolder(join(projectRoot, dir ?? dirname(file)), async (fresh) => {
      await bundle({
        ...options,
        cwd: projectRoot,
        logLevel: 'warn',
        onLog,
        output: dir ? { ...options.output, dir: fresh } : { ...options.output, file: join(fresh, basename(file)) },
      });
      if (unresolved.length > 0)
        throw new Error(
          `The ${part} part cannot be built:\n${[...new Set(unresolved)].map((line) => `  ${line}`).join('\n')}`,
        );
    });
  }
}

/**
 * Builds the parts whose sources have changed; a few milliseconds when none has.
 *
 * @param {{ only?: BuildPart[], quiet?: boolean }} [options] `only`: all parts when absent
 * @returns {Promise<BuildPart[]>} what was built
 */
export async function build({ only = /** @type {BuildPart[]} */ (Object.keys(parts)), quiet = false } = {}) {
  const unknown = only.find((part) => !(part in parts));
  if (unknown !== undefined)
    throw new Error(`There is no part "${unknown}" to build; the parts are ${Object.keys(parts).join(', ')}.`);
  const stale = only
    .map((part) => ({ part, print: fingerprint(projectRoot, [...tools, ...parts[part].sources]) }))
    .filter(({ part, print }) => !isCurrent(part, print));
  if (stale.length === 0) return [];
  const names = stale.map(({ part }) => part);
  const started = Date.now();
  mkdirSync(join(projectRoot, 'dist', 'stamps'), { recursive: true });
  if (Number(process.versions.node.split('.')[0]) < 24) {
    // The bundlers' configuration is TypeScript, which Node reads only since 24.
    const node = projectNode();
    // Without installed dependencies it is this very Node: it would call itself for ever.
    if (node === process.execPath)
      throw new Error(
        'The dependencies are not installed. Run npm ci first; npm start and npm test do it by themselves.',
      );
    const run = spawnSync(
      node,
      ['--no-warnings', fileURLToPath(import.meta.url), '--only', names.join(','), ...(quiet ? ['--quiet'] : [])],
      { cwd: projectRoot, stdio: ['ignore', 2, 2] },
    );
    if (run.status !== 0) throw new Error('The build failed; the lines above say where.');
    return names;
  }
  const from = process.cwd();
  process.chdir(projectRoot);
  try {
    for (const { part, print } of stale) {
      await make(part);
      writeFileSync(stampFile(part), print);
    }
  } finally {
    process.chdir(from);
  }
  if (!quiet) say(`Build: ${names.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return names;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const position = process.argv.indexOf('--only');
  try {
    const only = position < 0 ? undefined : /** @type {BuildPart[]} */ ((process.argv[position + 1] ?? '').split(','));
    await build({ only, quiet: process.argv.includes('--quiet') });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
