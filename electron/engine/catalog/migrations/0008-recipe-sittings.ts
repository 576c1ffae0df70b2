import type { Migration } from './migration.ts';

/**
 * Sittings with a recipe that have no entry yet: how the recipe was saved last, signed by the workspace's key. Counts and
 * hashes, no value of a dataset.
 */
export const recipeSittings: Migration = {
  version: 8,
  name: 'recipe-sittings',
  up(db) {
    db.exec(
      'CREATE TABLE recipe_sitting (dataset_id TEXT PRIMARY KEY REFERENCES dataset(id) ON DELETE CASCADE, body TEXT NOT NULL, ' +
        'signature TEXT NOT NULL) STRICT',
    );
  },
};
