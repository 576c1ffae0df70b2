import { Worker } from 'node:worker_threads';
import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { workCancelled } from '#engine/jobs/cancelled.ts';
import type { CheckedFile } from '../check-file.ts';
import type { XlsxMessage, XlsxTask } from './worker.ts';

const heapMb = 1536;
const largestFile = 1024 ** 3;

export interface SheetRow {
  /** 1-based row of the sheet. */
  line: number;
  cells: (string | null)[];
}

/**
 * Reads a sheet in a worker whose memory is capped, batch by batch (the worker waits while a batch is worked on). Formulas come with
 * the values that were stored with them; nothing is computed.
 * @throws Failure FILE_DAMAGED where the workbook cannot be read or needs too much memory, JOB_CANCELLED on abort
 */
export async function readRows(file: CheckedFile, sheet: string, options: { maxRows?: number; signal?: AbortSignal | undefined; onRows: (rows: SheetRow[]) => Promise<void> }): Promise<void> {
  if (file.bytes > largestFile) throw new Failure('FILE_DAMAGED', workbookText.tooLarge(file.fileName));
  const task: XlsxTask = { path: file.path, sheet, maxRows: options.maxRows ?? null };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: heapMb }, stdout: true, stderr: true });
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = () => reject(workCancelled());
      if (options.signal?.aborted) stop();
      options.signal?.addEventListener('abort', stop, { once: true });
      let chain = Promise.resolve();
      worker.on('message', (message: XlsxMessage) => {
        if (message.type === 'failed') reject(new Failure('FILE_DAMAGED', workbookText.unreadable(file.fileName)));
        else if (message.type === 'end') chain.then(resolve, reject);
        else {
          chain = chain.then(() => options.onRows(message.rows.map((row) => ({ line: row.index + 1, cells: row.cells }))));
          chain.then(() => worker.postMessage('more'), reject);
        }
      });
      worker.on('error', (error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(memory ? new Failure('FILE_DAMAGED', workbookText.needsMemory(file.fileName)) : error);
      });
      worker.on('exit', () => chain.then(() => reject(new Failure('FILE_DAMAGED', workbookText.stopped(file.fileName))), reject));
    });
  } finally {
    await worker.terminate();
  }
}
