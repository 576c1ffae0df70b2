import type { Database } from 'better-sqlite3';
import { recipe, type Recipe } from '#shared/domain/recipe-file.ts';
import { readBody } from './documents.ts';

/** The working recipe of each dataset. */
export function recipesRepository(db: Database) {
  return {
    save: (datasetId: string, value: Recipe, savedAt: string): void =>
      void db.prepare<[string, string, string]>('INSERT INTO recipe (dataset_id, saved_at, body) VALUES (?, ?, ?) ON CONFLICT (dataset_id) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body').run(datasetId, savedAt, JSON.stringify(value)),
    get(datasetId: string): Recipe | null {
      const row = db.prepare<[string], { body: string }>('SELECT body FROM recipe WHERE dataset_id = ?').get(datasetId);
      return row === undefined ? null : readBody(recipe, row.body);
    },
  };
}
