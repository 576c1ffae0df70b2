import type { AtStake } from './at-stake.ts';
import { createStore } from '#renderer/state/create-store.ts';

/** Which workspace dialog is open, and what it needs. */
export type WorkspaceDialog =
  | { kind: 'create' }
  | { kind: 'save' }
  | { kind: 'open'; name: string; grantId?: string; recentId?: string; error?: unknown }
  | { kind: 'recovery-key'; key: string }
  | { kind: 'leave'; stake: AtStake; then: () => Promise<void> }
  | { kind: 'evidence' }
  | { kind: 'register-import' }
  | { kind: 'register-export' }
  | { kind: 'operator'; then?: () => void };

export const workspaceDialog = createStore<{ dialog: WorkspaceDialog | null }>({ dialog: null });
export const showDialog = (dialog: WorkspaceDialog | null): void => workspaceDialog.set({ dialog });
