import type Database from 'better-sqlite3';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { cellBytes } from './cell-bytes.ts';
import { databaseBytes, mostRows } from './count-rows.ts';
import { costTogether, harmlessFormulas } from './harmless-formulas.ts';
import { folded } from './schema-words.ts';
import { definedColumns } from './table-formulas.ts';

export interface TableColumn {
  name: string;
  /** 0, or what `pragma_table_xinfo` calls a generated column. */
  hidden: number;
}

/** A generated column that is not stored. */
const computed = 2;
export const isComputed = ({ hidden }: TableColumn): boolean => hidden === computed;

/** Longer than a text that a person or a program writes for one table. */
const longest = 65_536;
/** What all formulas of one row may take while it is read. */
const mostBytes = 64 * 1024 ** 2;

/** Whether in some row the formulas could take more than they may: so many times the bytes of its stored cells. */
function tooLargeSomewhere(
  database: Database.Database,
  table: string,
  { held, fixed }: { held: ReadonlyMap<string, number>; fixed: number },
): boolean {
  if (fixed > mostBytes) return true;
  // All cells of a row together are no larger than the file.
  if (fixed + Math.max(0, ...held.values()) * databaseBytes(database) <= mostBytes) return false;
  const rows = `SELECT ${cellBytes(held)} AS bytes FROM main.${quoteIdentifier(table)} LIMIT ${mostRows(database)}`;
  const found = database.prepare<[], { most: number | null }>(`SELECT max(bytes) AS most FROM (${rows})`).get();
  return fixed + (found?.most ?? 0) > mostBytes;
}

/**
 * Which of the generated columns that are not stored may be read. Such a column is a formula of the file's, worked out
 * here for each row, for as long and as large as its author likes: only plain ones are run, and only where no row can
 * make them large.
 */
export function formulasToRun(
  database: Database.Database,
  table: string,
  columns: readonly TableColumn[],
): ReadonlySet<string> {
  const none = new Set<string>();
  const names = new Set(columns.filter(isComputed).map(({ name }) => folded(name)));
  if (names.size === 0) return none;
  const { sql } = database
    .prepare<[string], { sql: string | null }>(
      `SELECT substr(sql, 1, ${longest + 1}) AS sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?`,
    )
    .get(table) ?? { sql: null };
  const defined = sql === null || sql.length > longest ? null : definedColumns(sql);
  // What is read here of the text is what SQLite reads, or it counts for nothing.
  if (defined?.map(({ name }) => name).join('\n') !== columns.map(({ name }) => folded(name)).join('\n')) return none;
  const costs = harmlessFormulas(defined, (name) => names.has(name));
  const together = costTogether(costs.values());
  if (together === null || tooLargeSomewhere(database, table, together)) return none;
  return new Set(costs.keys());
}
