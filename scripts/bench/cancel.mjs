#!/usr/bin/env node
/**
 * How long Cancel takes: jobs of every kind on a large file are cancelled at random moments, and the longest wait from
 * the press to “cancelled” is printed for each phase, with whatever was left behind.
 *
 *   node scripts/bench/cancel.mjs                               1 million rows, 12 presses for each job
 *   node scripts/bench/cancel.mjs --rows 200000 --presses 5 --only csv,parquet-out
 *
 * The engine runs in this process; a press counts from the moment it was due, so that work that blocks the process is
 * seen.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { DuckDBInstance } from '@duckdb/node-api';
import { createRouterClient } from '@orpc/server';
import { createEngine } from '#engine/create-engine.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { makeData } from './make-data.mjs';
import { benchRecipe } from './recipe.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    presses: { type: 'string', default: '12' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
});
const rows = Number(options.rows);
const presses = Number(options.presses);
const wanted = options.only === '' ? null : new Set(options.only.split(','));
/** Excel's format takes long and holds fewer rows. */
const sheetRows = Math.min(rows, 200_000);

let state = Number(options.seed);
/** Between 0 and 1, the same in every run. */
const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const folder = mkdtempSync(join(tmpdir(), 'custos-cancel-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const at = (name) => join(folder, name);
const say = (text) => process.stderr.write(`${text}\n`);

async function makeFiles() {
  await makeData(at('data.csv'), rows);
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  await duck.run(`CREATE TABLE d AS SELECT * FROM read_csv('${at('data.csv')}', all_varchar = true)`);
  await duck.run(`COPY d TO '${at('data.parquet')}' (FORMAT parquet)`);
  await duck.run(`COPY d TO '${at('data.jsonl')}' (FORMAT json)`);
  await duck.run(`COPY (SELECT * FROM d LIMIT ${sheetRows}) TO '${at('short.csv')}' (FORMAT csv, HEADER true)`);
  const reader = await duck.runAndReadAll(`SELECT * FROM d LIMIT ${sheetRows}`);
  const names = reader.columnNames();
  const sqlite = new Database(at('data.sqlite'));
  sqlite.exec(`CREATE TABLE d (${names.map((name) => `"${name}" TEXT`).join(', ')}); BEGIN`);
  const insert = sqlite.prepare(`INSERT INTO d VALUES (${names.map(() => '?').join(', ')})`);
  for (const row of reader.getRows()) insert.run(...row);
  sqlite.exec('COMMIT');
  sqlite.close();
  duck.closeSync();
}

const worst = new Map();
function note(job, phase, waited, outcome) {
  const key = `${job}\t${phase}`;
  const known = worst.get(key) ?? { waited: 0, presses: 0, late: 0 };
  worst.set(key, {
    waited: Math.max(known.waited, waited),
    presses: known.presses + (outcome === 'cancelled' ? 1 : 0),
    late: known.late + (waited > 1000 ? 1 : 0),
  });
}

/** Follows a job; presses Cancel `after` milliseconds, never where that is null. */
async function follow(client, job, start, after) {
  const begun = performance.now();
  let phase = 'starting';
  let pressedIn = null;
  let jobId = null;
  let press = null;
  let outcome = 'failed';
  const cancel = () => {
    pressedIn = phase;
    void client.jobs.cancel({ jobId });
  };
  if (after !== null) press = setTimeout(() => (jobId === null ? (press = null) : cancel()), after);
  try {
    for await (const event of await start()) {
      if (event.type === 'started') jobId = event.jobId;
      else if (event.type === 'progress') phase = event.phase;
      else outcome = event.type;
      if (event.type === 'cancelled') break;
    }
  } catch (error) {
    say(`${job}: ${String(error.message ?? error)}`);
  }
  clearTimeout(press);
  const took = performance.now() - begun;
  if (after !== null && pressedIn !== null) note(job, pressedIn, outcome === 'cancelled' ? took - after : 0, outcome);
  return { took, outcome };
}

/** The same for a call that is no job: it is aborted. */
async function call(job, start, after) {
  const begun = performance.now();
  const controller = new AbortController();
  const press = after === null ? null : setTimeout(() => controller.abort(), after);
  let outcome = 'result';
  await start(controller.signal).catch((error) => {
    outcome = controller.signal.aborted ? 'cancelled' : String(error.message);
  });
  clearTimeout(press);
  const took = performance.now() - begun;
  if (after !== null && outcome === 'cancelled') note(job, 'any', took - after, outcome);
  return { took, outcome };
}

say(`Making ${rows.toLocaleString('en-US')} rows in ${folder} …`);
await makeFiles();
const engine = createEngine({
  clock: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  profileDirectory: at('profile'),
  workRoot: at('work'),
  resourcesDirectory: resolve(import.meta.dirname, '../../resources'),
  appVersion: 'bench',
  keyStore: noKeyStore,
});
const client = createRouterClient(engine.router, { context: {} });
await client.workspaces.createTemporary({ name: 'Cancel', operator: 'Bench' });
const grant = (name, use) => engine.grants.add(at(name), use).grantId;

async function tried(job, run) {
  if (wanted !== null && !wanted.has(job)) return;
  const { took, outcome } = await run(null);
  say(`${job}: ${outcome} in ${(took / 1000).toFixed(1)} s`);
  for (let press = 0; press < presses; press += 1) await run(Math.max(20, chance() * took * 0.98));
}
const kept = async () => new Set((await client.datasets.list({})).map(({ id }) => id));
const inWork = () =>
  existsSync(at('work'))
    ? readdirSync(at('work'), { recursive: true }).filter((name) =>
        /source-|release-|intake-|\.new$|\.partial$|\.rejects\.jsonl$|\.profiles\.json$/.test(name),
      )
    : [];
async function clean() {
  for (const id of await kept()) if (id !== dataset.id) await client.datasets.delete({ datasetId: id });
}

/** Brings a file in and waits for it. */
async function imported(name) {
  for await (const event of await client.datasets.import({ grantId: grant(name, 'read') }))
    if (event.type === 'result') return event.value;
  throw new Error(`${name} was not imported.`);
}
const dataset = await imported('data.csv');
for (const name of ['csv', 'jsonl', 'parquet', 'sqlite']) {
  await tried(name, (after) =>
    follow(client, name, () => client.datasets.import({ grantId: grant(`data.${name}`, 'read') }), after).then(
      async (result) => (await clean(), result),
    ),
  );
}
const recipe = { ...benchRecipe, target: { k: 1, suppression: 1 } };
await tried('classify', (after) =>
  follow(client, 'classify', () => client.classify.run({ datasetId: dataset.id }), after),
);
await tried('recommend', (after) =>
  call(
    'recommend',
    (signal) => client.recipes.recommend({ datasetId: dataset.id, purpose: 'P1', k: 5 }, { signal }),
    after,
  ),
);
await tried('assess', (after) =>
  call('assess', (signal) => client.recipes.assess({ datasetId: dataset.id, recipe }, { signal }), after),
);
for (const ending of ['csv', 'jsonl', 'parquet']) {
  await tried(`${ending}-out`, (after) =>
    follow(
      client,
      `${ending}-out`,
      () => client.releases.run({ datasetId: dataset.id, recipe, grantId: grant(`out.${ending}`, 'write') }),
      after,
    ),
  );
}
if (wanted === null || wanted.has('xlsx-out') || wanted.has('xlsx')) {
  const short = await imported('short.csv');
  await tried('xlsx-out', (after) =>
    follow(
      client,
      'xlsx-out',
      () => client.releases.run({ datasetId: short.id, recipe, grantId: grant('out.xlsx', 'write') }),
      after,
    ),
  );
  if (existsSync(at('out.xlsx')))
    await tried('xlsx', (after) =>
      follow(client, 'xlsx', () => client.datasets.import({ grantId: grant('out.xlsx', 'read') }), after),
    );
}
// Clean-up may go on for a moment after “cancelled”.
await new Promise((done) => setTimeout(done, 3000));
const left = [...inWork(), ...readdirSync(folder).filter((name) => name.endsWith('.part'))];
await engine.close();

const table = [...worst].map(([key, { waited, presses: times, late }]) => [
  ...key.split('\t'),
  String(times),
  `${(waited / 1000).toFixed(2)} s`,
  late === 0 ? '' : `${late} late`,
]);
process.stdout.write(
  `| job | pressed during | presses | longest wait | over a second |\n|---|---|---|---|---|\n` +
    `${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\nLeft behind: ` +
    `${left.length === 0 ? 'nothing' : left.join(', ')}\n`,
);
