import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import { HistoryIndex } from './history-index.ts';

/** Entries that are taken in at once: some tens of milliseconds of work. */
const slice = 5000;

/** The one that was asked for last, by the folder of its workspace. */
let kept: { directory: string; index: HistoryIndex } | null = null;

/** Takes in the next entries of the log. @returns whether there are more */
function takeIn(index: HistoryIndex, log: LogRepository): boolean {
  const entries = log.after(index.newest, slice);
  index.add(entries);
  return entries.length === slice;
}

/** The index as far as it is made; a new one where another log lies there by now. */
function indexFor(directory: string, log: LogRepository): HistoryIndex {
  if (kept?.directory !== directory || !kept.index.fits(log.get(kept.index.newest)))
    kept = { directory, index: new HistoryIndex() };
  return kept.index;
}

/** The sentences of a workspace's log up to its newest entry. */
export function historyOf(directory: string, log: LogRepository): HistoryIndex {
  const index = indexFor(directory, log);
  while (takeIn(index, log));
  return index;
}

/**
 * Makes the index of a long log piece by piece, so that whatever else is asked meanwhile is answered.
 * @param look opens the log for one piece of work, so that nobody who writes is held up between pieces
 */
export async function prepareHistory(
  directory: string,
  look: <T>(read: (log: LogRepository) => T) => T,
): Promise<void> {
  while (look((log) => takeIn(indexFor(directory, log), log))) await new Promise((resolve) => setImmediate(resolve));
}
