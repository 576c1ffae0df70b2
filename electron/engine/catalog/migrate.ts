import type { Database } from 'better-sqlite3';
import { Failure } from '#shared/contract/failure.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { backupFile, backUp } from './backup.ts';
import { migrations as all, schemaVersion } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export interface Migrated {
  from: number;
  to: number;
  /** File name in the workspace's `backups/`. */
  backup: string;
}

export const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/** @throws Failure WORKSPACE_FROM_FUTURE */
export function refuseFuture(db: Database, name: string, known = schemaVersion): void {
  const version = versionOf(db);
  if (version > known) throw new Failure('WORKSPACE_FROM_FUTURE', catalogText.fromFuture(name, version, known));
}

/**
 * Runs what is missing, each migration in a transaction of its own, after a backup of the file as it was.
 * @returns null when nothing had to be done or the database is new
 */
export function migrate(
  db: Database,
  directory: string,
  name: string,
  now: Date,
  migrations: readonly Migration[] = all,
): Migrated | null {
  refuseFuture(db, name, migrations.length);
  const from = versionOf(db);
  const missing = migrations.filter(({ version }) => version > from);
  if (missing.length === 0) return null;
  const backup = from === 0 ? null : backUp(db, directory, from, now);
  for (const migration of missing) {
    db.transaction(() => {
      migration.up(db, { directory, backup: backup === null ? null : backupFile(directory, backup) });
      db.pragma(`user_version = ${migration.version}`);
    }).exclusive();
  }
  return backup === null ? null : { from, to: migrations.length, backup };
}

/** A folder that cannot be written cannot be migrated either. @throws Failure WORKSPACE_READ_ONLY */
export function refuseUnmigrated(db: Database, name: string): void {
  if (versionOf(db) < schemaVersion) throw new Failure('WORKSPACE_READ_ONLY', catalogText.mustBeUpdated(name));
}
