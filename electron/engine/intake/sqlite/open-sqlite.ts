import { copyFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { fileFailure, type CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { hashFile } from '../hash-file.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile } from '../rejects-file.ts';
import { WorkingTable } from '../working-table.ts';
import { cellText } from './cell-text.ts';
import { harmlessFormulas } from './harmless-formulas.ts';

const batchRows = 5000;
/** What `pragma_table_xinfo` calls a generated column that is not stored. */
const computed = 2;

/**
 * Opens the database so that the source is never written to: read-only where it lies, or as a copy in the working directory where
 * SQLite would write beside it (a write-ahead log, a journal to be rolled back). Everything is off by which a schema could act; only
 * plain tables are read, no views, triggers or virtual tables.
 */
async function openReadOnly(file: CheckedFile, copy: string): Promise<Database.Database> {
  const beside: string[] = [];
  for (const ending of ['-wal', '-journal']) if (await stat(`${file.path}${ending}`).then((found) => found.size > 0, () => false)) beside.push(ending);
  const writeAhead = file.head[18] === 2 || file.head[19] === 2;
  if (writeAhead || beside.length > 0) for (const ending of ['', ...beside]) await copyFile(`${file.path}${ending}`, `${copy}${ending}`);
  const database = new Database(writeAhead || beside.length > 0 ? copy : file.path, { fileMustExist: true, readonly: !writeAhead && beside.length === 0 });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('query_only = ON');
  return database;
}

function findTable(database: Database.Database, file: CheckedFile, options: Partial<IntakeOptions>): { tables: string[]; table: string; detection: Detection; headers: string[]; warnings: string[] } {
  const listed = database.prepare<[], { name: string }>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`).all();
  const tables = listed.map((row) => row.name);
  if (tables.length === 0) throw new Failure('FILE_EMPTY', sqliteText.noTable(file.fileName));
  if (options.table !== undefined && !tables.includes(options.table)) throw new Failure('WRONG_USAGE', sqliteText.noSuchTable(file.fileName, tables.length));
  const counted = options.table === undefined && tables.length > 1 ? tables.map((name) => ({ name, rows: countRows(database, name) })).sort((a, b) => b.rows - a.rows) : [];
  const table = options.table ?? counted[0]?.name ?? tables[0]!;
  const reason = options.table !== undefined ? intakeText.chosenByPerson : tables.length === 1 ? sqliteText.oneTable : sqliteText.mostRows(tables.length);
  const columns = database.prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?) WHERE hidden IN (0, 2, 3) ORDER BY cid').all(table);
  // A virtual column is a formula of the file's, worked out here for each row, for as long and as large as its author likes: only plain ones are run.
  const sql = database.prepare<[string], { sql: string | null }>("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?").get(table)?.sql ?? '';
  const run = harmlessFormulas(sql, table);
  const headers = columns.filter(({ hidden }) => run || hidden !== computed).map(({ name }) => name);
  if (headers.length === 0) throw new Failure('FILE_EMPTY', sqliteText.onlyComputed(file.fileName, table));
  const views = database.prepare<[], { n: number }>("SELECT count(*) AS n FROM pragma_table_list WHERE schema = 'main' AND type = 'view'").get()?.n ?? 0;
  const formulas = columns.length - headers.length;
  const warnings = [...(formulas > 0 ? [sqliteText.computedLeftOut(formulas)] : []), ...(views > 0 ? [sqliteText.viewsLeftOut(views)] : [])];
  return { tables, table, detection: { option: 'table', value: table, reason }, headers, warnings };
}

const countRows = (database: Database.Database, table: string): number => database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM main.${quoteIdentifier(table)}`).get()?.n ?? 0;

const guarded = async <T>(file: CheckedFile, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new Failure('FILE_DAMAGED', sqliteText.unreadable(file.fileName, error.code));
    throw fileFailure(error, file.fileName);
  }
};

/** Tables of a SQLite file and the columns of the one chosen (else of the one with the most rows). */
export const sniffSqlite = (file: CheckedFile, options: Partial<IntakeOptions>, work: string): Promise<SniffedShape> =>
  guarded(file, async () => {
    const database = await openReadOnly(file, `${work}copy.sqlite`);
    try {
      const { tables, table, detection, headers, warnings } = findTable(database, file, options);
      return { options: { format: 'sqlite', table }, detections: [detection], columns: nameColumns(headers), tables, warnings };
    } finally {
      database.close();
    }
  });

/** Copies one table, in the order of its rows, into a working table; whole numbers keep all their digits. */
export const openSqlite = (file: CheckedFile, context: ReadContext): Promise<ReadSource> =>
  guarded(file, async () => {
    const sha256 = await hashFile(file, context.progress, context.signal);
    const database = await openReadOnly(file, `${context.work}copy.sqlite`);
    const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
    let table: WorkingTable | null = null;
    try {
      const found = findTable(database, file, context.options);
      const total = countRows(database, found.table);
      if (total === 0) throw new Failure('FILE_EMPTY', sqliteText.noRows(file.fileName, found.table));
      table = await WorkingTable.create(`${context.work}rows.csv`, found.headers.length);
      const select = database.prepare(`SELECT ${found.headers.map(quoteIdentifier).join(', ')} FROM main.${quoteIdentifier(found.table)}`).raw().safeIntegers();
      let done = 0;
      for (const row of select.iterate() as IterableIterator<unknown[]>) {
        done += 1;
        const bytes = table.add(row.map(cellText));
        if (bytes !== null) await rejects.add([{ line: done, column: null, kind: 'LINE TOO LONG', detail: intakeText.rowTooLong(bytes), raw: '', offset: null, bytes }]);
        if (done % batchRows === 0) {
          await table.flush();
          context.progress({ phase: jobsText.phases.readingTable, done, total, unit: 'rows' });
          await setImmediate();
          throwIfCancelled(context.signal);
        }
      }
      if (done !== total) throw new Failure('FILE_DAMAGED', sqliteText.otherRowCount(file.fileName, found.table, total, done));
      const relation = await table.finish();
      if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
      return {
        sha256,
        options: { format: 'sqlite', table: found.table },
        detections: [found.detection],
        columns: nameColumns(found.headers),
        relation,
        rows: table.rows,
        rejects: { total: rejects.total, listed: rejects.listed },
        rejectsFile: rejects.total > 0 ? rejects.path : null,
        warnings: found.warnings,
      };
    } finally {
      await table?.abandon();
      await rejects.finish();
      database.close();
    }
  });
