import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { cleanCells } from '#engine/intake/layouts/clean-cells.ts';
import { findSheetLayout } from '#engine/intake/layouts/find-layout.ts';
import { countHeaderRows, joinHeaderRows } from '#engine/intake/layouts/header-rows.ts';
import { layoutDetections, layoutOptions } from '#engine/intake/layouts/layout-detections.ts';
import { tableReading } from '#engine/intake/layouts/text-reading.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { detectHeader } from '../csv/detect-header.ts';
import { duplicateHeaderWarning } from '../csv/warnings.ts';
import { hashFile } from '../hash-file.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile, type RejectRecord } from '../rejects-file.ts';
import { WorkingTable } from '../working-table.ts';
import { readRows, type SheetRow } from './read-rows.ts';
import type { ListedSheet } from './sheet-list.ts';
import type { SheetNotes } from './sheet-rows.ts';
import {
  filled,
  judgeTotals,
  linesAboveNames,
  linesOfNotes,
  recordOf,
  sheetBlocks,
  type SheetBlock,
} from './sheet-blocks.ts';
import { sheetsOf } from './sheets-of.ts';

const sampleRows = 1000;

interface SheetShape extends SniffedShape {
  sheet: string;
  width: number;
  /** Last line of the table that is read; null where that is the sheet's. */
  lastLine: number | null;
  /** Lines below the table that are no rows of it, and how rows of totals are told. */
  notes: ReadonlySet<number>;
  isTotal: ((cells: readonly string[]) => boolean) | undefined;
}

/** The first rows of a sheet that hold anything; `complete`: all of them. */
interface SheetRows {
  sheet: string;
  rows: SheetRow[];
  complete: boolean;
}

async function firstRows(file: CheckedFile, sheet: string, signal: AbortSignal | undefined): Promise<SheetRows> {
  const rows: SheetRow[] = [];
  let seen = 0;
  await readRows(file, sheet, {
    maxRows: sampleRows,
    signal,
    onRows: async (batch) => {
      seen += batch.length;
      rows.push(...batch.filter((row) => filled(row) > 0));
    },
  });
  return { sheet, rows, complete: seen < sampleRows };
}

/** Whether rows have more than a column, and are more than names: a cover page or a note to the reader has not. */
const looksLikeTable = (rows: readonly SheetRow[]): boolean => rows.filter((row) => filled(row) > 1).length > 1;

/** Of several tables in a sheet the one wanted, else the one of most rows; null where lines to skip decide. */
function blockToRead(blocks: readonly SheetBlock[], { table, skipLines }: Partial<IntakeOptions>): SheetBlock | null {
  const named = blocks.find(({ name }) => name === table);
  if (named || blocks.length === 0 || skipLines !== undefined) return named ?? null;
  return blocks.reduce((most, one) => (one.rows > most.rows ? one : most), blocks[0]!);
}

/** What stands in the other sheets is not read: which they are, and which of them nobody sees. */
const othersTold = (sheets: readonly ListedSheet[], sheet: string): string[] =>
  sheets.length > 1
    ? [
        ...(sheets.some(({ name, hidden }) => name === sheet && hidden) ? [workbookText.hiddenRead(sheet)] : []),
        workbookText.otherSheets(
          sheet,
          sheets.filter(({ name }) => name !== sheet),
        ),
      ]
    : [];

/**
 * Sheets of a workbook, and header and columns of the one chosen, else of the first that holds anything; a sheet that is
 * to be seen goes before a hidden one.
 */
export async function sniffXlsx(
  file: CheckedFile,
  options: Partial<IntakeOptions>,
  signal?: AbortSignal,
): Promise<SheetShape> {
  const sheets = await sheetsOf(file, signal);
  const names = sheets.map(({ name }) => name);
  const inSight = sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).map(({ name }) => name);
  // A table inside a sheet goes by the sheet's name and its own.
  const wanted =
    options.table === undefined || names.includes(options.table)
      ? options.table
      : names.find((name) => options.table!.startsWith(`${name} / `));
  if (options.table !== undefined && wanted === undefined)
    throw new Failure('WRONG_USAGE', workbookText.noSuchSheet(file.fileName, names.length));
  let best: SheetRows | null = null;
  for (const sheet of wanted === undefined ? inSight : [wanted]) {
    const read = await firstRows(file, sheet, signal);
    if (read.rows.length === 0) continue;
    best ??= read;
    if (wanted !== undefined || looksLikeTable(read.rows)) {
      best = read;
      break;
    }
  }
  if (best !== null) {
    const { sheet, rows, complete } = best;
    const blocks = sheetBlocks(sheet, rows, complete);
    const block = blockToRead(blocks, options);
    if (options.table !== undefined && options.table !== sheet && block?.name !== options.table)
      throw new Failure('WRONG_USAGE', workbookText.noSuchSheet(file.fileName, names.length + blocks.length));
    const inside =
      block === null ? rows : rows.filter(({ line }) => line >= block.first && line <= (block.last ?? line));
    const shape = shapeOf(
      inside,
      { ...options, ...(block && { skipLines: block.first - 1 }) },
      sheet,
      sheets,
      complete,
    );
    return {
      ...shape,
      sheet,
      tables: names.flatMap((name) => (name === sheet && blocks.length > 0 ? blocks.map((one) => one.name) : [name])),
      lastLine: block?.last ?? null,
      options: { ...shape.options, table: block?.name ?? sheet },
      detections: shape.detections.map((one) =>
        block !== null && one.option === 'skipLines' ? { ...one, reason: csvText.tableBegins } : one,
      ),
      warnings: [
        ...othersTold(sheets, sheet),
        ...(block === null
          ? []
          : [
              workbookText.otherBlocks(
                block.name,
                blocks.filter((one) => one !== block),
              ),
            ]),
        ...shape.warnings.filter((warning) => block === null || warning !== workbookText.skipped(block.first - 1)),
      ],
    };
  }
  throw new Failure(
    'FILE_EMPTY',
    options.table === undefined
      ? workbookText.noSheetHoldsRows(file.fileName)
      : workbookText.sheetEmpty(file.fileName, options.table),
  );
}

