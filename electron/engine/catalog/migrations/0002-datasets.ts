import type { Migration } from './migration.ts';

/** Datasets with what was suggested and decided about their columns. Column names may appear, cell values never. */
export const datasets: Migration = {
  version: 2,
  name: 'datasets',
  up(db) {
    db.exec(`
      CREATE TABLE dataset (id TEXT PRIMARY KEY, imported_at TEXT NOT NULL, sha256 TEXT NOT NULL, body TEXT NOT NULL) \
STRICT;
      CREATE TABLE classification (dataset_id TEXT PRIMARY KEY REFERENCES dataset(id) ON DELETE CASCADE, body TEXT \
NOT NULL) STRICT;
      CREATE TABLE decision (
        dataset_id TEXT NOT NULL REFERENCES dataset(id) ON DELETE CASCADE,
        column_name TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (dataset_id, column_name)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE recipe (dataset_id TEXT PRIMARY KEY REFERENCES dataset(id) ON DELETE CASCADE, saved_at TEXT NOT \
NULL, body TEXT NOT NULL) STRICT;
    `);
  },
};
