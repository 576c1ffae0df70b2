import { serialToDate } from 'hucre';
import type { Merge } from '#shared/register/sheets/sheet.ts';
import { longestRecord } from '../csv/dialect.ts';
import { durationText, filledText } from './cell-format.ts';
import { cellText } from './cell-text.ts';
import { TextRun, unescaped } from './text-run.ts';
import { readContext, type SheetContext } from './workbook-parts.ts';
import { type Attributes, seeXml } from './xml-part.ts';
import { openZip, type ZipSource } from './zip-parts.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;

/** A row and its place in the sheet, from 0. */
export interface NumberedRow {
  index: number;
  cells: (string | null)[];
}

/** What the text of a sheet does not tell by itself: counts of cells, and the areas that are shown as one. */
export interface SheetNotes {
  /** Formulas that no program has stored a result for: they are read as empty. */
  formulasWithoutResult: number;
  /** Numbers of 16 digits and more: a spreadsheet keeps 15. */
  longNumbers: number;
  /** The merged areas. */
  merged: Merge[];
}
/** More than anybody merges by hand; what comes after is not counted. */
const mostMerged = 100_000;

/** The column that a cell's reference names, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const sign = reference.charCodeAt(at) & 0xdf;
    if (sign < 65 || sign > 90) break;
    column = column * 26 + sign - 64;
  }
  return column - 1;
}

function cornerOf(reference: string): { row: number; column: number } | null {
  const row = Number(/\d+$/.exec(reference)?.[0] ?? 0) - 1;
  const column = columnOf(reference);
  return row >= 0 && column >= 0 ? { row, column } : null;
}

/** The area that `A1:B2` names; null where it names none. */
export function mergeOf(reference: string): Merge | null {
  const [from, to] = reference.split(':').map(cornerOf);
  return from == null || to == null ? null : { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Collects the rows that end within a piece of a sheet's XML. */
class RowSeer {
  readonly #context: SheetContext;
  readonly #inline = new TextRun();
  #rows: NumberedRow[] = [];
  #count = 0;
  #index = -1;
  #cells: (string | null)[] = [];
  #column = -1;
  #kind = '';
  #style: number | null = null;
  #value = '';
  #inValue = false;
  #inRow = false;
  #formula = false;
  readonly notes: SheetNotes = { formulasWithoutResult: 0, longNumbers: 0, merged: [] };

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, { r: reference, t: kind = '', s: style, ref }: Attributes): void {
    if (name === 'row') {
      this.#index = reference === undefined ? this.#index + 1 : Number(reference) - 1;
      this.#cells = [];
      this.#column = -1;
      this.#inRow = true;
      this.#count += 1;
      if (this.#count > mostRows) throw new Error('more rows than a sheet has');
    } else if (name === 'c' && this.#inRow) {
      this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
      if (!(this.#column >= 0 && this.#column < mostColumns)) throw new Error('more columns than a sheet has');
      this.#kind = kind;
      this.#style = style === undefined ? null : Number(style);
      this.#formula = false;
      this.#value = '';
      this.#inline.take();
    } else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#formula = true;
    else if (name === 'mergeCell' && ref !== undefined) this.#merge(ref);
    else this.#inline.open(name);
  }

  text(text: string): void {
    if (!this.#inValue) this.#inline.add(text);
    else if (this.#value.length + text.length > longestRecord) throw new Error('cell too long');
    else this.#value += text;
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c' && this.#inRow) this.#cells[this.#column] = cellText(this.#found());
    else if (name === 'row') {
      this.#inRow = false;
      const cells = Array.from(this.#cells, (cell) => cell ?? null);
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
      this.#rows.push({ index: this.#index, cells });
    } else this.#inline.close(name);
  }

  take(): NumberedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #merge(ref: string): void {
    const area = mergeOf(ref);
    if (area !== null && this.notes.merged.length < mostMerged) this.notes.merged.push(area);
  }

  /** A number as its format shows it where the bare number would lose something, else with the digits of the file. */
  #number(written: string): unknown {
    const number = Number(written);
    if (written === '' || Number.isNaN(number)) return written;
    const format = this.#style === null ? undefined : this.#context.formats[this.#style];
    if (format?.kind === 'moment') return serialToDate(number, this.#context.from1904);
    if (format?.kind === 'duration') return durationText(number);
    if (Number.isInteger(number) && Math.abs(number) >= 1e15) this.notes.longNumbers += 1;
    const digits = /^-?\d{16,}$/.test(written) ? written : String(number);
    return format?.kind === 'filled' ? (filledText(digits, format.signs) ?? digits) : digits;
  }

  /** A cell's value by its kind. Formulas come with the values that were stored with them; nothing is computed. */
  #found(): unknown {
    const value = this.#value;
    if (this.#kind === 's') return value === '' ? null : this.#context.shared[Number(value)];
    if (this.#kind === 'inlineStr') return this.#inline.take();
    if (this.#kind === 'str') return unescaped(value);
    if (this.#kind === 'b') return value === '1' || value.toLowerCase() === 'true';
    if (value === '' && this.#formula) this.notes.formulasWithoutResult += 1;
    return this.#kind === 'e' ? value : this.#number(value);
  }
}

/**
 * The rows of one sheet as text, without the empty cells at their ends. For the worker. @throws Refusal, Error where
 * the workbook cannot be read
 */
export async function* sheetRows(
  file: ZipSource,
  sheet: string,
  maxRows: number | null,
  onNotes: (notes: SheetNotes) => void,
): AsyncGenerator<NumberedRow> {
  const parts = await openZip(file);
  try {
    const context = await readContext(parts, sheet);
    if (context === null) return;
    const seer = new RowSeer(context);
    let left = maxRows ?? Number.POSITIVE_INFINITY;
    for await (const _piece of seeXml(parts, context.part, Number.POSITIVE_INFINITY, seer)) {
      for (const row of seer.take()) {
        yield row;
        left -= 1;
        if (left <= 0) return;
      }
    }
    onNotes(seer.notes);
  } finally {
    parts.close();
  }
}
