import type { Codebook } from '#shared/codebooks/codebook.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';

/** A cell of a row that stays, and what it holds afterwards. */
export interface CellChange {
  /** Number of the row, from 0 in file order: its `rowid`. */
  row: number;
  /** Name of the column. */
  column: string;
  /** Null empties it. */
  value: string | null;
}

/**
 * What of a dataset becomes otherwise. Whatever is not named stays as it is, rows in their order.
 *
 * SQL in it is written over the dataset's own columns (`c1`…, all VARCHAR) and `rowid`, in a room that may write SQL; it
 * may ask temporary tables made on the connection that `RewritePlan.change` is given.
 */
export interface RewriteChange {
  /** Rows that go: their numbers, or a condition; a row for which it is NULL stays. */
  rows?: Iterable<number> | string;
  /** Single cells; they outweigh `columns`. Of two for one cell the later counts. */
  cells?: readonly CellChange[];
  /** Whole columns by name: an expression for what each row holds afterwards. */
  columns?: ReadonlyMap<string, string>;
  /** Rows that could not be read when the dataset came in: whether one goes. `raw`: the row as it stood in the file. */
  rejected?: (line: { raw: string }) => boolean;
  /** Takes the place of the codebook that is kept with it. */
  codebook?: Codebook;
}

export interface RewritePlan {
  datasetId: string;
  /** Known beforehand, or from looking at the rows. */
  change: RewriteChange | ((table: DatasetInHand) => Promise<RewriteChange>);
}

/** What rewriting a dataset came to. */
export interface Rewritten {
  datasetId: string;
  name: string;
  rowsBefore: number;
  rowsAfter: number;
  /** Cells of rows that stay and that hold something else now. */
  cells: number;
  /** Names of the columns that those stand in. */
  changedColumns: string[];
  /** Rejected rows that went. */
  rejectedRows: number;
}