/** What of a sheet's shape is told; the rest is for the reader. */
export const shapeOfSheet = ({
  sheet: _sheet,
  width: _width,
  lastLine: _lastLine,
  notes: _notes,
  isTotal: _isTotal,
  ...shape
}: SheetShape): SniffedShape => shape;

const textOf = (cells: readonly (string | null)[]): string[] => cells.map((cell) => cell ?? '');

/** What was chosen of a sheet, each with its reason. */
function detectionsOf(
  options: Partial<IntakeOptions>,
  found: { sheet: string; sheets: readonly ListedSheet[]; skipLines: number; header: boolean; reason: string },
): Detection[] {
  const { sheet, sheets, skipLines, header } = found;
  const whySheet =
    sheets.length === 1
      ? workbookText.oneSheet
      : workbookText.firstWithRows(sheets.length, sheets.find(({ name }) => name === sheet)!.hidden);
  const whySkipped = skipLines > 0 ? workbookText.rowsBefore(skipLines) : workbookText.beginsAtOnce;
  const settle = (option: keyof IntakeOptions, value: string, reason: string): Detection => ({
    option,
    value,
    reason: options[option] === undefined ? reason : intakeText.chosenByPerson,
  });
  return [
    settle('table', sheet, whySheet),
    settle('skipLines', String(skipLines), whySkipped),
    settle('header', header ? intakeText.yes : intakeText.no, found.reason),
  ];
}

function shapeOf(
  all: SheetRow[],
  options: Partial<IntakeOptions>,
  sheet: string,
  sheets: readonly ListedSheet[],
  complete: boolean,
): Omit<SheetShape, 'sheet' | 'tables' | 'lastLine'> {
  const layout = findSheetLayout(
    all.map(({ cells, line }) => ({ fields: textOf(cells), line })),
    options,
  );
  const skipLines = options.skipLines ?? layout?.skipLines ?? linesAboveNames(all);
  const rows = all.filter((row) => row.line > skipLines);
  const widest = Math.max(0, ...rows.map((row) => row.cells.length));
  const joined =
    !layout && options.header === undefined ? countHeaderRows(rows.map((row) => recordOf(row, widest))) : 1;
  const headerRows = options.headerRows ?? layout?.headerRows ?? joined;
  const names = rows
    .slice(1, headerRows)
    .reduce(
      (above, { cells }) => joinHeaderRows(above, textOf(cells), layout?.channel ?? null),
      textOf(rows[0]?.cells ?? []),
    );
  const notes = layout || !complete ? new Set<number>() : linesOfNotes(rows);
  const totals =
    layout || !complete || options.totals === 'keep'
      ? { called: 0, rule: null }
      : judgeTotals(rows.slice(headerRows).filter(({ line }) => !notes.has(line)));
  const isTotal =
    tableReading({ ...options, ...layoutOptions(layout, options, headerRows) }, names).isTotal ??
    totals.rule ??
    undefined;
  // A total may be wider than the rows it sums up.
  const width = Math.max(
    0,
    ...rows.filter((row, at) => at < headerRows || !isTotal?.(textOf(row.cells))).map((row) => row.cells.length),
  );
  const records = rows
    .slice(headerRows - 1)
    .filter(({ line }) => !notes.has(line))
    .map((row) => recordOf(row, width));
  const guess = layout ? { header: true, reason: csvText.namesOfSystem } : detectHeader(records);
  const header = options.header ?? guess.header;
  const headers = Array.from({ length: width }, (_unused, index) => names[index] ?? '');
  const settled = { sheet, sheets, skipLines, header, reason: guess.reason };
  const warnings = header ? duplicateHeaderWarning(headers) : [];
  if (joined > 1 && headerRows === joined) warnings.push(csvText.joinedHeader);
  if (skipLines > 0) warnings.push(workbookText.skipped(skipLines));
  if (totals.called > 0 && totals.rule === null) warnings.push(csvText.calledTotals(totals.called));
  return {
    options: { format: 'xlsx', table: sheet, header, skipLines, ...layoutOptions(layout, options, headerRows) },
    detections: [...detectionsOf(options, settled), ...layoutDetections(layout, options, headerRows)],
    columns: header ? nameColumns(headers) : nameColumns(width),
    warnings,
    width,
    notes,
    isTotal,
    alternatives: header && headerRows > 1 && !layout ? [{ changed: { headerRows: 1 }, columns: width }] : [],
  };
}

