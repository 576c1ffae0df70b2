const delays = [0, 250, 1000, 4000];
const windowMs = 60_000;

/**
 * How long to wait before the next engine is started, growing with each death in the last minute.
 *
 * @param deaths times of all deaths so far, in milliseconds
 * @returns milliseconds, or null when it has died so often that another start would not help
 */
export function restartDelay(deaths: readonly number[], now: number): number | null {
  const recent = deaths.filter((time) => now - time < windowMs).length;
  return delays[Math.max(0, recent - 1)] ?? null;
}
