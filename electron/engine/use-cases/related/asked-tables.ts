import type { LocalEffort } from '#shared/domain/anonymised-file.ts';
import type { TableLabels } from '#shared/domain/anonymised-tables.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';

interface AskedFile {
  grantId: string;
  options?: Partial<IntakeOptions> | undefined;
  /** Column that says whose a row is. */
  key: string;
}

/** What is asked of several related tables, as a person says it: the file itself is the table of people. */
export interface AskedTables extends AskedFile {
  household?: string | undefined;
  /** Columns to keep, of whichever tables have them. */
  qi?: readonly string[] | undefined;
  children: readonly AskedFile[];
  k: number;
  rowsPerPerson: number;
  effort: LocalEffort;
  cells: TableLabels;
  hierarchies: readonly { column: string; grantId: string }[];
  attack: boolean;
  /** Where each table is written, that of people first. */
  outputGrantIds: readonly string[];
  certificateGrantId: string;
  force: boolean;
}
