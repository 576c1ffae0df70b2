// Kills a program that writes a register, again and again, at random moments, and says what was left each time.
//   node_modules/.bin/node scripts/kill-writes.mjs [--times 1000] [--seed 1]
// After each kill: SQLite's own integrity check, the register verified, no acknowledged entry missing. A program is
// killed while it starts, while it opens the workspace, or while it writes. The suite runs a few rounds of the same
// (test/engine/workspace/crash.test.ts). Ends with status 1 where anything was not as it must be.
import SqliteDatabase from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createWorkspace, openWorkspace } from '../electron/engine/workspace/open-workspace.ts';
import { verifyRegister } from '../electron/engine/journal/read-journal.ts';
import { passphrase, throwawayPlace } from './support/throwaway-place.mjs';

const { values: options } = parseArgs({
  options: { times: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const times = Number(options.times);
const { folder, env } = throwawayPlace('kills');
const directory = join(folder, 'Kills.custos');
const program = fileURLToPath(new URL('../test/engine/workspace/children/append-forever.ts', import.meta.url));

/** A number from 0 to 1, the same for the same seed (mulberry32). */
let state = Number(options.seed);
const chance = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** Runs the program until it is killed, some milliseconds after it began or after its first entry. */
function killedRun() {
  const whileStarting = chance() < 0.2;
  const afterMs = chance() * (whileStarting ? 500 : 60);
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', program, directory, env.profileDirectory, env.workRoot, passphrase],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMs);
    if (whileStarting) kill();
    child.stdout.on('data', (chunk) => {
      if (said === '' && !whileStarting) kill();
      said += String(chunk);
    });
    child.on('close', () => done(Number(said.split('\n').slice(0, -1).at(-1) ?? 0)));
  });
}

/** SQLite's own check of the file as a reader would find it: a copy with its journal, rolled back. */
function integrity() {
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

const { workspace } = await createWorkspace(
  directory,
  { organisation: 'Kills', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
await workspace.close();

const found = { kills: 0, beforeAnyEntry: 0, integrity: 0, unverified: 0, lost: 0, unacknowledged: 0, readOnly: 0 };
const began = Date.now();
let before = verifyRegister(directory, env).entries;
for (let round = 1; round <= times; round += 1) {
  const acknowledged = await killedRun();
  found.kills += 1;
  if (acknowledged === 0) found.beforeAnyEntry += 1;
  if (integrity() !== 'ok') found.integrity += 1;
  const verified = verifyRegister(directory, env);
  if (!verified.ok) found.unverified += 1;
  if (verified.entries < Math.max(acknowledged, before)) found.lost += 1;
  if (verified.entries > Math.max(acknowledged, before)) found.unacknowledged += 1;
  before = verified.entries;
  if (round % 50 === 0) process.stderr.write(`${round} of ${times}: ${JSON.stringify(found)}\n`);
}
const again = await openWorkspace(directory, { passphrase }, env);
if (again.summary().readOnly) found.readOnly += 1;
await again.close();

const seconds = Math.round((Date.now() - began) / 1000);
process.stdout.write(
  `${found.kills} kills in ${seconds} s, seed ${options.seed}, ${before} entries written.\n` +
    `Killed before any entry: ${found.beforeAnyEntry}; with an entry written and not yet acknowledged: ${found.unacknowledged}.\n` +
    `integrity_check not ok: ${found.integrity}; register not verified: ${found.unverified}; ` +
    `acknowledged entries lost: ${found.lost}; opened read-only after: ${found.readOnly}.\n`,
);
process.exitCode = found.integrity + found.unverified + found.lost + found.readOnly === 0 ? 0 : 1;
