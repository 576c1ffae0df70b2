import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { findSheetLayout } from '#engine/intake/layouts/find-layout.ts';
import { countHeaderRows, joinHeaderRows } from '#engine/intake/layouts/header-rows.ts';
import { layoutDetections, layoutOptions } from '#engine/intake/layouts/layout-detections.ts';
import { tableReading } from '#engine/intake/layouts/text-reading.ts';
import type { CheckedFile } from '../check-file.ts';
import type { SniffedShape } from '../context.ts';
import { detectHeader } from '../csv/detect-header.ts';
import { duplicateHeaderWarning } from '../csv/warnings.ts';
import { nameColumns } from '../name-columns.ts';
import { readRows, type SheetRow } from './read-rows.ts';
import type { ListedSheet } from './sheet-list.ts';
import { filled, judgeTotals, linesAboveNames, linesOfNotes, recordOf } from './sheet-blocks.ts';
import { rowsWithin, type SheetTable, type SheetTables, sheetTables, type Side } from './sheet-sides.ts';
import { sheetsOf } from './sheets-of.ts';

const sampleRows = 1000;

export interface SheetShape extends SniffedShape {
  sheet: string;
  /** Columns of the sheet that are read, and those beside them in which nothing stood when it was looked at. */
  side: Side;
  blank: number[];
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
function tableToRead({ tables, maybe }: SheetTables, { table, skipLines }: Partial<IntakeOptions>): SheetTable | null {
  const named = [...tables, ...maybe].find(({ name }) => name === table);
  if (named || tables.length === 0 || skipLines !== undefined) return named ?? null;
  return tables.reduce((most, one) => (one.rows > most.rows ? one : most), tables[0]!);
}

/** What is told of the tables of a sheet: those that are not read, and those that may be several. */
function tablesTold({ tables, maybe }: SheetTables, read: SheetTable | null): string[] {
  const others = tables.filter((one) => one !== read);
  if (read !== null && tables.includes(read)) return [workbookText.otherBlocks(read.name, others)];
  return maybe.length > 0 && read === null ? [workbookText.maybeSides(maybe)] : [];
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
  if (best !== null) return shapeOfTable(file, best, options, sheets);
  throw new Failure(
    'FILE_EMPTY',
    options.table === undefined
      ? workbookText.noSheetHoldsRows(file.fileName)
      : workbookText.sheetEmpty(file.fileName, options.table),
  );
}

/** The table of a sheet that is read, and what else stands there. */
function shapeOfTable(
  file: CheckedFile,
  { sheet, rows, complete }: SheetRows,
  options: Partial<IntakeOptions>,
  sheets: readonly ListedSheet[],
): SheetShape {
  const names = sheets.map(({ name }) => name);
  const found = sheetTables(sheet, rows, complete);
  const inSheet = [...found.tables, ...found.maybe];
  const block = tableToRead(found, options);
  if (options.table !== undefined && options.table !== sheet && block?.name !== options.table)
    throw new Failure('WRONG_USAGE', workbookText.noSuchSheet(file.fileName, names.length + inSheet.length));
  const side = block?.side ?? found.side;
  const within = rowsWithin(rows, side);
  const inside =
    block === null ? within : within.filter(({ line }) => line >= block.first && line <= (block.last ?? line));
  const shape = shapeOf(inside, { ...options, ...(block && { skipLines: block.first - 1 }) }, sheet, sheets, complete);
  const offered = [...(found.tables.length > 0 ? [] : [sheet]), ...inSheet.map((one) => one.name)];
  return {
    ...shape,
    sheet,
    side,
    blank: found.blank,
    tables: names.flatMap((name) => (name === sheet ? offered : [name])),
    lastLine: block?.last ?? null,
    options: { ...shape.options, table: block?.name ?? sheet, ...(options.merged && { merged: options.merged }) },
    detections: shape.detections.map((one) =>
      block !== null && one.option === 'skipLines' ? { ...one, reason: csvText.tableBegins } : one,
    ),
    warnings: [
      ...othersTold(sheets, sheet),
      ...tablesTold(found, block),
      ...shape.warnings.filter((warning) => block === null || warning !== workbookText.skipped(block.first - 1)),
    ],
  };
}

/** What of a sheet's shape is told; the rest is for the reader. */
export const shapeOfSheet = ({
  sheet: _sheet,
  side: _side,
  blank: _blank,
  width: _width,
  lastLine: _lastLine,
  notes: _notes,
  isTotal: _isTotal,
  ...shape
}: SheetShape): SniffedShape => shape;

export const textOf = (cells: readonly (string | null)[]): string[] => cells.map((cell) => cell ?? '');

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
): Omit<SheetShape, 'sheet' | 'side' | 'blank' | 'tables' | 'lastLine'> {
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
  if (joined > 1 && headerRows === joined) warnings.push(csvText.joinedHeader(headerRows));
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
