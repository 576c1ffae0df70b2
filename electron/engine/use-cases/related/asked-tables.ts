import type { LocalEffort } from '#shared/domain/anonymised-file.ts';
import type { TableLabels } from '#shared/domain/anonymised-tables.ts';

/** What is asked of several related tables, as a person says it; lists by table have that of people first. */
export interface AskedTables {
  /** Column of each table that says whose a row is. */
  keys: readonly string[];
  household?: string | undefined;
  /** Columns to keep, of whichever tables have them. */
  qi?: readonly string[] | undefined;
  k: number;
  rowsPerPerson: number;
  /** Share (0…1) of the rows of a table that may be left out of it; absent: any. */
  suppression?: number | undefined;
  effort: LocalEffort;
  cells: TableLabels;
  /** Paths of hierarchy files, by the column each is for. */
  hierarchies: ReadonlyMap<string, string>;
  attack: boolean;
  /** Id, code or slug of what it is for; absent: nobody said. */
  purpose?: string | undefined;
  /** Paths that the tables are written to, and their certificate. */
  outputs: readonly string[];
  certificate: string;
  force: boolean;
}
