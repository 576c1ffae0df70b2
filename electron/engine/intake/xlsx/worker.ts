import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';
import { sheetList } from './sheet-list.ts';
import { readZipEntry, type ZipEntry } from './zip-directory.ts';

/** What the reader is told, and what it says: names, or batches of rows, each followed by a wait for “more”; then the end or a failure without any cell. */
export type XlsxTask = { kind: 'sheets'; path: string; entry: ZipEntry } | { kind: 'rows'; path: string; sheet: string; maxRows: number | null };
export type XlsxMessage =
  | { type: 'names'; names: string[] }
  | { type: 'rows'; rows: { index: number; cells: (string | null)[] }[] }
  | { type: 'end' }
  | { type: 'failed'; name: string };

const batchRows = 2000;
/** Bytes of the part that lists the sheets. */
const largestList = 16 * 1024 * 1024;
const port = parentPort;

async function read(task: XlsxTask): Promise<void> {
  if (port === null) return;
  const say = (message: XlsxMessage) => port.postMessage(message);
  if (task.kind === 'sheets') {
    try {
      say({ type: 'names', names: sheetList((await readZipEntry(task.path, task.entry, largestList)).toString('utf8')) });
      say({ type: 'end' });
    } catch {
      say({ type: 'failed', name: 'Error' });
    } finally {
      port.close();
    }
    return;
  }
  let batch: { index: number; cells: (string | null)[] }[] = [];
  try {
    for await (const row of streamXlsxRows(await readFile(task.path), { sheet: task.sheet, ...(task.maxRows === null ? {} : { maxRows: task.maxRows }) })) {
      const cells = row.values.map(cellText);
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
      batch.push({ index: row.index, cells });
      if (batch.length < batchRows) continue;
      const more = new Promise((resolve) => port.once('message', resolve));
      say({ type: 'rows', rows: batch });
      batch = [];
      await more;
    }
    if (batch.length > 0) say({ type: 'rows', rows: batch });
    say({ type: 'end' });
  } catch (error) {
    say({ type: 'failed', name: error instanceof Error ? error.name : 'Error' });
  } finally {
    port.close();
  }
}

await read(workerData as XlsxTask);
