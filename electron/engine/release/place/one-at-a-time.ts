const last = new Map<string, Promise<unknown>>();

/**
 * Does work on a place after all work on it that was asked for before, whatever became of that: two who write one file
 * at once would each take the other's for what was there before.
 */
export async function oneAtATime<T>(place: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(place) ?? Promise.resolve();
  const now = before.then(work, work);
  last.set(place, now);
  try {
    return await now;
  } finally {
    if (last.get(place) === now) last.delete(place);
  }
}
