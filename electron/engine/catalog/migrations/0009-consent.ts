import type { Migration } from './migration.ts';

/**
 * The consent ledger: events that are added and never changed, people by a keyed pseudonym; and a row for each reading
 * that brought some, whose body has the hash over its events. `at` and `until` are ISO 8601.
 */
export const consent: Migration = {
  version: 9,
  name: 'consent',
  up(db) {
    db.exec(`
      CREATE TABLE consent_batch (
        id TEXT PRIMARY KEY, body TEXT NOT NULL, body_version INTEGER NOT NULL DEFAULT 1
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE consent_event (
        seq INTEGER PRIMARY KEY, batch TEXT NOT NULL, person TEXT NOT NULL,
        purpose TEXT NOT NULL, state TEXT NOT NULL, at TEXT, until TEXT, doubt TEXT
      ) STRICT;
      CREATE INDEX consent_event_purpose ON consent_event (purpose, person);
      CREATE INDEX consent_event_person ON consent_event (person);
      CREATE INDEX consent_event_batch ON consent_event (batch);
    `);
  },
};
