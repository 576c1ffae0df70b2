// One person looked for, a run of retention and a check of quality on a dataset of a workspace, as another program
// measures them: node scripts/bench/people.mjs FILE, an invented customer table (see make-data.mjs).
// Prints one line of JSON: rows, and of each task seconds of processor time (of all threads) and of the clock, and
// `reads`: how often it reads all rows of the dataset or of what becomes of it, `columns`: how many columns each of these
// reads takes, in times of all columns. Reads are counted in the statements that DuckDB is given, by the tables that they
// name.
import { DuckDBConnection } from '@duckdb/node-api';
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

const statements = [];
const asWritten = DuckDBConnection.prototype.run;
// `runAndReadAll` goes by `run`.
DuckDBConnection.prototype.run = function listened(sql, ...others) {
  statements.push(String(sql));
  return asWritten.call(this, sql, ...others);
};
/** Tables that have every row: the dataset's, what becomes of it. */
const whole = /\bFROM (?:dataset\.main\.data|rewritten\.main\.\w+)\b/;
const columnsIn = (sql) => new Set(sql.match(/\bc\d+\b/g)).size;

async function measured(work) {
  statements.length = 0;
  const [used, began] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const wallSeconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  // The first few thousand rows are no full read.
  const read = statements.filter((sql) => whole.test(sql) && !/ LIMIT \d+$/.test(sql));
  if (process.env.CUSTOS_BENCH_SQL) for (const sql of read) process.stderr.write(`${sql.slice(0, 400)}\n\n`);
  const columns = read.reduce((sum, sql) => sum + columnsIn(sql) / all, 0);
  return { result, told: { cpuSeconds: (user + system) / 1e6, wallSeconds, reads: read.length, columns } };
}

/** By a number, an address and a telephone: as somebody who writes in names themselves. */
const values = ['C000000777', 'felix.becker777@example.com', '+1 345 555 0142'];
await findSubject(state, job, { values });
const find = await measured(() => findSubject(state, job, { values }));
if (find.result.hits.length === 0) throw new Error('Nobody was found.');
decideRetention(state, { rule: 'unused-customers', duration: 'P24M', reason: 'bench' });
const dryRun = await measured(() => runRetention(state, job, { dryRun: true }));
const run = await measured(() => runRetention(state, job, { dryRun: false }));
if (!run.result.lines.some(({ acted }) => acted > 0)) throw new Error('Nothing was over.');
const quality = await measured(() => checkDataset(state, job, { datasetId: id }));
await state.close();
const told = { rows, find: find.told, dryRun: dryRun.told, run: run.told, quality: quality.told };
process.stdout.write(`${JSON.stringify(told)}\n`);
