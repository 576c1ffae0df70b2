const finishers = new Set<() => Promise<unknown>>();

/** Names work that must be done before the workspace is left, such as a save that waits for a pause. */
export const beforeLeaving = (finish: () => Promise<unknown>): void => void finishers.add(finish);

/** Resolves when everything that was waiting is done. */
export const finishPendingWork = (): Promise<void> =>
  Promise.all([...finishers].map((finish) => finish())).then(() => {});
