import { Failure } from '#shared/contract/failure.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';

export const workCancelled = (): Failure => new Failure('JOB_CANCELLED', jobsText.cancelled);

/** Throws JOB_CANCELLED once the signal is aborted: call between the steps of a job. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw workCancelled();
}

/**
 * Gives this process's other work its turn, a Cancel among it, in the midst of long reckoning. Throws JOB_CANCELLED
 * once the signal is aborted.
 */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  throwIfCancelled(signal);
}
