import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

export function make(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

/** Replaces the root of a table by pages that each lead to the next eighty times, and the last to what was there. */
export function makeEndless(path: string): void {
  make(path, 'PRAGMA page_size = 512; CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1)');
  const page = 512;
  const depth = 15;
  const bytes = readFileSync(path);
  const leaf = bytes.subarray(page, 2 * page);
  const inner = (next: number): Buffer => {
    const made = Buffer.alloc(page);
    const cells = 70;
    const start = page - 5 * cells;
    made.writeUInt8(5, 0);
    made.writeUInt16BE(cells, 3);
    made.writeUInt16BE(start, 5);
    made.writeUInt32BE(next, 8);
    for (let at = 0; at < cells; at += 1) {
      made.writeUInt16BE(start + 5 * at, 12 + 2 * at);
      made.writeUInt32BE(next, start + 5 * at);
      made.writeUInt8(1, start + 5 * at + 4);
    }
    return made;
  };
  const first = Buffer.from(bytes.subarray(0, page));
  first.writeUInt32BE(2 + depth, 28);
  writeFileSync(path, Buffer.concat([first, ...Array.from({ length: depth }, (_unused, at) => inner(at + 3)), leaf]));
}

export const doubling = (columns: number, formula: (before: string) => string): string =>
  Array.from(
    { length: columns },
    (_unused, at) => `g${at} AS (${formula(at === 0 ? 'a' : `g${at - 1}`)}) VIRTUAL`,
  ).join();

/** A description of a table that SQLite would make half a gigabyte of, in the file or in the log beside it. */
export function makeLongSchema(path: string, log: boolean): void {
  const database = new Database(path);
  if (log) database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1)');
  if (log) database.pragma('wal_checkpoint(TRUNCATE)');
  database.exec(`CREATE TABLE u (a CHECK (a NOT IN (${'1,'.repeat(3_000_000)}1)))`);
  // As a program leaves it that was ended: the log still beside it.
  for (const ending of log ? ['', '-wal'] : []) copyFileSync(`${path}${ending}`, `${path}.left${ending}`);
  database.close();
  for (const ending of log ? ['', '-wal'] : []) renameSync(`${path}.left${ending}`, `${path}${ending}`);
}
