import type { KeyStoreStatus } from '#shared/contract/workspaces.ts';

/**
 * What is used of Electron's `safeStorage`; handed in, so that tests bring their own. Runtimes before the present major
 * have only the functions that wait.
 */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
  getSelectedStorageBackend?(): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(encrypted: Buffer): Promise<{ result: string }>;
}

/**
 * The backends on Linux that keep their key from other programs. `basic_text` encrypts with a key that is in Chromium's
 * source; `unknown` may be it.
 */
const linuxBackends = new Map<string, KeyStoreStatus['kind']>([
  ['gnome_libsecret', 'gnome-libsecret'],
  ['kwallet', 'kwallet'],
  ['kwallet5', 'kwallet'],
  ['kwallet6', 'kwallet'],
]);

const none: KeyStoreStatus = { available: false, kind: 'none' };

function kindOf(storage: SafeStorage, platform: NodeJS.Platform): KeyStoreStatus['kind'] {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return linuxBackends.get(storage.getSelectedStorageBackend?.() ?? '') ?? 'none';
}

/** Which real key store this system has, and whether it answers now. Only after the app is ready. */
export async function keyStoreStatus(storage: SafeStorage, platform: NodeJS.Platform): Promise<KeyStoreStatus> {
  const kind = kindOf(storage, platform);
  if (kind === 'none') return none;
  const answers = storage.isAsyncEncryptionAvailable
    ? await storage.isAsyncEncryptionAvailable()
    : storage.isEncryptionAvailable();
  return answers ? { available: true, kind } : none;
}

export const encrypt = async (storage: SafeStorage, text: string): Promise<Buffer> =>
  storage.encryptStringAsync ? storage.encryptStringAsync(text) : storage.encryptString(text);

export const decrypt = async (storage: SafeStorage, encrypted: Buffer): Promise<string> =>
  storage.decryptStringAsync ? (await storage.decryptStringAsync(encrypted)).result : storage.decryptString(encrypted);
