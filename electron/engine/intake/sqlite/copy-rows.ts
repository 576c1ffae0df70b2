import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { longestRecord } from '../csv/dialect.ts';
import { Refusal } from '../refusal.ts';
import { RejectsFile } from '../rejects-file.ts';
import { WorkingFile } from '../working-file.ts';
import { cellText } from './cell-text.ts';
import { countRows } from './find-table.ts';
import type { CopiedRows, SqliteShape, SqliteTask } from './task.ts';

const batchRows = 5000;
/**
 * A column's default is stored once and read for every row: what is read may not be larger than the file by more than
 * this.
 */
const mostTimes = 64;
const mostBeyond = 256 * 1024 ** 2;

/** Stands in for a cell that no row may hold, with its bytes behind it: such a cell is never fetched. */
const tooLong = `${randomUUID()}:`;

function selectOf({ headers, table }: SqliteShape, bytes: number): string {
  const fetched = (column: string): string =>
    bytes <= longestRecord
      ? column
      : `iif(octet_length(${column}) > ${longestRecord}, '${tooLong}' || octet_length(${column}), ${column})`;
  return `SELECT ${headers.map((name) => fetched(quoteIdentifier(name))).join(', ')} FROM main.${quoteIdentifier(table)}`;
}

const lengthInstead = (cells: readonly (string | null)[]): number | null => {
  const found = cells.find((cell) => cell?.startsWith(tooLong) === true);
  return found ? Number(found.slice(tooLong.length)) : null;
};

/** Copies one table, in the order of its rows, into a working file; whole numbers keep all their digits. */
export async function copyRows(
  database: Database.Database,
  shape: SqliteShape,
  task: SqliteTask,
  progress: (done: number, total: number) => void,
): Promise<CopiedRows> {
  const total = countRows(database, shape.table);
  if (total === 0) throw new Refusal('FILE_EMPTY', sqliteText.noRows(task.fileName, shape.table));
  progress(0, total);
  const rejects = new RejectsFile(`${task.work}rejects.jsonl`);
  const path = `${task.work}rows.csv`;
  const table = await WorkingFile.open(path, shape.headers.length);
  try {
    const select = database.prepare(selectOf(shape, task.bytes)).raw().safeIntegers();
    let done = 0;
    for (const row of select.iterate() as IterableIterator<unknown[]>) {
      done += 1;
      const cells = row.map(cellText);
      const bytes = lengthInstead(cells) ?? table.add(cells);
      if (bytes !== null)
        await rejects.add([
          {
            line: done,
            column: null,
            kind: 'LINE TOO LONG',
            detail: intakeText.rowTooLong(bytes),
            raw: '',
            offset: null,
            bytes,
          },
        ]);
      if (table.added > mostTimes * task.bytes + mostBeyond)
        throw new Refusal('FILE_DAMAGED', sqliteText.growsTooMuch(task.fileName, shape.table));
      if (!table.full && done % batchRows > 0) continue;
      await table.flush();
      progress(done, total);
    }
    if (done !== total)
      throw new Refusal('FILE_DAMAGED', sqliteText.otherRowCount(task.fileName, shape.table, total, done));
    return {
      path,
      facts: await table.end(),
      rejects: { total: rejects.total, listed: rejects.listed },
      rejectsFile: rejects.total > 0 ? rejects.path : null,
    };
  } finally {
    await table.abandon();
    await rejects.finish();
  }
}
