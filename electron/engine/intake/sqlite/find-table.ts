import type Database from 'better-sqlite3';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { Refusal } from '../refusal.ts';
import { harmlessFormulas } from './harmless-formulas.ts';
import type { SqliteShape, SqliteTask } from './task.ts';

/** What `pragma_table_xinfo` calls a generated column that is not stored. */
const computed = 2;
/**
 * More tables than anybody can choose from, and more text than the names of all of them, or of the columns of one,
 * have.
 */
const mostTables = 10_000;
const mostNames = 1_048_576;

export const countRows = (database: Database.Database, table: string): number =>
  database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM main.${quoteIdentifier(table)}`).get()?.n ?? 0;

const lengthOf = (names: readonly string[]): number => names.reduce((sum, name) => sum + name.length, 0);

function listTables(database: Database.Database, fileName: string): string[] {
  const listed = database.prepare<[], { name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ` +
      `ESCAPE '\\' ORDER BY name LIMIT ${mostTables + 1}`,
  );
  const tables = listed.all().map(({ name }) => name);
  if (tables.length === 0) throw new Refusal('FILE_EMPTY', sqliteText.noTable(fileName));
  if (tables.length > mostTables) throw new Refusal('FILE_DAMAGED', sqliteText.tooManyTables(fileName, mostTables));
  if (lengthOf(tables) > mostNames) throw new Refusal('FILE_DAMAGED', sqliteText.namesTooLong(fileName));
  return tables;
}

/** The columns that are read, and how many are left out because a formula of the file works them out. */
function listColumns(
  database: Database.Database,
  table: string,
  fileName: string,
): { headers: string[]; formulas: number } {
  const columns = database
    .prepare<[string], { name: string; hidden: number }>(
      'SELECT name, hidden FROM pragma_table_xinfo(?) WHERE hidden IN (0, 2, 3) ORDER BY cid',
    )
    .all(table);
  // A virtual column is a formula of the file's, worked out here for each row, for as long and as large as its author
  // likes: only plain ones are run.
  const found = database.prepare<[string], { sql: string | null }>(
    "SELECT substr(sql, 1, 65537) AS sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?",
  );
  const run = columns.some(({ hidden }) => hidden === computed) && harmlessFormulas(found.get(table)?.sql ?? '', table);
  const headers = columns.filter(({ hidden }) => run || hidden !== computed).map(({ name }) => name);
  if (headers.length === 0) throw new Refusal('FILE_EMPTY', sqliteText.onlyComputed(fileName, table));
  if (lengthOf(headers) > mostNames) throw new Refusal('FILE_DAMAGED', sqliteText.namesTooLong(fileName));
  return { headers, formulas: columns.length - headers.length };
}

/**
 * Tables of the file, and the columns of the one chosen, else of the one with the most rows. `step` is called after
 * each count.
 */
export function findTable(
  database: Database.Database,
  { fileName, table: wanted }: SqliteTask,
  step: () => void,
): SqliteShape {
  const tables = listTables(database, fileName);
  if (wanted !== null && !tables.includes(wanted))
    throw new Refusal('WRONG_USAGE', sqliteText.noSuchTable(fileName, tables.length));
  let table = wanted ?? tables[0]!;
  if (wanted === null && tables.length > 1) {
    let most = -1;
    for (const name of tables) {
      const rows = countRows(database, name);
      if (rows > most) [table, most] = [name, rows];
      step();
    }
  }
  const reason =
    wanted !== null
      ? intakeText.chosenByPerson
      : tables.length === 1
        ? sqliteText.oneTable
        : sqliteText.mostRows(tables.length);
  const { headers, formulas } = listColumns(database, table, fileName);
  const views =
    database.prepare<[], { n: number }>("SELECT count(*) AS n FROM main.sqlite_schema WHERE type = 'view'").get()?.n ??
    0;
  const warnings = [
    ...(formulas > 0 ? [sqliteText.computedLeftOut(formulas)] : []),
    ...(views > 0 ? [sqliteText.viewsLeftOut(views)] : []),
  ];
  return { tables, table, detection: { option: 'table', value: table, reason }, headers, warnings };
}
