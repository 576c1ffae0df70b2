import type { Migration } from './migration.ts';

/** Tables that held a JSON body when this came; later ones bring their version with them. */
const bodyTables = ['dataset', 'classification', 'decision', 'release', 'purpose'];

/**
 * The clock of the machine beside the time of each entry (entries never go back in time, clocks do), under the entry's
 * hash and in a table of its own: whoever reads or writes table `log` by its columns goes on as before. And the version
 * of each stored body, so that a program can tell what it may read.
 */
export const heldRecords: Migration = {
  version: 5,
  name: 'held-records',
  up(db) {
    db.exec('CREATE TABLE log_clock (seq INTEGER PRIMARY KEY, clock TEXT NOT NULL) STRICT');
    for (const table of bodyTables) db.exec(`ALTER TABLE ${table} ADD COLUMN body_version INTEGER NOT NULL DEFAULT 1`);
  },
};
