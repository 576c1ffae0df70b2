import type Database from 'better-sqlite3';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { databaseText } from '#shared/text/engine/database.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { longestRecord } from '../csv/dialect.ts';
import { Refusal } from '../refusal.ts';
import { type RejectRecord, RejectsFile } from '../rejects-file.ts';
import { WorkingFile } from '../working-file.ts';
import { cellText } from './cell-text.ts';
import { cellBytes } from './cell-bytes.ts';
import { countRows, countShown, databaseBytes } from './count-rows.ts';
import type { CopiedRows, SqliteShape, SqliteTask } from './task.ts';

const batchRows = 5000;
/**
 * A column's default is stored once and read for every row: what is read may not be larger than the file by more than
 * this.
 */
const mostTimes = 64;
const mostBeyond = 256 * 1024 ** 2;

/** The columns that a row's cells are stored in. */
const stored = ({ headers, computed }: SqliteShape): [string, number][] =>
  headers.filter((name) => !computed.includes(name)).map((name) => [name, 1]);

/** The rows that are longer than a row may be, by their place: their cells are never fetched. */
function tooLongRows(database: Database.Database, shape: SqliteShape, most: number): Map<number, number> {
  const found = new Map<number, number>();
  if (databaseBytes(database) <= longestRecord) return found;
  const lengths = database
    .prepare<[], number>(`SELECT ${cellBytes(stored(shape))} FROM main.${quoteIdentifier(shape.table)} LIMIT ${most}`)
    .pluck();
  let row = 0;
  for (const bytes of lengths.iterate()) {
    row += 1;
    if (bytes > longestRecord) found.set(row, bytes);
  }
  return found;
}

const selectOf = (shape: SqliteShape, all: boolean): string =>
  `SELECT ${shape.headers.map(quoteIdentifier).join(', ')} FROM main.${quoteIdentifier(shape.table)}` +
  (all ? '' : ` WHERE ${cellBytes(stored(shape))} <= ${longestRecord}`);

const tooLong = (line: number, bytes: number): RejectRecord => ({
  line,
  column: null,
  kind: 'LINE TOO LONG',
  detail: intakeText.rowTooLong(bytes),
  raw: '',
  offset: null,
  bytes,
});

/** Copies one table, in the order of its rows, into a working file; whole numbers keep all their digits. */
export async function copyRows(
  database: Database.Database,
  shape: SqliteShape,
  task: SqliteTask,
  progress: (done: number, total: number) => void,
): Promise<CopiedRows> {
  const total = (shape.view ? countShown : countRows)(database, shape.table, task.fileName);
  if (total === 0) throw new Refusal('FILE_EMPTY', databaseText.noRows(task.fileName, shape.table));
  progress(0, total);
  const rejects = new RejectsFile(`${task.work}rejects.jsonl`);
  const path = `${task.work}rows.csv`;
  const table = await WorkingFile.open(path, shape.headers.length);
  try {
    const long = tooLongRows(database, shape, total);
    let done = 0;
    const passLong = async (): Promise<void> => {
      for (let bytes; (bytes = long.get(done + 1)) !== undefined; done += 1)
        await rejects.add([tooLong(done + 1, bytes)]);
    };
    const select = database
      .prepare(selectOf(shape, long.size === 0))
      .raw()
      .safeIntegers();
    for (const row of select.iterate() as IterableIterator<unknown[]>) {
      await passLong();
      done += 1;
      const bytes = table.add(row.map(cellText));
      if (bytes !== null) await rejects.add([tooLong(done, bytes)]);
      if (table.added > mostTimes * task.bytes + mostBeyond)
        throw new Refusal('FILE_DAMAGED', sqliteText.growsTooMuch(task.fileName, shape.table));
      if (!table.full && done % batchRows > 0) continue;
      await table.flush();
      progress(done, total);
    }
    await passLong();
    if (done !== total)
      throw new Refusal('FILE_DAMAGED', sqliteText.otherRowCount(task.fileName, shape.table, total, done));
    return {
      path,
      facts: await table.end(),
      ...rejects.told(),
    };
  } finally {
    await table.abandon();
    await rejects.finish();
  }
}
