import type { Migration } from './migration.ts';

/** Releases, own purposes and jobs. A release outlives the dataset that it was made from. */
export const releases: Migration = {
  version: 3,
  name: 'releases',
  up(db) {
    db.exec(`
      CREATE TABLE release (id TEXT PRIMARY KEY, dataset_id TEXT NOT NULL, created_at TEXT NOT NULL, body TEXT NOT \
NULL) STRICT;
      CREATE TABLE purpose (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
      CREATE TABLE job (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
        state TEXT NOT NULL CHECK (state IN ('running', 'succeeded', 'failed', 'cancelled', 'interrupted'))
      ) STRICT;
      CREATE INDEX job_state ON job(state);
    `);
  },
};
