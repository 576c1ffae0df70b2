import { genesisHash } from '#shared/journal/log-entry.ts';
import type { Migration } from './migration.ts';

/** Verification compares these texts with the schema it finds. */
export const logTable = `CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  leaf_hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  ts TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  subject_ref TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT`;

/**
 * Seat belts against accidents, not against people: a SQLite client can drop them. The hashes and signatures are the
 * proof.
 */
export const logTriggers: Record<string, string> = {
  log_no_update: `CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END`,
  log_no_delete: `CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END`,
  log_insert_guard:
    'CREATE TRIGGER log_insert_guard BEFORE INSERT ON log WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ' +
    `log) OR new.prev_hash IS NOT coalesce((SELECT leaf_hash FROM log ORDER BY seq DESC LIMIT 1), '${genesisHash}') ` +
    `BEGIN SELECT RAISE(ABORT, 'the register only grows at its end'); END`,
};

/**
 * The log, the newest signed checkpoint (one row: an older one left behind would help to cut the log), and the
 * workspace's own settings.
 */
export const register: Migration = {
  version: 1,
  name: 'register',
  up(db) {
    db.exec(logTable);
    for (const trigger of Object.values(logTriggers)) db.exec(trigger);
    db.exec(`
      CREATE TABLE checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), note TEXT NOT NULL) STRICT;
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `);
  },
};
