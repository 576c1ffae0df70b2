import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
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
import { sheetNames } from './sheet-names.ts';

const sampleRows = 1000;
const mostPreamble = 20;

interface SheetShape extends SniffedShape {
  sheet: string;
  width: number;
}

const filled = (row: SheetRow): number => row.cells.filter((cell) => cell !== null).length;

/** Sheets of a workbook, and header and columns of the one chosen (else of the first that holds anything). */
export async function sniffXlsx(file: CheckedFile, options: Partial<IntakeOptions>, signal?: AbortSignal): Promise<SheetShape> {
  const tables = await sheetNames(file);
  if (options.table !== undefined && !tables.includes(options.table)) throw new Failure('WRONG_USAGE', workbookText.noSuchSheet(file.fileName, tables.length));
  for (const sheet of options.table === undefined ? tables : [options.table]) {
    const rows: SheetRow[] = [];
    await readRows(file, sheet, { maxRows: sampleRows, signal, onRows: async (batch) => void rows.push(...batch.filter((row) => filled(row) > 0)) });
    if (rows.length === 0) continue;
    return { sheet, tables, ...shapeOf(rows, options, sheet, tables) };
  }
  throw new Failure('FILE_EMPTY', options.table === undefined ? workbookText.noSheetHoldsRows(file.fileName) : workbookText.sheetEmpty(file.fileName, options.table));
}

function shapeOf(all: SheetRow[], options: Partial<IntakeOptions>, sheet: string, tables: string[]): Omit<SheetShape, 'sheet' | 'tables'> {
  let skipLines = options.skipLines ?? 0;
  let skipReason = options.skipLines === undefined ? workbookText.beginsAtOnce : intakeText.chosenByPerson;
  if (options.skipLines === undefined) {
    const widest = Math.max(...all.map(filled));
    // Title lines above a table fill one cell, or two of many.
    const first = all.findIndex((row) => filled(row) > (widest > 4 ? 2 : 1));
    if (first > 0 && first <= mostPreamble && widest > 1) {
      skipLines = all[first]!.line - 1;
      skipReason = workbookText.rowsBefore(skipLines);
    }
  }
  const rows = all.filter((row) => row.line > skipLines);
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const records = rows.map((row) => ({ fields: Array.from({ length: width }, (_, index) => row.cells[index] ?? ''), quoted: [], sound: true, line: row.line }));
  const guess = detectHeader(records);
  const header = options.header ?? guess.header;
  const headers = records[0]?.fields ?? [];
  const detections: Detection[] = [
    { option: 'table', value: sheet, reason: options.table !== undefined ? intakeText.chosenByPerson : tables.length === 1 ? workbookText.oneSheet : workbookText.firstWithRows(tables.length) },
    { option: 'skipLines', value: String(skipLines), reason: skipReason },
    { option: 'header', value: header ? intakeText.yes : intakeText.no, reason: options.header === undefined ? guess.reason : intakeText.chosenByPerson },
  ];
  const warnings = header ? duplicateHeaderWarning(headers) : [];
  if (skipLines > 0) warnings.push(workbookText.skipped(skipLines));
  return { options: { format: 'xlsx', table: sheet, header, skipLines }, detections, columns: header ? nameColumns(headers) : nameColumns(width), warnings, width };
}

/** Opens one sheet of a workbook: its rows are written to a working table, blank rows left out, rows wider than the table set aside. */
export async function openXlsx(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { sheet, width, ...sniffed } = await sniffXlsx(file, context.options, context.signal);
  const sha256 = await hashFile(file, context.progress, context.signal);
  const { header, skipLines = 0 } = sniffed.options;
  const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
  const table = await WorkingTable.create(`${context.work}rows.csv`, width);
  const warnings = [...sniffed.warnings];
  let headerSeen = header !== true;
  let blank = 0;
  let relation: string;
  try {
    await readRows(file, sheet, {
      signal: context.signal,
      onRows: async (rows) => {
        const bad: RejectRecord[] = [];
        for (const row of rows) {
          if (row.line <= skipLines) continue;
          if (row.cells.length === 0) blank += 1;
          else if (!headerSeen) headerSeen = true;
          else if (row.cells.length > width) bad.push(reject(row, 'TOO MANY COLUMNS', workbookText.widerThanTable(row.cells.length, width)));
          else {
            const bytes = table.add(row.cells);
            if (bytes !== null) bad.push(reject(row, 'LINE TOO LONG', intakeText.rowTooLong(bytes)));
          }
        }
        await rejects.add(bad);
        await table.flush();
        context.progress({ phase: jobsText.phases.readingSheet, done: table.rows, total: null, unit: 'rows' });
      },
    });
    relation = await table.finish();
  } finally {
    await table.abandon();
    await rejects.finish();
  }
  if (table.rows === 0) throw new Failure('FILE_EMPTY', workbookText.onlyHeader(file.fileName, sheet));
  if (blank > 0) warnings.push(workbookText.blankRows(blank));
  if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
  return {
    sha256,
    options: sniffed.options,
    detections: sniffed.detections,
    columns: sniffed.columns,
    relation,
    rows: table.rows,
    rejects: { total: rejects.total, listed: rejects.listed },
    rejectsFile: rejects.total > 0 ? rejects.path : null,
    warnings,
  };
}

const reject = (row: SheetRow, kind: string, detail: string): RejectRecord => ({ line: row.line, column: null, kind, detail, raw: JSON.stringify(row.cells), offset: null, bytes: null });
