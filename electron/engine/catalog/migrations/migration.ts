import type { Database } from 'better-sqlite3';

/** One step of the schema: `version` is the number of the file and, once run, SQLite's user_version. Never changed after a release. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Database): void;
}
