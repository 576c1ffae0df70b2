import type { KeyStoreStatus } from '#shared/contract/workspaces.ts';

/**
 * The system's own key store as the engine sees it: one passphrase per workspace. Whoever composes the engine hands one
 * in.
 */
export interface KeyStore {
  status(): Promise<KeyStoreStatus>;
  /** The remembered passphrase; null where none is kept or it cannot be read now. */
  get(workspaceId: string): Promise<string | null>;
  /** @returns whether it is kept now */
  set(workspaceId: string, secret: string): Promise<boolean>;
  forget(workspaceId: string): Promise<void>;
  /** Ids of the workspaces whose passphrase is kept; empty where the store cannot be used. */
  list(): Promise<string[]>;
}

/** Where nothing may be remembered: on the command line, which has no part of the system to ask. */
export const noKeyStore: KeyStore = {
  status: () => Promise.resolve({ available: false, kind: 'none' }),
  get: () => Promise.resolve(null),
  set: () => Promise.resolve(false),
  forget: () => Promise.resolve(),
  list: () => Promise.resolve([]),
};
