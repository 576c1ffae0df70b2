/** Cells that a workbook shows as one; from 0, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet of a workbook or a text file, as texts. */
export interface Sheet {
  name: string;
  rows: (string | null)[][];
  merges: Merge[];
}
