import { extname } from 'node:path';
import { Failure, failureCodes, type FailureCode } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { tablesOf, writingTable } from '#shared/recipe/written-table.ts';
import { applyText as text } from '#shared/text/cli/apply.ts';
import { describeFailure } from '../terminal/exit-status.ts';

/** All tables of a recipe, each in a file of its own. */
export const allTables = 'all';

/** One release of a run: which table of the recipe it holds, and where it goes. */
export interface TableToWrite {
  /** Null where the recipe is run as it is. */
  table: string | null;
  recipe: Recipe;
  output: string;
}

/** `OUT-<name>.csv` for `OUT.csv`. */
function besides(output: string, name: string): string {
  const ending = extname(output);
  return `${output.slice(0, output.length - ending.length)}-${name}${ending}`;
}

/** What a run writes. @throws Failure WRONG_USAGE where the recipe has no such table */
export function tablesToWrite(recipe: Recipe, output: string, table: string | undefined): TableToWrite[] {
  if (table === undefined) return [{ table: null, recipe, output }];
  const names = tablesOf(recipe);
  if (names.length === 0) throw new Failure('WRONG_USAGE', text.tables.none);
  if (table === allTables)
    return names.map((name) => ({ table: name, recipe: writingTable(recipe, name), output: besides(output, name) }));
  if (!names.includes(table)) throw new Failure('WRONG_USAGE', text.tables.missing(table, names));
  return [{ table, recipe: writingTable(recipe, table), output }];
}

/** What was written of several tables, and what stopped the others. */
export interface TablesWritten {
  results: ReleaseResult[];
  failure: Failure | null;
}

/** Writes one table after the other until one fails: those before it stand, those after it are not tried. */
export async function writeTables(
  tables: readonly TableToWrite[],
  write: (table: TableToWrite) => Promise<ReleaseResult>,
): Promise<TablesWritten> {
  const results: ReleaseResult[] = [];
  for (const [at, one] of tables.entries())
    try {
      results.push(await write(one));
    } catch (error) {
      if (one.table === null || tables.length === 1) throw error;
      return { results, failure: stoppedAt(tables, at, { results, error }) };
    }
  return { results, failure: null };
}

function codeOf(error: unknown): FailureCode {
  const { code } = (error ?? {}) as { code?: string };
  return code !== undefined && Object.hasOwn(failureCodes, code) ? (code as FailureCode) : 'INTERNAL';
}

function stoppedAt(
  tables: readonly TableToWrite[],
  at: number,
  { results, error }: { results: readonly ReleaseResult[]; error: unknown },
): Failure {
  const { sentence, findings } = describeFailure(error);
  const nameOf = ({ table }: TableToWrite): string => table ?? '';
  const written = results.map(({ output, registerEntry }, place) => ({
    table: nameOf(tables[place]!),
    output,
    entry: registerEntry,
  }));
  return new Failure(
    codeOf(error),
    text.tables.stopped(written, nameOf(tables[at]!), sentence, tables.slice(at + 1).map(nameOf)),
    { cause: error, findings },
  );
}
