import type { Database } from 'better-sqlite3';

/**
 * One step of the schema: `version` is the number of the file and, once run, SQLite's user_version. Never changed after
 * a release.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /**
   * Runs in a transaction. What it writes beside the database must be harmless to write again: a crash before the
   * commit repeats it.
   * @param place the workspace's folder, and the path of the backup made before the first migration of this run (null
   *   for a new database)
   */
  up(db: Database, place: { directory: string; backup: string | null }): void;
}
