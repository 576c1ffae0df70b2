import type { Database } from 'better-sqlite3';

/** A workspace's own settings, by name. */
export function settingsRepository(db: Database) {
  return {
    get: (name: string): string | null =>
      db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value ?? null,
    set: (name: string, value: string): void =>
      void db
        .prepare<[string, string]>(
          'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        )
        .run(name, value),
  };
}
