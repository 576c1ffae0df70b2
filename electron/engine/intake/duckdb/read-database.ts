import { stat } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { databaseText } from '#shared/text/engine/database.ts';
import { duckDbText } from '#shared/text/engine/duckdb.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { duckFailure } from '#engine/analysis/duck-failure.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { chosenTable } from '../chosen-table.ts';
import { type ParquetReading, readNested } from '../parquet/read-nested.ts';
import { attach } from './attach.ts';
import { type Listed, listTables, mostRows } from './list-tables.ts';
import type { DuckDbFound, DuckDbTask } from './task.ts';

const mostColumns = 20_000;
/** Rows that a look without rows seeks keys of lists in. */
const sampleRows = 20_000;
const mebibyte = 1024 ** 2;
/** A view or a column's formula works out what it shows: that may be larger than the file by no more than this. */
const mostBytes = (bytes: number): number => 64 * bytes + 256 * mebibyte;
/** And may take no longer (milliseconds). */
const longestMs = (bytes: number): number => 24_000 + 1000 * Math.ceil(bytes / mebibyte);
const lookEvery = 250;

/** Ends the running statement where it takes or writes too much; `over` says which of both it was. */
function bounded(duck: Duck, { bytes, fileName }: DuckDbTask, written: string) {
  const began = performance.now();
  const bound: { over: Failure | null; end: () => void } = { over: null, end: () => clearInterval(look) };
  const refuse = (sentence: string): void => {
    bound.over ??= new Failure('FILE_DAMAGED', sentence);
    duck.interrupt();
  };
  const look = setInterval(() => {
    if (performance.now() - began > longestMs(bytes)) refuse(duckDbText.takesTooLong(fileName));
    void stat(written).then(
      ({ size }) => size > mostBytes(bytes) && refuse(duckDbText.growsTooMuch(fileName)),
      () => undefined,
    );
  }, lookEvery);
  return bound;
}

/** Nothing of our own statements can be wrong: whatever stops the data engine lies in the file, or in a view of it. */
function failureOf(error: unknown, { fileName }: DuckDbTask, read: Listed | null): Failure {
  const failure = duckFailure(error, undefined);
  if (failure.code !== 'INTERNAL' && failure.code !== 'FILE_DAMAGED') return failure;
  if (read?.view) return new Failure('FILE_UNREADABLE', duckDbText.viewFails(fileName, read.name));
  return failure.code === 'FILE_DAMAGED' ? failure : new Failure('FILE_DAMAGED', duckDbText.unreadable(fileName));
}

async function shapeOf(duck: Duck, task: DuckDbTask, { sql }: Listed): Promise<[ParquetReading, string[]]> {
  const described = await duck.query<{ column_name: string }>(`DESCRIBE SELECT * FROM ${sql}`);
  if (described.length > mostColumns)
    throw new Failure('FILE_DAMAGED', intakeText.tooManyColumns(task.fileName, described.length, mostColumns));
  const source = `${sql} AS source_table(${described.map((_column, at) => `s${at + 1}`).join(', ')})`;
  const types = (await duck.raw.run(`SELECT * FROM ${source} LIMIT 0`)).columnTypes();
  const fields = described.map(({ column_name: name }, at) => ({ name, type: types[at]! }));
  const { layout } = task.options;
  const reading = await readNested(
    duck,
    source,
    fields,
    layout === undefined ? {} : { layout },
    task.rows ? null : sampleRows,
  );
  if (reading.columns.length > mostColumns)
    throw new Failure('FILE_DAMAGED', intakeText.tooManyColumns(task.fileName, reading.columns.length, mostColumns));
  return [reading, reading.columns.map(({ name }) => name)];
}

/** Writes the rows as text, in their order. @returns how many */
async function writeRows(duck: Duck, { columns, from }: ParquetReading, path: string): Promise<number> {
  const texts = columns.map(({ sql }, at) => `${sql} AS c${at + 1}`).join(', ');
  const [written] = await duck.query<{ Count: number }>(
    `COPY (SELECT ${texts} FROM ${from}) TO ${quoteText(path)} (FORMAT parquet)`,
  );
  return written?.Count ?? 0;
}

async function chosen(duck: Duck, { fileName, options }: DuckDbTask) {
  const listed = await listTables(duck, fileName);
  const [tables, views] = [listed.filter(({ view }) => !view), listed.filter(({ view }) => view)];
  const wanted = options.table ?? null;
  if (listed.length === 0) throw new Failure('FILE_EMPTY', databaseText.noTable(fileName));
  if (wanted !== null && !listed.some(({ name }) => name === wanted))
    throw new Failure('WRONG_USAGE', databaseText.noSuchTable(fileName, listed.length));
  const most = wanted === null && tables.length > 1 ? await mostRows(duck, tables) : '';
  const names = (of: readonly Listed[]) => of.map(({ name }) => name);
  const choice = chosenTable({ tables: names(tables), views: names(views), wanted }, () => most);
  return { names: names(listed), one: listed.find(({ name }) => name === choice.table)!, choice };
}

/**
 * Reads one table of a DuckDB file: what there is to choose from, its columns, and its rows as text in a working file.
 * @throws Failure FILE_DAMAGED, FILE_EMPTY, FILE_UNREADABLE, WRONG_USAGE, JOB_CANCELLED
 */
export async function readDatabase(task: DuckDbTask, signal?: AbortSignal): Promise<DuckDbFound> {
  const duck = await attach(task);
  const done = interruptOnAbort(duck, signal);
  const path = `${task.work}rows.parquet`;
  const bound = bounded(duck, task, path);
  let read: Listed | null = null;
  try {
    const { names, one, choice } = await chosen(duck, task);
    read = one;
    const [reading, headers] = await shapeOf(duck, task, one);
    const count = task.rows ? await writeRows(duck, reading, path) : null;
    if (count === 0) throw new Failure('FILE_EMPTY', databaseText.noRows(task.fileName, one.name));
    return {
      tables: names,
      table: one.name,
      layout: reading.options.layout,
      detections: [choice.detection, ...reading.detections],
      headers,
      warnings: [...choice.told, ...choice.offered],
      rows: count === null ? null : { path, count },
    };
  } catch (error) {
    throw bound.over ?? failureOf(error, task, read);
  } finally {
    bound.end();
    done();
    duck.close();
  }
}
