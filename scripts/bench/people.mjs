// One person looked for, a run of retention and a check of quality on a dataset of a workspace, as another program
// measures them: node scripts/bench/people.mjs FILE, an invented customer table (see make-data.mjs).
// Prints one line of JSON: rows, and of each task seconds of processor time (of all threads) and of the clock, and
// `reads`: how often it reads all rows of the dataset or of what becomes of it, `columns`: how many cells it reads of
// them, in times of all cells. Both are what DuckDB's own profiler says of each statement: the rows that a scan read, and
// the columns that it took or filtered by.
import { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { noDesktop } from '../../electron/engine/desktop/desktop.ts';
import { noKeyStore } from '../../electron/engine/key-store/key-store.ts';
import { EngineSession } from '../../electron/engine/session/engine-session.ts';
import { importDataset } from '../../electron/engine/use-cases/datasets/import-dataset.ts';
import { checkDataset } from '../../electron/engine/use-cases/quality/check-dataset.ts';
import { decideRetention } from '../../electron/engine/use-cases/retention/decide-retention.ts';
import { runRetention } from '../../electron/engine/use-cases/retention/run-retention.ts';
import { findSubject } from '../../electron/engine/use-cases/subjects/find-subject.ts';
import { createWorkspace } from '../../electron/engine/workspace/open-workspace.ts';
import { passphrase, throwawayPlace } from '../support/throwaway-place.mjs';

const file = process.argv[2];
const { folder, env } = throwawayPlace('people-bench');

/** Scans of tables, as the profiler tells them: `{ table, rows, columns }`. */
const scans = [];
const profile = join(folder, 'statement.json');
const profiled = new WeakSet();
const asWritten = DuckDBConnection.prototype.run;
// `runAndReadAll` goes by `run`. The configuration is left open, so that the profiler can be turned on.
DuckDBConnection.prototype.run = async function listened(sql, ...others) {
  if (/^SET (?:lock_configuration|enable_external_access)/.test(sql)) return null;
  if (!sql.startsWith('SET ') && !profiled.has(this)) {
    profiled.add(this);
    await asWritten.call(this, "PRAGMA enable_profiling = 'json'");
    await asWritten.call(this, `SET profiling_output = '${profile}'`);
  }
  rmSync(profile, { force: true });
  const result = await asWritten.call(this, sql, ...others);
  if (!existsSync(profile)) return result;
  // Of the first rows the profiler tells all that were passed over.
  const first = Number(/ LIMIT (\d+)$/.exec(sql)?.[1] ?? Infinity);
  const found = scansIn(JSON.parse(readFileSync(profile, 'utf8')));
  scans.push(...found.map((scan) => ({ ...scan, rows: Math.min(scan.rows, first) })));
  return result;
};

/** The columns that a scan took or filtered by; a list, or a text where it is one. */
const columnsIn = (info) =>
  new Set(JSON.stringify([info.Projections, info.Filters, info['Dynamic Filters']]).match(/\bc\d+\b/g)).size;

function scansIn({ operator_type: type, operator_rows_scanned: rows, extra_info: info = {}, children = [] }) {
  const own = type === 'TABLE_SCAN' ? [{ table: info.Table, rows, columns: columnsIn(info) }] : [];
  return [...own, ...children.flatMap(scansIn)];
}

const state = new EngineSession({ ...env, resourcesDirectory: folder, keyStore: noKeyStore, desktop: noDesktop });
const { workspace } = await createWorkspace(
  join(folder, 'Bench.custos'),
  { organisation: 'Bench', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
await state.adoptWorkspace(workspace);
const { signal } = new AbortController();
const job = { jobId: 'bench', signal, progress: () => undefined, commit: () => undefined, early: () => undefined };
const { grantId } = state.grants.add(file, 'read');
const { id, rows } = await importDataset(state, job, { grantId, informedHow: '' });
const all = state.datasetRecord(id).summary.columns.length;

async function measured(work) {
  scans.length = 0;
  const [used, began] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const wallSeconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  // Tables of the rows: the dataset's, what becomes of it. Others are what a task keeps in between.
  const read = scans.filter(({ table }) => /^(?:dataset|rewritten)\.main\./.test(table ?? ''));
  if (process.env.CUSTOS_BENCH_SCANS) for (const scan of read) process.stderr.write(`${JSON.stringify(scan)}\n`);
  const reads = read.filter((scan) => scan.columns > 0 && scan.rows > 0.5 * rows).length;
  const columns = read.reduce((sum, scan) => sum + (scan.rows * scan.columns) / (rows * all), 0);
  return { result, told: { cpuSeconds: (user + system) / 1e6, wallSeconds, reads, columns } };
}

/** By a number, an address and a telephone: as somebody who writes in names themselves. */
const values = ['C000000777', 'felix.becker777@example.com', '+1 345 555 0142'];
await findSubject(state, job, { values });
const find = await measured(() => findSubject(state, job, { values }));
if (find.result.hits.length === 0) throw new Error('Nobody was found.');
// Of the last acts, in the first ten months of 2026, those of January are over: a tenth of the rows goes.
const days = Math.floor((Date.now() - Date.parse('2026-02-01')) / 86_400_000);
decideRetention(state, { rule: 'unused-customers', duration: `P${days}D`, reason: 'bench' });
const dryRun = await measured(() => runRetention(state, job, { dryRun: true }));
const run = await measured(() => runRetention(state, job, { dryRun: false }));
if (!(run.result.datasets[0]?.rowsAfter < rows)) throw new Error('No row went.');
const quality = await measured(() => checkDataset(state, job, { datasetId: id }));
await state.close();
const told = { rows, find: find.told, dryRun: dryRun.told, run: run.told, quality: quality.told };
process.stdout.write(`${JSON.stringify(told)}\n`);
