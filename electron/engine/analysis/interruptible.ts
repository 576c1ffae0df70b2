import { interruptOnAbort } from './interrupt-on-abort.ts';
import type { Duck } from './open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';

/**
 * Runs `work` on a connection: its statement is interrupted when the signal aborts, and its share done (0…1) is
 * reported five times a second where DuckDB can tell.
 * @throws Failure JOB_CANCELLED
 */
export async function interruptible<T>(
  duck: Duck,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  onShare?: (share: number) => void,
): Promise<T> {
  const refuse = (): void => {
    throwIfCancelled(signal);
  };
  refuse();
  const done = interruptOnAbort(duck, signal);
  const watch = onShare === undefined ? undefined : setInterval(() => onShare(duck.progress() ?? 0), 200);
  try {
    const result = await work();
    refuse();
    return result;
  } catch (error) {
    refuse();
    throw error;
  } finally {
    clearInterval(watch);
    done();
  }
}
