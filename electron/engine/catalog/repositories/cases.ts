import type { Database } from 'better-sqlite3';
import { z } from 'zod';

/** Schema version that brought the table. */
const since = 10;

/** What is stored of a case: the record under seal, base64. */
export const sealedCase = z.strictObject({ sealed: z.base64() });

/** A row of `case_record`. */
export interface StoredCase {
  kind: string;
  id: string;
  body: string;
  body_version: number;
}

/**
 * Sealed records about people and incidents, as they are stored. Call inside `workspace.transaction`, together with the
 * entry that holds the record by its hash.
 */
export function casesRepository(db: Database) {
  const there = Number(db.pragma('user_version', { simple: true })) >= since;
  return {
    get: (kind: string, id: string): StoredCase | undefined =>
      there
        ? db.prepare<[string, string], StoredCase>('SELECT * FROM case_record WHERE kind = ? AND id = ?').get(kind, id)
        : undefined,
    /** By id. */
    list: (kind: string): StoredCase[] =>
      there ? db.prepare<[string], StoredCase>('SELECT * FROM case_record WHERE kind = ? ORDER BY id').all(kind) : [],
    put: (row: StoredCase): void =>
      void db
        .prepare<StoredCase>(
          'INSERT INTO case_record (kind, id, body, body_version) VALUES (@kind, @id, @body, @body_version) ' +
            'ON CONFLICT (kind, id) DO UPDATE SET body = @body, body_version = @body_version',
        )
        .run(row),
    delete: (kind: string, id: string): void =>
      void db.prepare<[string, string]>('DELETE FROM case_record WHERE kind = ? AND id = ?').run(kind, id),
  };
}
