import type { KeyStore } from '#engine/key-store/key-store.ts';

export interface FakeKeyStore extends KeyStore {
  readonly kept: Map<string, string>;
  /** From now on nothing more is taken, as when a person closes the keyring's dialog. */
  refuse: boolean;
}

/** A real key store as the engine sees one, in memory. */
export function fakeKeyStore(): FakeKeyStore {
  const kept = new Map<string, string>();
  return {
    kept,
    refuse: false,
    status: () => Promise.resolve({ available: true, kind: 'gnome-libsecret' }),
    get: (workspaceId) => Promise.resolve(kept.get(workspaceId) ?? null),
    set(workspaceId, secret) {
      if (!this.refuse) kept.set(workspaceId, secret);
      return Promise.resolve(!this.refuse);
    },
    forget: (workspaceId) => {
      kept.delete(workspaceId);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...kept.keys()]),
  };
}
