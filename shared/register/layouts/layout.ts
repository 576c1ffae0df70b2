import type { CellId } from '../sheets/cells/index.ts';
import type { LayoutLanguage } from './words.ts';

/** A column of an authority's table, or a line of its form. */
export interface Column {
  /** As it stands in the published template. */
  readonly heading: string;
  /** The same column in other editions, languages and tools. */
  readonly also?: readonly string[];
  /** What stands in it. */
  readonly cell: CellId;
  /** Our own, after the authority's: what the form does not ask and the register knows. */
  readonly extra?: true;
  /** A person said that this heading stands over it, and how much that counts against names that are known. */
  readonly given?: number;
}

export interface LayoutTable {
  readonly role: 'controller' | 'processor';
  /** Name of the sheet; a form has a sheet per activity, called by the activity. */
  readonly sheet: string;
  readonly columns: readonly Column[];
}

/** How an authority lays a register out: its columns in order, as data, with where that was read. */
export interface Layout {
  readonly id: string;
  readonly authority: string;
  readonly language: LayoutLanguage;
  /** `rows`: an activity is a row. `forms`: it is a sheet of its own in a workbook, and a row in a text file. */
  readonly shape: 'rows' | 'forms';
  readonly tables: readonly LayoutTable[];
  /** The head of the workbook: who keeps the register. */
  readonly head: readonly { readonly heading: string; readonly also?: readonly string[]; readonly cell: CellId }[];
  readonly source: string;
  readonly checkedOn: string;
  /**
   * Whether the headings are those of the published file: `copied` from a text that quotes it, or `guidance` where the
   * authority's guidance says what is asked and its file was not seen.
   */
  readonly headings: 'copied' | 'guidance';
}
