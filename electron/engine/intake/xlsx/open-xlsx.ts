import { Failure } from '#shared/contract/failure.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { cleanCells } from '#engine/intake/layouts/clean-cells.ts';
import { tableReading } from '#engine/intake/layouts/text-reading.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource } from '../context.ts';
import { hashFile } from '../hash-file.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile, type RejectRecord } from '../rejects-file.ts';
import { WorkingTable } from '../working-table.ts';
import { MergedCells } from './merged-cells.ts';
import { readRows, type SheetRow } from './read-rows.ts';
import type { SheetNotes } from './sheet-rows.ts';
import { cellsOf } from './sheet-sides.ts';
import { type SheetShape, sniffXlsx, textOf } from './sniff-sheet.ts';

/** What was copied of a sheet. */
interface Copied {
  relation: string;
  rows: number;
  rejects: RejectsFile;
  blank: number;
  /** Rows that hold something in columns that are blank elsewhere. */
  beside: number;
  /** Line of the first row that is no name. */
  firstRow: number;
  notes: SheetNotes | null;
  merged: MergedCells | null;
}

/** Copies the rows of a sheet's table into a working table. @param merged what merged areas show, where that is known */
async function copySheet(
  file: CheckedFile,
  context: ReadContext,
  shape: SheetShape,
  merged: MergedCells | null,
): Promise<Copied> {
  const { sheet, side, width, lastLine, notes: below, isTotal, options, columns } = shape;
  const { header, skipLines = 0 } = options;
  const work = `${context.work}${merged === null ? '' : 'filled-'}`;
  const rejects = new RejectsFile(`${work}rejects.jsonl`);
  const table = await WorkingTable.create(`${work}rows.csv`, width);
  const { headerRows, cells: cleaning } = tableReading(
    options,
    columns.map((column) => column.header),
  );
  const copied = { blank: 0, beside: 0, firstRow: Infinity, notes: null as SheetNotes | null };
  let headersLeft = header === true ? headerRows : 0;
  /** The line of names, which may come again. */
  let again = '';
  const judge = (line: number, cells: (string | null)[]): RejectRecord | null => {
    const row = { line, cells };
    if (below.has(line)) return reject(row, 'NOTE', workbookText.noteBelow);
    if (cells.length > 1 && JSON.stringify(cells) === again) return reject(row, 'NAMES', csvText.namesAgain);
    if (isTotal?.(textOf(cells))) return reject(row, 'TOTAL', csvText.sumsUpOthers);
    if (cells.length > width)
      return reject(row, 'TOO MANY COLUMNS', workbookText.widerThanTable(cells.length + side.left, width + side.left));
    copied.firstRow = Math.min(copied.firstRow, line);
    const bytes = table.add(merged?.fill(line, cells) ?? cells);
    return bytes === null ? null : reject(row, 'LINE TOO LONG', intakeText.rowTooLong(bytes));
  };
  try {
    await readRows(file, sheet, {
      signal: context.signal,
      onNotes: (found) => void (copied.notes = found),
      onRows: async (rows) => {
        const bad: RejectRecord[] = [];
        for (const row of rows) {
          if (row.line <= skipLines || (lastLine !== null && row.line > lastLine)) continue;
          const cells = cellsOf(row, side);
          copied.beside += Number(shape.blank.some((at) => (row.cells[at] ?? null) !== null));
          if (cells.length === 0) copied.blank += 1;
          else if (headersLeft > 0) {
            headersLeft -= 1;
            again = headerRows === 1 ? JSON.stringify(cells) : '';
          } else {
            const found = judge(row.line, cells);
            if (found !== null) bad.push(found);
          }
        }
        await rejects.add(bad);
        await table.flush();
        context.progress({ phase: jobsText.phases.readingSheet, done: table.rows, total: null, unit: 'rows' });
      },
    });
    const relation = cleanCells(await table.finish(), width, cleaning);
    return { ...copied, relation, rows: table.rows, rejects, merged };
  } finally {
    await table.abandon();
    await rejects.finish();
  }
}

/** Copies a sheet; once more, where merged areas lie over its rows: only at a sheet's end it says which they are. */
async function copyFilled(file: CheckedFile, context: ReadContext, shape: SheetShape): Promise<Copied> {
  const copied = await copySheet(file, context, shape, null);
  const areas = copied.notes?.merged.filter(({ bottom }) => bottom + 1 >= copied.firstRow) ?? [];
  if (areas.length === 0 || shape.options.merged === 'leave') return copied;
  return copySheet(file, context, shape, new MergedCells(areas, copied.firstRow, shape.side));
}

/** What is told of rows that were set aside, left out or filled. */
function told({ rejects, blank, beside, notes, firstRow, merged }: Copied): string[] {
  const set = (kind: string, sentence: (rows: number) => string): string[] =>
    rejects.count(kind) > 0 ? [sentence(rejects.count(kind))] : [];
  return [
    ...set('TOTAL', csvText.totalsLeftOut),
    ...set('NAMES', csvText.namesAgainLeftOut),
    ...set('NOTE', workbookText.notesBelow),
    ...(blank > 0 ? [workbookText.blankRows(blank)] : []),
    ...(beside > 0 ? [workbookText.besideTable(beside)] : []),
    ...notesTold(notes, firstRow, merged),
  ];
}

/**
 * Opens one sheet of a workbook: its rows are written to a working table, blank rows left out, rows wider than the
 * table and those that sum up others set aside, merged cells filled with what they show.
 */
export async function openXlsx(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const shape = await sniffXlsx(file, context.options, context.signal);
  const sha256 = await hashFile(file, context.progress, context.signal);
  const copied = await copyFilled(file, context, shape);
  const { rows, rejects, relation } = copied;
  const totals = rejects.count('TOTAL');
  if (rows === 0 && totals > 0 && totals === rejects.total)
    throw new Failure('FILE_EMPTY', csvText.onlyTotals(file.fileName));
  if (rows === 0) throw new Failure('FILE_EMPTY', workbookText.onlyHeader(file.fileName, shape.sheet));
  if (!context.quick) await reconcile(context.duck, relation, rows, file.fileName);
  return {
    sha256,
    options: shape.options,
    detections: shape.detections,
    columns: shape.columns,
    relation,
    rows,
    ...rejects.told(),
    warnings: [...shape.warnings, ...told(copied)],
  };
}

/** @param firstRow line of the first row that is no name */
function notesTold(notes: SheetNotes | null, firstRow: number, filled: MergedCells | null): string[] {
  if (notes === null) return [];
  const { formulasWithoutResult, longNumbers } = notes;
  const merged = notes.merged.filter(({ bottom }) => bottom + 1 >= firstRow).length;
  return [
    ...(formulasWithoutResult > 0 ? [workbookText.formulasWithoutResult(formulasWithoutResult)] : []),
    ...(merged > 0 && filled === null ? [workbookText.merged(merged)] : []),
    ...(filled !== null && filled.cells > 0 ? [workbookText.mergedFilled(merged, filled.cells)] : []),
    ...(filled !== null && filled.headings > 0 ? [workbookText.mergedHeadings(filled.headings)] : []),
    ...(longNumbers > 0 ? [workbookText.longNumbers(longNumbers)] : []),
  ];
}

const reject = (row: SheetRow, kind: string, detail: string): RejectRecord => ({
  line: row.line,
  column: null,
  kind,
  detail,
  raw: JSON.stringify(row.cells),
  offset: null,
  bytes: null,
});
