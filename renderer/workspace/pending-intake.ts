import type { FileGrant } from '#shared/contract/bridge.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

export type PendingFile = Pick<FileGrant, 'grantId' | 'fileName'>;

/** The file whose way of reading is being confirmed, null when none is; and whether it is being imported. */
export const pendingIntake = createStore<{ file: PendingFile | null; importing: boolean }>({
  file: null,
  importing: false,
});
export const usePendingIntake = () => useStore(pendingIntake, (now) => now.file);
export const useIsImporting = (): boolean => useStore(pendingIntake, (now) => now.importing);
/** Nothing is being confirmed any more, where it was this file; another one that was opened meanwhile stays. */
export const leaveIntake = (grantId: string): void =>
  pendingIntake.set(({ file }) => (file?.grantId === grantId ? { file: null, importing: false } : {}));
