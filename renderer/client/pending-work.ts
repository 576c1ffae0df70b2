interface Pending {
  finish(): Promise<unknown>;
  forget?: (() => void) | undefined;
}

const all = new Set<Pending>();

/**
 * Names work that must be done before the workspace is left, such as a save that waits for a pause.
 * @param finish rejects where it could not be done: then the workspace is not left
 * @param forget lets go of what was not done, once the workspace is not open any more
 */
export const beforeLeaving = (finish: Pending['finish'], forget?: () => void): void => void all.add({ finish, forget });

/** Resolves when everything that was waiting is done. @throws what kept something from being done */
export const finishPendingWork = (): Promise<void> =>
  Promise.all([...all].map(({ finish }) => finish())).then(() => {});

/** What was waiting belongs to a workspace that is not open any more. */
export const forgetPendingWork = (): void => {
  for (const { forget } of all) forget?.();
};
