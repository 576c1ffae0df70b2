import { Worker } from 'node:worker_threads';
import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { workCancelled } from '#engine/jobs/cancelled.ts';
import type { Merge } from '#shared/register/sheets/sheet.ts';
import type { SheetRow } from './read-rows.ts';
import type { ListedSheet } from './sheet-list.ts';
import type { SheetNotes } from './sheet-rows.ts';
import type { XlsxMessage, XlsxTask } from './worker.ts';
import type { ZipSource } from './zip-parts.ts';

const mebibyte = 1024 ** 2;
/** Grows with the file: a workbook of a few kilobytes has no reason to take much. */
const heapMb = (bytes: number): number => Math.min(640, 320 + Math.ceil((16 * bytes) / mebibyte));
/** Unpacked parts lie outside the heap; what the whole process gained is looked at while the worker runs. */
const gainedMb = 700;
const lookEvery = 100;
const silenceMs = 24_000;

/** A task without the file it is about. */
type Told = XlsxTask extends infer Task ? (Task extends XlsxTask ? Omit<Task, keyof ZipSource> : never) : never;

export interface WorkerHooks {
  signal: AbortSignal | undefined;
  /** Sentence for a part that cannot be read. */
  damaged: string;
  onSheets?: (sheets: ListedSheet[]) => void;
  onNotes?: ((notes: SheetNotes) => void) | undefined;
  onMerges?: (merges: Merge[]) => void;
  onDigest?: (digest: string) => void;
  /** Batches of rows; the worker waits while one is worked on. */
  onRows?: (rows: SheetRow[]) => Promise<void>;
}

/**
 * Runs one task on a workbook in a worker whose memory is capped, and who is ended when he is cancelled or says nothing
 * for too long.
 * @throws Failure FILE_DAMAGED where the workbook cannot be read within these bounds, JOB_CANCELLED on abort
 */
export async function runWorker(
  { path, fileName, bytes }: ZipSource,
  task: Told,
  { signal, damaged, onSheets, onNotes, onMerges, onRows, onDigest }: WorkerHooks,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { path, fileName, bytes, ...task } satisfies XlsxTask,
    resourceLimits: { maxOldGenerationSizeMb: heapMb(bytes) },
    stdout: true,
    stderr: true,
  });
  let watch: NodeJS.Timeout | undefined;
  let scales: NodeJS.Timeout | undefined;
  const before = process.memoryUsage.rss();
  const stop = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const cancel = () => reject(workCancelled());
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel, { once: true, signal: stop.signal });
      const listen = () => {
        clearTimeout(watch);
        watch = setTimeout(() => reject(new Failure('FILE_DAMAGED', workbookText.takesTooLong(fileName))), silenceMs);
      };
      listen();
      // A workbook of our own is no danger, and the data engine takes its rows in meanwhile.
      if (task.kind !== 'written')
        scales = setInterval(() => {
          if (process.memoryUsage.rss() - before > gainedMb * mebibyte)
            reject(new Failure('FILE_DAMAGED', workbookText.needsMemory(fileName)));
        }, lookEvery);
      let chain = Promise.resolve();
      worker.on('message', (message: XlsxMessage) => {
        if (message.type === 'failed')
          reject(new Failure(message.refusal?.code ?? 'FILE_DAMAGED', message.refusal?.message ?? damaged));
        else if (message.type === 'end') chain.then(resolve, reject);
        else if (message.type === 'sheets') onSheets?.(message.sheets);
        else if (message.type === 'notes') onNotes?.(message.notes);
        else if (message.type === 'merges') onMerges?.(message.merges);
        else if (message.type === 'digest') onDigest?.(message.digest);
        else {
          clearTimeout(watch);
          chain = chain.then(() => onRows?.(message.rows.map((row) => ({ line: row.index + 1, cells: row.cells }))));
          chain.then(() => {
            listen();
            worker.postMessage('more');
          }, reject);
        }
      });
      worker.on('error', (error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(memory ? new Failure('FILE_DAMAGED', workbookText.needsMemory(fileName)) : error);
      });
      worker.on('exit', () => {
        chain.then(() => reject(new Failure('FILE_DAMAGED', workbookText.stopped(fileName))), reject);
      });
    });
  } finally {
    clearTimeout(watch);
    clearInterval(scales);
    stop.abort();
    await worker.terminate();
  }
}
