import type { FileGrant } from '#shared/contract/bridge.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

/** The file whose way of reading is being confirmed; null when none is. */
export const pendingIntake = createStore<{ file: Pick<FileGrant, 'grantId' | 'fileName'> | null }>({ file: null });
export const usePendingIntake = () => useStore(pendingIntake, (now) => now.file);
