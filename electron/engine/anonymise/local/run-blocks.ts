import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { throwIfCancelled, workCancelled } from '#engine/jobs/cancelled.ts';
import { unitsOfProblem, workBlocks, type BlockState, type BlockTask } from './work-blocks.ts';

/** Fewer cells, or exchanges of cells, are done here: a worker takes longer to start. */
const [fewCells, fewExchanges] = [20_000, 2_000_000];
const lookEvery = 100;
const mostWorkers = 8;

export interface Watch {
  signal?: AbortSignal | undefined;
  /** Told which share is done, 0 to 1, rising. */
  onProgress?: ((share: number) => void) | undefined;
}

/** How much of all blocks is done, each as heavy as it has units. */
function shareDone({ blocks: { starts } }: BlockTask, { done }: BlockState): number {
  let sum = 0;
  for (let block = 0; block < done.length; block += 1)
    sum += (Atomics.load(done, block) / 1000) * (starts[block + 1]! - starts[block]!);
  return sum / Math.max(1, starts.at(-1)!);
}

/**
 * Does all blocks of a task, in workers where there is much to do. What comes out does not depend on how many there
 * are.
 * @throws Failure JOB_CANCELLED at once on abort
 */
export async function runBlocks(task: BlockTask, { signal, onProgress }: Watch): Promise<void> {
  throwIfCancelled(signal);
  const { problem, blocks, effort } = task;
  const count = blocks.starts.length - 1;
  const state: BlockState = {
    next: new Int32Array(new SharedArrayBuffer(4)),
    done: new Int32Array(new SharedArrayBuffer(4 * count)),
  };
  const width = 'kinds' in problem ? problem.trees.length : problem.columns.length;
  const cells = unitsOfProblem(problem).count * width;
  const exchanges = effort === 'quick' || 'kinds' in problem ? 0 : cells * problem.tries;
  if (cells <= fewCells && exchanges <= fewExchanges) {
    workBlocks(task, state);
    return;
  }
  const stop = new AbortController();
  const timer = setInterval(() => onProgress?.(shareDone(task, state)), lookEvery);
  const workers = Array.from(
    { length: Math.min(mostWorkers, availableParallelism(), count) },
    () => new Worker(new URL('./block-worker.ts', import.meta.url), { workerData: { task, state } }),
  );
  try {
    const cancelled = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(workCancelled()), { once: true, signal: stop.signal });
    });
    await Promise.race([cancelled, Promise.all(workers.map(ended))]);
  } finally {
    stop.abort();
    clearInterval(timer);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const ended = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A worker that makes groups ended with ${code}.`)));
  });
