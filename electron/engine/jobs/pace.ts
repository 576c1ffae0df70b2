import { breathe, throwIfCancelled } from './cancelled.ts';

/** Milliseconds of reckoning after which other work of the process has its turn. */
const TURN = 30;

/**
 * For a loop of many short pieces: the function is awaited after each piece and lets other work in when its turn has
 * come. It throws JOB_CANCELLED once the signal is aborted.
 */
export function pace(signal: AbortSignal | undefined): () => Promise<void> {
  throwIfCancelled(signal);
  let began = performance.now();
  const goOn = Promise.resolve();
  return () => {
    if (performance.now() - began < TURN) return goOn;
    return breathe(signal).then(() => void (began = performance.now()));
  };
}
