import type { Database } from 'better-sqlite3';
import { releaseSummary, type ReleaseSummary } from '#shared/contract/releases.ts';
import { readBodies, readBody, type StoredBody } from './documents.ts';

/** Releases written from this workspace, newest first. */
export function releasesRepository(db: Database) {
  return {
    save: (release: ReleaseSummary): void =>
      void db
        .prepare<[string, string, string, string]>(
          'INSERT INTO release (id, dataset_id, created_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ' +
            'SET body = excluded.body',
        )
        .run(release.id, release.datasetId, release.createdAt, JSON.stringify(release)),
    get(id: string): ReleaseSummary | null {
      const row = db.prepare<[string], StoredBody>('SELECT * FROM release WHERE id = ?').get(id);
      return row === undefined ? null : readBody(releaseSummary, row);
    },
    list: (): ReleaseSummary[] =>
      readBodies(
        releaseSummary,
        db.prepare<[], StoredBody>('SELECT * FROM release ORDER BY created_at DESC, id').all(),
      ),
    delete: (id: string): boolean => db.prepare<[string]>('DELETE FROM release WHERE id = ?').run(id).changes > 0,
  };
}
