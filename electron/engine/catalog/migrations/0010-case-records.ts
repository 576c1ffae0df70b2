import type { Migration } from './migration.ts';

/**
 * Records about people and incidents: what a person asked for, what happened to whose data. `body` is JSON that holds
 * nothing but the sealed record; deleting the row erases it, and the log, which has its hash, still verifies.
 */
export const caseRecords: Migration = {
  version: 10,
  name: 'case-records',
  up(db) {
    db.exec(`
      CREATE TABLE case_record (
        kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, body_version INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
