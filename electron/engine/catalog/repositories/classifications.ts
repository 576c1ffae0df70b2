import type { Database } from 'better-sqlite3';
import { classification, decision, type Classification, type Decision } from '#shared/domain/finding.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { readBodies, readBody, refuseUnreadable, type StoredBody } from './documents.ts';

/** Suggestions per dataset and, apart from them, people's decisions per column. */
export function classificationsRepository(db: Database) {
  const refuseOther = (datasetId: string, column: string): void =>
    refuseUnreadable(
      decision,
      db
        .prepare<[string, string], StoredBody>('SELECT * FROM decision WHERE dataset_id = ? AND column_name = ?')
        .get(datasetId, column),
      column,
    );
  return {
    /** @throws Failure WORKSPACE_FROM_FUTURE */
    save(datasetId: string, value: Classification): void {
      refuseUnreadable(
        classification,
        db.prepare<[string], StoredBody>('SELECT * FROM classification WHERE dataset_id = ?').get(datasetId),
        catalogText.classification,
      );
      db.prepare<[string, string]>(
        'INSERT INTO classification (dataset_id, body) VALUES (?, ?) ON CONFLICT (dataset_id) DO UPDATE SET body = ' +
          'excluded.body',
      ).run(datasetId, JSON.stringify(value));
    },
    get(datasetId: string): Classification | null {
      const row = db.prepare<[string], StoredBody>('SELECT * FROM classification WHERE dataset_id = ?').get(datasetId);
      return row === undefined ? null : readBody(classification, row);
    },
    /** @throws Failure WORKSPACE_FROM_FUTURE */
    decide(datasetId: string, value: Decision): void {
      refuseOther(datasetId, value.column);
      db.prepare<[string, string, string]>(
        'INSERT INTO decision (dataset_id, column_name, body) VALUES (?, ?, ?) ON CONFLICT (dataset_id, ' +
          'column_name) DO UPDATE SET body = excluded.body',
      ).run(datasetId, value.column, JSON.stringify(value));
    },
    /** @throws Failure WORKSPACE_FROM_FUTURE */
    withdraw(datasetId: string, column: string): boolean {
      refuseOther(datasetId, column);
      return (
        db
          .prepare<[string, string]>('DELETE FROM decision WHERE dataset_id = ? AND column_name = ?')
          .run(datasetId, column).changes > 0
      );
    },
    decisions: (datasetId: string): Decision[] =>
      readBodies(
        decision,
        db
          .prepare<[string], StoredBody>('SELECT * FROM decision WHERE dataset_id = ? ORDER BY column_name')
          .all(datasetId),
      ),
  };
}
