import { Worker } from 'node:worker_threads';
import { workCancelled } from '#engine/jobs/cancelled.ts';
import type { PdfDone, PdfTask } from './pdf-worker.ts';

/**
 * A register as PDF, set in a worker: laying out hundreds of pages takes seconds in one piece, in which the engine goes
 * on answering and the work can be cancelled.
 * @throws Failure JOB_CANCELLED at once on abort; nothing of the pages is left
 */
export async function printPdfAside(task: PdfTask, signal: AbortSignal): Promise<PdfDone> {
  if (signal.aborted) throw workCancelled();
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: task });
  const stop = new AbortController();
  try {
    return await new Promise<PdfDone>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(workCancelled()), { once: true, signal: stop.signal });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The worker that sets pages ended with ${code}.`)));
    });
  } finally {
    stop.abort();
    await worker.terminate();
  }
}
