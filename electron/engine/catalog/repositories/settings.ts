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
    remove: (name: string): void => void db.prepare<[string]>('DELETE FROM setting WHERE name = ?').run(name),
    /** Those whose names begin with these letters, in order of their names. */
    named: (beginning: string): { name: string; value: string }[] =>
      db
        .prepare<[string, string], { name: string; value: string }>(
          'SELECT name, value FROM setting WHERE substr(name, 1, length(?)) = ? ORDER BY name',
        )
        .all(beginning, beginning),
  };
}
