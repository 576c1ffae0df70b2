import type Database from 'better-sqlite3';
import { databaseText } from '#shared/text/engine/database.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { chosenTable } from '../chosen-table.ts';
import { Refusal } from '../refusal.ts';
import { formulasToRun, isComputed, type TableColumn } from './formula-columns.ts';
import { countRows } from './count-rows.ts';
import { lengthOf, listTables, listViews, mostNames } from './list-tables.ts';
import { folded } from './schema-words.ts';
import type { SqliteShape, SqliteTask } from './task.ts';

/** The columns that are read, and how many are left out because a formula of the file works them out. */
function listColumns(
  database: Database.Database,
  table: string,
  fileName: string,
): Pick<SqliteShape, 'headers' | 'computed'> & { formulas: number } {
  const columns = database
    .prepare<[string], TableColumn>(
      'SELECT name, hidden FROM pragma_table_xinfo(?) WHERE hidden IN (0, 2, 3) ORDER BY cid',
    )
    .all(table);
  const run = formulasToRun(database, table, columns);
  const headers = columns
    .filter((column) => !isComputed(column) || run.has(folded(column.name)))
    .map(({ name }) => name);
  if (headers.length === 0) throw new Refusal('FILE_EMPTY', sqliteText.onlyComputed(fileName, table));
  if (lengthOf(headers) > mostNames) throw new Refusal('FILE_DAMAGED', sqliteText.namesTooLong(fileName));
  const computed = columns.filter((column) => isComputed(column)).map(({ name }) => name);
  return { headers, computed, formulas: columns.length - headers.length };
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
  const views = listViews(database, fileName);
  const all = [...tables, ...views];
  if (wanted !== null && !all.includes(wanted))
    throw new Refusal('WRONG_USAGE', databaseText.noSuchTable(fileName, all.length));
  if (all.length === 0) throw new Refusal('FILE_EMPTY', databaseText.noTable(fileName));
  const { table, detection, told, offered } = chosenTable({ tables, views, wanted }, () => {
    const rows = tables.map((name) => {
      const counted = countRows(database, name, fileName);
      step();
      return counted;
    });
    return tables[rows.indexOf(Math.max(...rows))]!;
  });
  const { headers, computed, formulas } = listColumns(database, table, fileName);
  const warnings = [...told, ...(formulas > 0 ? [sqliteText.computedLeftOut(formulas)] : []), ...offered];
  return {
    tables: all,
    view: views.includes(table),
    table,
    detection,
    headers,
    computed,
    warnings,
  };
}
