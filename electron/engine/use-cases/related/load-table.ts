import { Failure } from '#shared/contract/failure.ts';
import type { LeftOutColumn, TableLabels } from '#shared/domain/anonymised-tables.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { suggestRoles } from '#shared/roles/suggest-roles.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { readHierarchies } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { HierarchyColumn } from '#engine/anonymise/local/tree-columns.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { loadColumns } from '../anonymise/load-columns.ts';
import { tellingColumns } from './telling-columns.ts';

/** A table as numbers: what of it is written, and whose its rows are. */
export interface LoadedTable {
  table: FileInHand;
  key: SourceColumn;
  rows: number;
  keys: CodedColumn;
  household: CodedColumn | null;
  /** The columns that are written beside the key, in the order of the source. */
  kept: readonly SourceColumn[];
  columns: HierarchyColumn[];
  dropped: { column: string; why: LeftOutColumn }[];
  notes: string[];
}

export interface AskedOfTable {
  key: string;
  household?: string | undefined;
  qi?: readonly string[] | undefined;
  /** These columns and no others, whatever they hold: what was written once is made again. */
  exactly?: readonly string[] | undefined;
  /** What cells are to read. */
  cells: TableLabels;
  /** Hierarchy files, by column. */
  hierarchies: ReadonlyMap<string, string>;
}

/** @throws Failure COLUMN_UNKNOWN */
function columnOf({ columns, fileName }: FileInHand, name: string): SourceColumn {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(fileName, name));
  return found;
}

/** The columns that may be written, by what they are. @param dropped gets the others, and why */
async function candidatesOf(
  table: FileInHand,
  { keys: [key, household], qi, exactly }: AskedOfTable & { keys: readonly [SourceColumn, SourceColumn | null] },
  dropped: LoadedTable['dropped'],
): Promise<SourceColumn[]> {
  if (exactly !== undefined) return exactly.map((name) => columnOf(table, name));
  const roles = new Map(suggestRoles(await table.findings()).map(({ column, role }) => [column, role]));
  return table.columns.filter((column) => {
    if (column === key) return false;
    const why: LeftOutColumn | null =
      column === household
        ? 'household'
        : roles.get(column.name) === 'identifying'
          ? 'identifying'
          : qi !== undefined && !qi.includes(column.name)
            ? 'not-asked'
            : null;
    if (why !== null) dropped.push({ column: column.name, why });
    return why === null;
  });
}

/**
 * Reads a table once. Columns that point at a person are left out, by people's decisions where there are any, by their
 * classification else, and by their values, whatever is asked for.
 * @throws Failure COLUMN_UNKNOWN, FILE_MISSING, FILE_DAMAGED, JOB_CANCELLED
 */
export async function loadTable(table: FileInHand, asked: AskedOfTable, signal: AbortSignal): Promise<LoadedTable> {
  const key = columnOf(table, asked.key);
  const household = asked.household === undefined ? null : columnOf(table, asked.household);
  const dropped: LoadedTable['dropped'] = [];
  const candidates = await candidatesOf(table, { ...asked, keys: [key, household] }, dropped);
  const guarded = household === null ? [key] : [key, household];
  const { qi: all, guarded: own } = await loadColumns(table, { qi: candidates, guarded }, signal);
  table.holdCount(own.rows);
  const telling =
    asked.exactly === undefined
      ? await tellingColumns(table, candidates, all.columns, { cells: asked.cells, signal })
      : new Map<string, LeftOutColumn>();
  for (const [column, why] of telling) dropped.push({ column, why });
  const kept = candidates.filter(({ name }) => !telling.has(name));
  const qi = { rows: all.rows, columns: all.columns.filter(({ name }) => !telling.has(name)) };
  const { hierarchies, notes } = await readHierarchies(qi, asked.hierarchies);
  return {
    table,
    key,
    rows: own.rows,
    keys: own.columns[0]!,
    household: household === null ? null : own.columns[1]!,
    kept,
    columns: hierarchies.map((hierarchy, at) => ({ codes: qi.columns[at]!.codes, hierarchy })),
    dropped,
    notes,
  };
}

/** @throws Failure WRONG_USAGE, COLUMN_UNKNOWN for columns to keep that are keys, or that no table has */
export function checkColumns(
  tables: readonly FileInHand[],
  {
    keys,
    household,
    qi = [],
  }: { keys: readonly string[]; household?: string | undefined; qi?: readonly string[] | undefined },
): void {
  if (household !== undefined && household === keys[0])
    throw new Failure('WRONG_USAGE', text.keyAsHousehold(household));
  const all = new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const unknown = qi.filter((name) => !all.has(name));
  if (unknown.length > 0) throw new Failure('COLUMN_UNKNOWN', text.noColumn(unknown));
  const key = qi.find((name) => keys.includes(name) || name === household);
  if (key !== undefined) throw new Failure('WRONG_USAGE', text.keyAsQi(key));
}
