import type { Duck } from './open-duck.ts';

/**
 * Between two statements nothing is there to be interrupted: it is tried again this often (milliseconds) for as long as
 * the work goes on.
 */
const again = 50;

/**
 * Stops whatever runs on a connection once the signal aborts, and whatever is started on it after that.
 * @returns ends it: to be called before the clean-up, which must not be stopped
 */
export function interruptOnAbort(duck: Pick<Duck, 'interrupt'>, signal: AbortSignal | undefined): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    duck.interrupt();
    timer ??= setInterval(() => duck.interrupt(), again);
  };
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  return () => {
    signal?.removeEventListener('abort', stop);
    clearInterval(timer);
  };
}
