import type { Migration } from './migration.ts';

/**
 * Who signed each entry, by whose key: beside the log, in a table of its own, because whoever reads or writes table
 * `log` by its columns goes on as before. What is signed is under the entry's hash, who may sign in the log itself.
 */
export const operators: Migration = {
  version: 6,
  name: 'operators',
  up(db) {
    db.exec(
      'CREATE TABLE log_signature (seq INTEGER PRIMARY KEY, public_key TEXT NOT NULL, signature TEXT NOT NULL) STRICT',
    );
  },
};
