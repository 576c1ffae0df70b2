import { breathe } from '#engine/jobs/cancelled.ts';

/** Reckoning without a pause, in milliseconds. */
const longest = 40;

/** Lets other work have its turn now and then, not after every target. */
export function pauses(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now();
  const nothing = Promise.resolve();
  return () => {
    if (performance.now() - since < longest) return nothing;
    return breathe(signal).then(() => void (since = performance.now()));
  };
}
