import type { NecessityCell, NecessityRow } from '#shared/register/minimisation/necessity-matrix.ts';

/** Cells of one purpose that are decided together. */
export interface ChosenCells {
  /** Id of the purpose in the matrix. */
  purpose: string;
  columns: readonly string[];
}

/** A row by what happens to it when its purpose is chosen there, or added to what is chosen. */
export const cellOf = (row: NecessityRow, purpose: string): NecessityCell =>
  row.cells.find((cell) => cell.purpose === purpose)!;

/** The columns from one row to another, in order. */
export const between = (rows: readonly NecessityRow[], from: number, to: number): string[] =>
  rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ column }) => column);
