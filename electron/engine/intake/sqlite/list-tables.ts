import type Database from 'better-sqlite3';
import { databaseText } from '#shared/text/engine/database.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { Refusal } from '../refusal.ts';
import { folded, schemaWords } from './schema-words.ts';

/**
 * More tables than anybody can choose from, and more text than the names of all of them, or of the columns of one,
 * have.
 */
const mostTables = 10_000;
export const mostNames = 1_048_576;

/** What SQLite's own modules call the tables in which they keep what a virtual table shows. */
const keptBy: [module: RegExp, endings: string[]][] = [
  [/^fts[34]$/, ['content', 'segdir', 'segments', 'docsize', 'stat']],
  [/^fts5$/, ['data', 'idx', 'content', 'docsize', 'config']],
  [/^(?:rtree|rtree_i32|geopoly)$/, ['node', 'parent', 'rowid']],
];

/** The names of the tables that belong to a virtual table. */
function keptFor({ name, sql }: { name: string; sql: string }): string[] {
  const words = schemaWords(sql) ?? [];
  const module = words[words.findIndex((word) => word.name === 'using' && !word.quoted) + 1]?.name ?? '';
  return keptBy.flatMap(([which, endings]) => (which.test(module) ? endings.map((ending) => `${name}_${ending}`) : []));
}

export const lengthOf = (names: readonly string[]): number => names.reduce((sum, name) => sum + name.length, 0);

/** The names of the views, read as those of the tables are: none is looked into before somebody chooses it. */
export function listViews(database: Database.Database, fileName: string): string[] {
  const views = database
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'view' ORDER BY name LIMIT ${mostTables + 1}`,
    )
    .pluck()
    .all();
  if (views.length > mostTables) throw new Refusal('FILE_DAMAGED', databaseText.tooManyTables(fileName, mostTables));
  if (lengthOf(views) > mostNames) throw new Refusal('FILE_DAMAGED', sqliteText.namesTooLong(fileName));
  return views;
}

/**
 * The names of the plain tables; none where there are none. Read from where they are written: SQLite's own list works out the columns of every
 * view first, and views over views double that work with each.
 */
export function listTables(database: Database.Database, fileName: string): string[] {
  const listed = database.prepare<[], { name: string; sql: string | null }>(
    "SELECT name, iif(rootpage = 0, substr(sql, 1, 1024), NULL) AS sql FROM main.sqlite_schema WHERE type = 'table' " +
      `AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT ${2 * mostTables + 1}`,
  );
  const found = listed.all();
  const kept = new Set(
    found.flatMap(({ name, sql }) => (sql === null ? [] : keptFor({ name, sql }))).map((name) => folded(name)),
  );
  const tables = found.filter(({ name, sql }) => sql === null && !kept.has(folded(name))).map(({ name }) => name);
  if (tables.length > mostTables) throw new Refusal('FILE_DAMAGED', databaseText.tooManyTables(fileName, mostTables));
  if (lengthOf(tables) > mostNames) throw new Refusal('FILE_DAMAGED', sqliteText.namesTooLong(fileName));
  return tables;
}
