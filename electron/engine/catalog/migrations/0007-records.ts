import type { Migration } from './migration.ts';

/**
 * Records of the register of processing: a row for each version that was sent, which only its state, approval and
 * closing change; and the draft being written, one per record. `authors`, `approval`, `closing` and `sitting` are JSON.
 * `sitting`: what a sitting at the draft has changed that no entry tells of yet, null where one does.
 */
export const records: Migration = {
  version: 7,
  name: 'records',
  up(db) {
    db.exec(`
      CREATE TABLE record_version (
        kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, ref TEXT NOT NULL, state TEXT NOT NULL,
        saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, authors TEXT NOT NULL, reason TEXT NOT NULL, approval TEXT,
        closing TEXT, body TEXT NOT NULL, body_version INTEGER NOT NULL,
        PRIMARY KEY (kind, id, version)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE record_draft (
        kind TEXT NOT NULL, id TEXT NOT NULL, ref TEXT NOT NULL, base INTEGER, saved_at TEXT NOT NULL,
        saved_by TEXT NOT NULL, authors TEXT NOT NULL, reason TEXT NOT NULL, sitting TEXT, body TEXT NOT NULL,
        body_version INTEGER NOT NULL,
        PRIMARY KEY (kind, id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
