import { version as duckdb } from '@duckdb/node-api';
import Database from 'better-sqlite3';

let sqlite: string | null = null;

/** Versions of everything that computes a number, for the certificate and the About panel. */
export function engineVersions(appVersion: string): {
  appVersion: string;
  node: string;
  duckdb: string;
  sqlite: string;
} {
  if (sqlite === null) {
    const database = new Database(':memory:');
    sqlite = (database.prepare('SELECT sqlite_version() AS v').get() as { v: string }).v;
    database.close();
  }
  return { appVersion, node: process.versions.node, duckdb: duckdb(), sqlite };
}
