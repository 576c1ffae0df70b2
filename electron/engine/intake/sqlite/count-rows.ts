import type Database from 'better-sqlite3';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { Refusal } from '../refusal.ts';

/** A row takes more than this of a file: its place on a page, its length and its key. */
const leastBytes = 4;

/** The bytes of the database with what its write-ahead log adds. */
export const databaseBytes = (database: Database.Database): number =>
  Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));

/**
 * More rows than the database has room for. Pages that lead to each other make a table without end, which nothing
 * could stop that goes through it.
 */
export const mostRows = (database: Database.Database): number => Math.ceil(databaseBytes(database) / leastBytes);

/** A view may join tables, and shows more rows than they have. */
const timesInView = 64;

/** The rows of a view. @throws Refusal where it shows far more rows than the file has room for */
export function countShown(database: Database.Database, view: string, fileName: string): number {
  const most = timesInView * mostRows(database);
  const rows = database
    .prepare<[], number>(`SELECT count(*) FROM (SELECT 1 FROM main.${quoteIdentifier(view)} LIMIT ${most + 1})`)
    .pluck()
    .get();
  if ((rows ?? 0) > most) throw new Refusal('FILE_DAMAGED', sqliteText.growsTooMuch(fileName, view));
  return rows ?? 0;
}

/** @throws Refusal where the table gives more rows than there is room for */
export function countRows(database: Database.Database, table: string, fileName: string): number {
  const most = mostRows(database);
  const counted = database
    .prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM main.${quoteIdentifier(table)} LIMIT ${most + 1})`,
    )
    .get();
  const rows = counted?.n ?? 0;
  if (rows > most) throw new Refusal('FILE_DAMAGED', sqliteText.unreadable(fileName, 'SQLITE_CORRUPT'));
  return rows;
}
