// Kills a program that writes a register, again and again, at random moments, and says what was left each time.
//   node_modules/.bin/node scripts/kill-writes.mjs [--times 1000] [--seed 1]
// Six programs take turns: one writes entries; one takes records of the register through drafts, review and approval; one
// releases files with their certificates and proofs; one imports a dataset and works on its recipe, in sittings; in a
// workspace of several operators, where each entry is signed, people come, change their role and leave, and heads are
// countersigned. After each kill: SQLite's own integrity check, the register verified, nothing missing that was
// acknowledged (scripts/support/kill-programs.mjs). A program is killed while it starts, while it opens the workspace, or
// while it writes. The suite runs a few rounds of the same (test/engine/workspace/crash.test.ts). Ends with status 1 where
// anything was not as it must be.
import SqliteDatabase from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createWorkspace, openWorkspace } from '../electron/engine/workspace/open-workspace.ts';
import { verifyRegister } from '../electron/engine/journal/read-journal.ts';
import { compileCache } from './runtime/project-root.mjs';
import { killPrograms } from './support/kill-programs.mjs';
import { passphrase, throwawayPlace } from './support/throwaway-place.mjs';

const { values: options } = parseArgs({
  options: { times: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const times = Number(options.times);
const { folder, env } = throwawayPlace('kills');
const released = join(folder, 'released');

/** A number from 0 to 1, the same for the same seed (mulberry32). */
let state = Number(options.seed);
const chance = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

function chosenProgram() {
  let left = chance();
  return killPrograms.find(({ share }) => (left -= share) < 0) ?? killPrograms[0];
}

/** Runs a program until it is killed, some milliseconds after it began or after the first that it acknowledged. */
function killedRun({ file, mostMs }, directory) {
  const whileStarting = chance() < 0.2;
  const afterMs = chance() * (whileStarting ? 500 : mostMs);
  const program = fileURLToPath(new URL(`../test/engine/workspace/children/${file}`, import.meta.url));
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', program, directory, env.profileDirectory, env.workRoot, passphrase, released],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: compileCache } },
    );
    let said = '';
    const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMs);
    if (whileStarting) kill();
    child.stdout.on('data', (chunk) => {
      if (said === '' && !whileStarting) kill();
      said += String(chunk);
    });
    child.on('close', () => done(said.split('\n').slice(0, -1)));
  });
}

/** SQLite's own check of the file as a reader would find it: a copy with its journal, rolled back. */
function integrity(directory) {
  const copy = join(folder, 'copy.sqlite');
  for (const suffix of ['', '-journal']) {
    rmSync(`${copy}${suffix}`, { force: true });
    if (existsSync(join(directory, `register.sqlite${suffix}`)))
      copyFileSync(join(directory, `register.sqlite${suffix}`), `${copy}${suffix}`);
  }
  const db = new SqliteDatabase(copy);
  try {
    return db.pragma('integrity_check', { simple: true });
  } finally {
    db.close();
  }
}

/** What is acknowledged and stays: of drafts the last one only, which the next replaces. */
const lasting = (lines) => [
  ...lines.filter((line) => !line.startsWith('saved ')),
  ...lines.filter((line) => line.startsWith('saved ')).slice(-1),
];

mkdirSync(released);
const person = (at) => `Ana Lopez${at},${['Bonn', 'Lyon'][at % 2]},${at % 4 < 2 ? 'gold' : 'blue'}`;
const people = Array.from({ length: 40 }, (_, at) => person(at));
writeFileSync(join(released, 'people.csv'), `full_name,city,tier\n${people.join('\n')}\n`);
const drop = {
  op: 'drop-columns',
  version: 1,
  settings: { columns: ['full_name'] },
  reason: 'not needed',
  enabled: true,
};
writeFileSync(
  join(released, 'recipe.json'),
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P1',
    release: 'anonymised',
    referenceDate: '2026-01-05',
    target: { k: 5, suppression: 0.05 },
    steps: [drop],
  }),
);
/** A workspace to be written by programs that are killed; `signed`: of two operators, who sign each entry. */
async function place(name, signed) {
  const directory = join(folder, name);
  const { workspace } = await createWorkspace(
    directory,
    { organisation: 'Kills', operator: 'Ada', policy: 'customer-tracking', passphrase },
    env,
  );
  if (signed) await workspace.operators.add({ name: 'Bo', role: 'author', passphrase: 'another', own: passphrase });
  await workspace.close();
  return { directory, entries: 0, operator: signed ? 'Ada' : undefined };
}
const alone = await place('Kills.custos', false);
const signed = await place('Signed.custos', true);

const found = { kills: 0, beforeAnything: 0, integrity: 0, unverified: 0, lost: 0, readOnly: 0 };
const acknowledged = {};
const began = Date.now();

/** Looks at what a killed program left. */
async function examine(round, program, at, lines) {
  if (integrity(at.directory) !== 'ok') found.integrity += 1;
  const verified = verifyRegister(at.directory, env);
  if (!verified.ok) {
    found.unverified += 1;
    process.stderr.write(`${round}: ${JSON.stringify(verified.problems)}\n`);
  }
  const left = { directory: at.directory, env, entries: verified.entries };
  const gone = [];
  for (const line of lasting(lines)) if (!(await program.isThere(line, left))) gone.push(line);
  if (verified.entries < at.entries || gone.length > 0) {
    found.lost += 1;
    process.stderr.write(`${round}: ${program.file}: not there: ${gone.join(', ')}\n`);
  }
  at.entries = verified.entries;
}

for (let round = 1; round <= times; round += 1) {
  const program = chosenProgram();
  const at = program.signed ? signed : alone;
  const lines = await killedRun(program, at.directory);
  found.kills += 1;
  if (lines.length === 0) found.beforeAnything += 1;
  for (const line of lines) {
    const what = /^[a-z]+/.exec(line)?.[0] ?? 'entries';
    acknowledged[what] = (acknowledged[what] ?? 0) + 1;
  }
  await examine(round, program, at, lines);
  if (round % 20 === 0)
    process.stderr.write(`${round} of ${times}: ${JSON.stringify({ ...found, ...acknowledged })}\n`);
}
for (const { directory, operator } of [alone, signed]) {
  const again = await openWorkspace(directory, { passphrase, operator }, env);
  if (again.summary().readOnly) found.readOnly += 1;
  await again.close();
}

const seconds = Math.round((Date.now() - began) / 1000);
const told = Object.entries(acknowledged).map(([what, count]) => `${what} ${count}`);
process.stdout.write(
  `${found.kills} kills in ${seconds} s, seed ${options.seed}, ${alone.entries} entries written, and ${signed.entries} ` +
    `signed ones.\nAcknowledged: ${told.join(', ')}; killed before anything: ${found.beforeAnything}.\n` +
    `integrity_check not ok: ${found.integrity}; register not verified: ${found.unverified}; ` +
    `acknowledged and lost: ${found.lost}; opened read-only after: ${found.readOnly}.\n`,
);
process.exitCode = found.integrity + found.unverified + found.lost + found.readOnly === 0 ? 0 : 1;
