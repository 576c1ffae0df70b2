import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { databaseText } from '#shared/text/engine/database.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** More tables than anybody can choose from. */
const mostTables = 10_000;

/** Names that the engine keeps for databases of its own. */
const kept = ['', 'main', 'memory', 'system', 'temp'];

/** The name that DuckDB itself gives the database of a file: views may call it so. */
export function databaseName(fileName: string): string {
  const stem = fileName.split('.', 1)[0]!;
  return kept.includes(stem.toLowerCase()) ? 'source_file' : stem;
}

/** A table or view: how it is called (with its schema where that is not `main`), as SQL, and whether it is a view. */
export interface Listed {
  name: string;
  sql: string;
  view: boolean;
}

/** The tables of the attached file, then its views, each by name. @throws Failure FILE_DAMAGED where there are too many */
export async function listTables(duck: Duck, fileName: string): Promise<Listed[]> {
  const found = await duck.query<{ schema: string; name: string; view: boolean }>(
    'FROM (SELECT schema_name AS "schema", table_name AS name, false AS view FROM duckdb_tables() WHERE database_name = $1 ' +
      'UNION ALL SELECT schema_name, view_name, true FROM duckdb_views() WHERE database_name = $1 AND NOT internal) ' +
      `ORDER BY view, "schema" <> 'main', "schema", name LIMIT ${mostTables + 1}`,
    [databaseName(fileName)],
  );
  if (found.length > mostTables) throw new Failure('FILE_DAMAGED', databaseText.tooManyTables(fileName, mostTables));
  return found.map(({ schema, name, view }) => ({
    name: schema === 'main' ? name : `${schema}.${name}`,
    sql: [databaseName(fileName), schema, name].map(quoteIdentifier).join('.'),
    view,
  }));
}

/** The one with the most rows, the first of equals. */
export async function mostRows(duck: Duck, tables: readonly Listed[]): Promise<string> {
  let most = { name: tables[0]!.name, rows: -1 };
  for (const { name, sql } of tables) {
    const [counted] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`);
    if ((counted?.n ?? 0) > most.rows) most = { name, rows: counted?.n ?? 0 };
  }
  return most.name;
}
