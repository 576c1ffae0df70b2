import type { Database } from 'better-sqlite3';
import { classification, decision, type Classification, type Decision } from '#shared/domain/finding.ts';
import { readBodies, readBody } from './documents.ts';

/** Suggestions per dataset and, apart from them, people's decisions per column. */
export function classificationsRepository(db: Database) {
  return {
    save: (datasetId: string, value: Classification): void =>
      void db.prepare<[string, string]>('INSERT INTO classification (dataset_id, body) VALUES (?, ?) ON CONFLICT (dataset_id) DO UPDATE SET body = excluded.body').run(datasetId, JSON.stringify(value)),
    get(datasetId: string): Classification | null {
      const row = db.prepare<[string], { body: string }>('SELECT body FROM classification WHERE dataset_id = ?').get(datasetId);
      return row === undefined ? null : readBody(classification, row.body);
    },
    decide: (datasetId: string, value: Decision): void =>
      void db.prepare<[string, string, string]>('INSERT INTO decision (dataset_id, column_name, body) VALUES (?, ?, ?) ON CONFLICT (dataset_id, column_name) DO UPDATE SET body = excluded.body').run(datasetId, value.column, JSON.stringify(value)),
    withdraw: (datasetId: string, column: string): boolean => db.prepare<[string, string]>('DELETE FROM decision WHERE dataset_id = ? AND column_name = ?').run(datasetId, column).changes > 0,
    decisions: (datasetId: string): Decision[] => readBodies(decision, db.prepare<[string], { body: string }>('SELECT body FROM decision WHERE dataset_id = ? ORDER BY column_name').all(datasetId)),
  };
}
