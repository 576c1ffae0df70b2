// Kills a program that writes a register, again and again, at random moments, and says what was left each time.
//   node_modules/.bin/node scripts/kill-writes.mjs [--times 1000] [--seed 1]
// Three programs take turns: one writes entries, one takes records of the register through drafts, review and approval,
// one releases files with their certificates and proofs. After each kill: SQLite's own integrity check, the register
// verified, nothing missing that was acknowledged; of a release the proof, checked by the stand-alone verifier. A program
// is killed while it starts, while it opens the workspace, or while it writes. The suite runs a few rounds of the same
// (test/engine/workspace/crash.test.ts). Ends with status 1 where anything was not as it must be.
import SqliteDatabase from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createWorkspace, openWorkspace } from '../electron/engine/workspace/open-workspace.ts';
import { exportHead } from '../electron/engine/journal/heads.ts';
import { getEntry, verifyRegister } from '../electron/engine/journal/read-journal.ts';
import { getRecordOf, listRecordsOf } from '../electron/engine/use-cases/records/records-of-folder.ts';
import { verifyFiles } from '../resources/verifier/verify.mjs';
import { passphrase, throwawayPlace } from './support/throwaway-place.mjs';

const { values: options } = parseArgs({
  options: { times: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const times = Number(options.times);
const { folder, env } = throwawayPlace('kills');
const directory = join(folder, 'Kills.custos');
const released = join(folder, 'released');

/** What each program acknowledges by its lines, and for how long it may write after the first of them. */
const programs = [
  { file: 'append-forever.ts', share: 0.5, mostMs: 60, isThere: (line) => entries() >= Number(line) },
  { file: 'save-records-forever.ts', share: 0.3, mostMs: 120, isThere: isRecorded },
  { file: 'release-forever.ts', share: 0.2, mostMs: 1500, isThere: isReleased },
];
let verified = null;
const entries = () => verified.entries;

/** `saved 7`: a draft or version holds that number; `approved 3`: so many versions were approved. */
function isRecorded(line) {
  const [what, number] = line.split(' ');
  const [record] = listRecordsOf(directory, 'system');
  if (record === undefined) return false;
  const { versions, draft } = getRecordOf(directory, { kind: 'system', id: record.id });
  if (what === 'approved') return versions.some((one) => one.approvedBy !== null && one.version >= Number(number));
  const bodies = [draft, ...versions.map(({ version }) => versionOf(record.id, version))];
  return JSON.stringify(bodies).includes(`"value":"${number}"`);
}
const versionOf = (id, version) => getRecordOf(directory, { kind: 'system', id, version }).version;

/** `released 17 /folder/out.csv`: the entry is there, and file, certificate and proof hold together. */
async function isReleased(line) {
  const [, seq, path] = line.split(' ');
  if (getEntry(directory, Number(seq)).kind !== 'release.written') return false;
  const paths = [path, `${path}.certificate.json`, `${path}.certificate.json.tlog-proof`];
  if (!paths.every(existsSync)) return false;
  const [key] = exportHead(directory).keys;
  const files = new Map(paths.map((one) => [basename(one), readFileSync(one)]));
  return (await verifyFiles(files, key)).ok;
}

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
  return programs.find(({ share }) => (left -= share) < 0) ?? programs[0];
}

/** Runs a program until it is killed, some milliseconds after it began or after the first that it acknowledged. */
function killedRun({ file, mostMs }) {
  const whileStarting = chance() < 0.2;
  const afterMs = chance() * (whileStarting ? 500 : mostMs);
  const program = fileURLToPath(new URL(`../test/engine/workspace/children/${file}`, import.meta.url));
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', program, directory, env.profileDirectory, env.workRoot, passphrase, released],
      { stdio: ['ignore', 'pipe', 'inherit'] },
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
const { workspace } = await createWorkspace(
  directory,
  { organisation: 'Kills', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
await workspace.close();

const found = { kills: 0, beforeAnything: 0, integrity: 0, unverified: 0, lost: 0, readOnly: 0 };
const acknowledged = { entries: 0, saved: 0, approved: 0, released: 0 };
const began = Date.now();
let before = 0;
for (let round = 1; round <= times; round += 1) {
  const program = chosenProgram();
  const lines = await killedRun(program);
  found.kills += 1;
  if (lines.length === 0) found.beforeAnything += 1;
  for (const line of lines) acknowledged[/^[a-z]+/.exec(line)?.[0] ?? 'entries'] += 1;
  if (integrity() !== 'ok') found.integrity += 1;
  verified = verifyRegister(directory, env);
  if (!verified.ok) {
    found.unverified += 1;
    process.stderr.write(`${round}: ${JSON.stringify(verified.problems)}\n`);
  }
  const gone = [];
  for (const line of lasting(lines)) if (!(await program.isThere(line))) gone.push(line);
  if (verified.entries < before || gone.length > 0) {
    found.lost += 1;
    process.stderr.write(`${round}: ${program.file}: not there: ${gone.join(', ')}\n`);
  }
  before = verified.entries;
  if (round % 20 === 0)
    process.stderr.write(`${round} of ${times}: ${JSON.stringify({ ...found, ...acknowledged })}\n`);
}
const again = await openWorkspace(directory, { passphrase }, env);
if (again.summary().readOnly) found.readOnly += 1;
await again.close();

const seconds = Math.round((Date.now() - began) / 1000);
process.stdout.write(
  `${found.kills} kills in ${seconds} s, seed ${options.seed}, ${before} entries written.\n` +
    `Acknowledged: ${acknowledged.entries} entries, ${acknowledged.saved} drafts, ${acknowledged.approved} approvals, ` +
    `${acknowledged.released} releases with their proofs; killed before anything: ${found.beforeAnything}.\n` +
    `integrity_check not ok: ${found.integrity}; register not verified: ${found.unverified}; ` +
    `acknowledged and lost: ${found.lost}; opened read-only after: ${found.readOnly}.\n`,
);
process.exitCode = found.integrity + found.unverified + found.lost + found.readOnly === 0 ? 0 : 1;
