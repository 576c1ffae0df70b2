import type { Database } from 'better-sqlite3';

/** A sitting as stored: JSON, and the workspace's signature over it (base64). */
export interface StoredSitting {
  dataset_id: string;
  body: string;
  signature: string;
}

/** Sittings that have no entry yet, one for a dataset at most. Rows are held by their signature. */
export function recipeSittingsRepository(db: Database) {
  // A register that nobody has opened for writing since is read as it is.
  const there =
    db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'recipe_sitting'`).get() !== undefined;
  return {
    list: (): StoredSitting[] =>
      there
        ? db
            .prepare<[], StoredSitting>('SELECT dataset_id, body, signature FROM recipe_sitting ORDER BY dataset_id')
            .all()
        : [],
    get: (datasetId: string): StoredSitting | null =>
      db
        .prepare<[string], StoredSitting>('SELECT dataset_id, body, signature FROM recipe_sitting WHERE dataset_id = ?')
        .get(datasetId) ?? null,
    put: (row: StoredSitting): void =>
      void db
        .prepare<StoredSitting>(
          'INSERT INTO recipe_sitting (dataset_id, body, signature) VALUES (@dataset_id, @body, @signature) ON CONFLICT ' +
            '(dataset_id) DO UPDATE SET body = excluded.body, signature = excluded.signature',
        )
        .run(row),
    remove: (datasetId: string): void =>
      void db.prepare<[string]>('DELETE FROM recipe_sitting WHERE dataset_id = ?').run(datasetId),
    /** The newest entry that saved this dataset's recipe. */
    lastSaved: (datasetId: string): { seq: number; payload: string } | null =>
      db
        .prepare<[string], { seq: number; payload: string }>(
          `SELECT seq, payload FROM log WHERE kind = 'recipe.saved' AND subject_ref = ? ORDER BY seq DESC LIMIT 1`,
        )
        .get(datasetId) ?? null,
  };
}
