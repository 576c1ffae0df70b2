/** How long closing may take once nobody is there to be answered: as long as main would wait. */
const patienceMs = 5_000;

/**
 * Closes, wipes and ends this process, whatever it is doing: closing that takes too long is not waited for. Killed at
 * the end, because an orderly exit waits for the data engine's running queries, which would write on meanwhile.
 *
 * @param wipe removes what this process works on; called once closing is over or given up
 */
export function endForGood(close: () => Promise<void>, wipe: () => void): void {
  const end = (): void => {
    wipe();
    process.kill(process.pid, 'SIGKILL');
  };
  setTimeout(end, patienceMs);
  void close().then(end, end);
}
