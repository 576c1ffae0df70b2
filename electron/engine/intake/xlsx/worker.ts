import { parentPort, workerData } from 'node:worker_threads';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { Refusal } from '../refusal.ts';
import type { Merge } from '#shared/register/sheets/sheet.ts';
import { listSheets } from './list-sheets.ts';
import { readWritten } from './read-written.ts';
import { sheetMerges } from './sheet-merges.ts';
import type { ListedSheet } from './sheet-list.ts';
import { sheetRows, type NumberedRow, type SheetNotes } from './sheet-rows.ts';
import type { ZipSource } from './zip-parts.ts';

/**
 * What the reader is told. `written` is a workbook of our own, whose first sheet is read by other means than it was
 * written with.
 */
export type XlsxTask = ZipSource &
  (
    | { kind: 'sheets' }
    | { kind: 'merges'; sheet: string }
    | { kind: 'rows'; sheet: string; maxRows: number | null }
    | { kind: 'written'; columns: number }
  );

/**
 * What it says: sheets, batches of rows, each followed by a wait for “more”, what is worth knowing of them, the digest of what was written; then the
 * end, or a failure without any cell.
 */
export type XlsxMessage =
  | { type: 'sheets'; sheets: ListedSheet[] }
  | { type: 'merges'; merges: Merge[] }
  | { type: 'rows'; rows: NumberedRow[] }
  | { type: 'notes'; notes: SheetNotes }
  | { type: 'digest'; digest: string }
  | { type: 'end' }
  | { type: 'failed'; refusal: Pick<Refusal, 'code' | 'message'> | null };

const batchRows = 2000;
const batchCells = 500_000;
const batchSigns = 8 * 1024 ** 2;
const port = parentPort;
const say = (message: XlsxMessage): void => port?.postMessage(message);

async function sendRows(rows: AsyncIterable<NumberedRow>): Promise<void> {
  let batch: NumberedRow[] = [];
  let cells = 0;
  let signs = 0;
  for await (const row of rows) {
    cells += row.cells.length;
    for (const cell of row.cells) signs += cell?.length ?? 0;
    if (batch.push(row) < batchRows && cells < batchCells && signs < batchSigns) continue;
    [cells, signs] = [0, 0];
    const more = new Promise((resolve) => port?.once('message', resolve));
    say({ type: 'rows', rows: batch });
    batch = [];
    await more;
  }
  if (batch.length > 0) say({ type: 'rows', rows: batch });
}

async function read(task: XlsxTask): Promise<void> {
  if (task.kind === 'sheets') say({ type: 'sheets', sheets: await listSheets(task) });
  else if (task.kind === 'merges') say({ type: 'merges', merges: await sheetMerges(task, task.sheet) });
  else if (task.kind === 'rows')
    await sendRows(sheetRows(task, task.sheet, task.maxRows, (notes) => say({ type: 'notes', notes })));
  else await sendRows(readWritten(task, task.columns, (digest) => say({ type: 'digest', digest })));
}

try {
  await read(workerData as XlsxTask);
  say({ type: 'end' });
} catch (error) {
  say({
    type: 'failed',
    refusal:
      error instanceof Refusal
        ? { code: error.code, message: error.message }
        : error instanceof RangeError
          ? { code: 'FILE_DAMAGED', message: workbookText.needsMemory((workerData as XlsxTask).fileName) }
          : null,
  });
} finally {
  port?.close();
}
