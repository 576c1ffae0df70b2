import type { Database } from 'better-sqlite3';
import { datasetSummary, type DatasetSummary } from '#shared/contract/datasets.ts';
import { readBodies, readBody, refuseUnreadable, type StoredBody } from './documents.ts';

/** Imported datasets, newest first. Their cells are in the sealed files, never here. */
export function datasetsRepository(db: Database) {
  return {
    /** @throws Failure WORKSPACE_FROM_FUTURE */
    save(dataset: DatasetSummary): void {
      refuseUnreadable(
        datasetSummary,
        db.prepare<[string], StoredBody>('SELECT * FROM dataset WHERE id = ?').get(dataset.id),
        dataset.name,
      );
      db.prepare<[string, string, string, string]>(
        'INSERT INTO dataset (id, imported_at, sha256, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET ' +
          'imported_at = excluded.imported_at, sha256 = excluded.sha256, body = excluded.body',
      ).run(dataset.id, dataset.importedAt, dataset.sha256, JSON.stringify(dataset));
    },
    get(id: string): DatasetSummary | null {
      const row = db.prepare<[string], StoredBody>('SELECT * FROM dataset WHERE id = ?').get(id);
      return row === undefined ? null : readBody(datasetSummary, row);
    },
    list: (): DatasetSummary[] =>
      readBodies(
        datasetSummary,
        db.prepare<[], StoredBody>('SELECT * FROM dataset ORDER BY imported_at DESC, id').all(),
      ),
    /** The datasets made from a file with this SHA-256, newest first. */
    findBySource: (sha256: string): DatasetSummary[] =>
      readBodies(
        datasetSummary,
        db
          .prepare<[string], StoredBody>('SELECT * FROM dataset WHERE sha256 = ? ORDER BY imported_at DESC, id')
          .all(sha256),
      ),
    /**
     * Removes it with its classification and decisions (its recipe is a file of its own); false when there was none.
     */
    delete: (id: string): boolean => db.prepare<[string]>('DELETE FROM dataset WHERE id = ?').run(id).changes > 0,
  };
}
