import { throwIfCancelled } from '#engine/jobs/cancelled.ts';

/** Work that gives way to the event loop, can be cancelled, and says how far it is. */
export interface Working {
  signal?: AbortSignal | undefined;
  /** Share done, 0 … 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Milliseconds of work between two looks at the event loop. */
const slice = 15;

/**
 * Gives way whenever a slice of time is used up; looks at the signal before the first, however short the work is.
 * @throws Failure JOB_CANCELLED when the signal aborts
 */
export function pacer({ signal, onProgress }: Working): (share: number) => Promise<void> {
  throwIfCancelled(signal);
  let since = performance.now();
  return async (share) => {
    if (performance.now() - since < slice) return;
    onProgress?.(share);
    await new Promise(setImmediate);
    throwIfCancelled(signal);
    since = performance.now();
  };
}
