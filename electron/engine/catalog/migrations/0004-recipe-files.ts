import SqliteDatabase, { type Database } from 'better-sqlite3';
import { flushRecipeFolder, isFileId, writeRecipeText } from '../recipe-files.ts';
import type { Migration } from './migration.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Working recipes, and the earliest days of the tracking inventories: what a database of schema 3 holds of cell values.
 */
function removeValues(db: Database): void {
  db.exec('DELETE FROM recipe');
  for (const { id, body } of db
    .prepare<[], { id: string; body: string }>('SELECT dataset_id AS id, body FROM classification')
    .all()) {
    const found = parsed(body) as { inventory?: unknown } | null | undefined;
    if (!Array.isArray(found?.inventory)) continue;
    const inventory = found.inventory.map((item: object) => ({ ...item, since: null }));
    db.prepare<[string, string]>('UPDATE classification SET body = ? WHERE dataset_id = ?').run(
      JSON.stringify({ ...found, inventory }),
      id,
    );
  }
}

function removeValuesFrom(backup: string): void {
  const copy = new SqliteDatabase(backup, { fileMustExist: true });
  try {
    copy.pragma('trusted_schema = OFF');
    copy.pragma('secure_delete = ON');
    // A backup of schema 1 has none of these tables.
    if (Number(copy.pragma('user_version', { simple: true })) > 1)
      copy.transaction(() => removeValues(copy)).exclusive();
  } finally {
    copy.close();
  }
}

/**
 * Working recipes become files, `recipes/<dataset id>.json`, and the days of inventories leave the database (a new
 * classification seals them): no cell value of a dataset is left in it. The files are flushed before the rows go, and
 * lose nothing when written again after a crash. The backup that was made just before gives up its values first; it
 * would keep them when a dataset is deleted.
 */
export const recipeFiles: Migration = {
  version: 4,
  name: 'recipe-files',
  up(db, { directory, backup }) {
    if (backup !== null) removeValuesFrom(backup);
    const rows = db
      .prepare<[], { id: string; body: string }>('SELECT dataset_id AS id, body FROM recipe')
      .all()
      .filter(({ id }) => isFileId(id));
    for (const { id, body } of rows) {
      const value = parsed(body);
      writeRecipeText(directory, id, value === undefined ? body : `${JSON.stringify(value, null, 2)}\n`, () => false);
    }
    if (rows.length > 0) flushRecipeFolder(directory);
    removeValues(db);
    db.exec('DROP TABLE recipe');
  },
};
