#!/usr/bin/env node
/**
 * Runs the commands of docs/tour.md in a fresh folder and writes what they print below them, so that the tour shows
 * what happens and not what was meant to.
 *
 *   node scripts/tour.mjs            rewrites docs/tour.md
 *   node scripts/tour.mjs --check    only runs the commands; exits 1 when one ends otherwise than the tour says
 *
 * A block that starts with ```console is run; `exit=1` behind it says how it ends, `head=12` how many lines are shown.
 * `custos` is this checkout's; `sqlite3 FILE SQL` stands for any SQLite client.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache } from './runtime/project-root.mjs';
import { commandLineEntry, ensureSetUp, projectNode, projectRoot } from './set-up.mjs';

const pageFile = join(projectRoot, 'docs', 'tour.md');

/** Words of a command line with "double quotes"; nothing else of a shell is needed here. */
const words = (line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);

/** @typedef {{ output: string, status: number }} Ran */

/** `custos` as a terminal starts it. @param {string[]} args @param {string} folder @returns {Ran} */
function custosAsProcess(args, folder) {
  // One file for both streams, so that what is said stands where a terminal would show it.
  const transcript = join(folder, '.transcript');
  const file = openSync(transcript, 'w');
  const run = spawnSync(projectNode(), ['--no-warnings', commandLineEntry, ...args], {
    cwd: folder,
    stdio: ['ignore', file, file],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      NO_COLOR: '1',
      CUSTOS_HOME: join(folder, '.account'),
      CUSTOS_PASSPHRASE: 'a passphrase for the tour',
    },
  });
  closeSync(file);
  return { output: readFileSync(transcript, 'utf8'), status: run.status ?? 3 };
}

/** Any SQLite client. @param {string[]} args a database and what is done to it @param {string} folder @returns {Ran} */
function sqlite([name, sql], folder) {
  const code =
    "const [file, sql] = process.argv.slice(1); const db = new (require('better-sqlite3'))(file); db.exec(sql); " +
    'db.close();';
  const run = spawnSync(projectNode(), ['-e', code, '--', join(folder, name), sql], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return { output: run.stderr, status: run.status ?? 3 };
}

/** A line of the tour with what it printed below it, at most `head` lines. */
function withOutput(line, output, folder, head) {
  const lines = output
    .replaceAll(folder, '…')
    .trimEnd()
    .split('\n')
    .map((one) => (one.length > 190 ? `${one.slice(0, 189)}…` : one).trimEnd());
  return [line, ...lines.slice(0, head), ...(lines.length > head ? [`… (${lines.length - head} more lines)`] : [])]
    .join('\n')
    .trimEnd();
}

/**
 * The blocks of the page, run in order in one folder. Each: its lines again with fresh output, and what ended otherwise
 * than announced.
 *
 * @param {string} folder empty and absolute, where the commands run
 * @param {(args: string[], folder: string) => Ran | Promise<Ran>} [custos] how the command line is called; `output`
 *   holds both its streams
 */
export async function runTour(folder, custos = custosAsProcess) {
  const programs = { custos, sqlite3: sqlite };
  const problems = [];
  let commands = 0;
  copyFileSync(join(projectRoot, 'resources', 'sample', 'customers.csv'), join(folder, 'customers.csv'));
  let text = '';
  let end = 0;
  const page = readFileSync(pageFile, 'utf8');
  for (const { 0: block, 1: info, 2: body, index } of page.matchAll(/```console([^\n]*)\n([\s\S]*?)```/g)) {
    const expected = Number(/exit=(\d+)/.exec(info)?.[1] ?? 0);
    const head = Number(/head=(\d+)/.exec(info)?.[1] ?? 60);
    const shown = [];
    for (const line of body.split('\n').filter((one) => one.startsWith('$ '))) {
      commands += 1;
      const [program, ...args] = words(line.slice(2));
      if (!(program in programs)) throw new Error(`the tour runs custos and sqlite3, not ${program}`);
      const { output, status } = await programs[program](args, folder);
      if (status !== expected)
        problems.push(
          `${line.slice(2)}: exit ${status} instead of ${expected}: ` +
            `${output.trim().split('\n').slice(-2).join(' ')}`,
        );
      shown.push(withOutput(line, output, folder, head));
    }
    text += `${page.slice(end, index)}\`\`\`console${info}\n${shown.join('\n')}\n\`\`\``;
    end = index + block.length;
  }
  return { text: text + page.slice(end), problems, commands };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureSetUp({ only: ['cli'], quiet: true });
  const folder = mkdtempSync(join(tmpdir(), 'custos-tour-'));
  const { text, problems, commands } = await runTour(folder).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    process.exitCode = 1;
  } else if (!process.argv.includes('--check')) writeFileSync(pageFile, text);
  process.stdout.write(`${commands} commands run, ${problems.length} ended otherwise than the tour says\n`);
}