/**
 * Opens one sheet of a workbook: its rows are written to a working table, blank rows left out, rows wider than the
 * table and those that sum up others set aside.
 */
export async function openXlsx(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const {
    sheet,
    width,
    lastLine,
    notes: below,
    isTotal,
    ...sniffed
  } = await sniffXlsx(file, context.options, context.signal);
  const sha256 = await hashFile(file, context.progress, context.signal);
  const { header, skipLines = 0 } = sniffed.options;
  const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
  const table = await WorkingTable.create(`${context.work}rows.csv`, width);
  const warnings = [...sniffed.warnings];
  const { headerRows, cells } = tableReading(
    sniffed.options,
    sniffed.columns.map((column) => column.header),
  );
  let headersLeft = header === true ? headerRows : 0;
  let blank = 0;
  let firstRow = Infinity;
  /** The line of names, which may come again. */
  let again = '';
  let notes: SheetNotes | null = null;
  let relation: string;
  try {
    await readRows(file, sheet, {
      signal: context.signal,
      onNotes: (found) => void (notes = found),
      onRows: async (rows) => {
        const bad: RejectRecord[] = [];
        for (const row of rows) {
          if (row.line <= skipLines || (lastLine !== null && row.line > lastLine)) continue;
          if (row.cells.length === 0) blank += 1;
          else if (headersLeft > 0) {
            headersLeft -= 1;
            again = headerRows === 1 ? JSON.stringify(row.cells) : '';
          } else if (below.has(row.line)) bad.push(reject(row, 'NOTE', workbookText.noteBelow));
          else if (row.cells.length > 1 && JSON.stringify(row.cells) === again)
            bad.push(reject(row, 'NAMES', csvText.namesAgain));
          else if (isTotal?.(textOf(row.cells))) bad.push(reject(row, 'TOTAL', csvText.sumsUpOthers));
          else if (row.cells.length > width)
            bad.push(reject(row, 'TOO MANY COLUMNS', workbookText.widerThanTable(row.cells.length, width)));
          else {
            firstRow = Math.min(firstRow, row.line);
            const bytes = table.add(row.cells);
            if (bytes !== null) bad.push(reject(row, 'LINE TOO LONG', intakeText.rowTooLong(bytes)));
          }
        }
        await rejects.add(bad);
        await table.flush();
        context.progress({ phase: jobsText.phases.readingSheet, done: table.rows, total: null, unit: 'rows' });
      },
    });
    relation = cleanCells(await table.finish(), width, cells);
  } finally {
    await table.abandon();
    await rejects.finish();
  }
  const totals = rejects.count('TOTAL');
  if (totals > 0) warnings.push(csvText.totalsLeftOut(totals));
  if (rejects.count('NAMES') > 0) warnings.push(csvText.namesAgainLeftOut(rejects.count('NAMES')));
  if (rejects.count('NOTE') > 0) warnings.push(workbookText.notesBelow(rejects.count('NOTE')));
  if (table.rows === 0 && totals > 0 && totals === rejects.total)
    throw new Failure('FILE_EMPTY', csvText.onlyTotals(file.fileName));
  if (table.rows === 0) throw new Failure('FILE_EMPTY', workbookText.onlyHeader(file.fileName, sheet));
  if (blank > 0) warnings.push(workbookText.blankRows(blank));
  warnings.push(...notesTold(notes, firstRow));
  if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
  return {
    sha256,
    options: sniffed.options,
    detections: sniffed.detections,
    columns: sniffed.columns,
    relation,
    rows: table.rows,
    ...rejects.told(),
    warnings,
  };
}

/** @param firstRow line of the first row that is no name */
function notesTold(notes: SheetNotes | null, firstRow: number): string[] {
  if (notes === null) return [];
  const { formulasWithoutResult, longNumbers } = notes;
  const merged = notes.merged.filter(({ bottom }) => bottom + 1 >= firstRow).length;
  return [
    ...(formulasWithoutResult > 0 ? [workbookText.formulasWithoutResult(formulasWithoutResult)] : []),
    ...(merged > 0 ? [workbookText.merged(merged)] : []),
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
