import { existsSync } from 'node:fs';
import type { KeyStoreAnswer, KeyStoreRequest } from '#shared/contract/control.ts';
import { decrypt, encrypt, keyStoreStatus, type SafeStorage } from './real-store.ts';
import { readSecrets, writeSecrets } from './secret-file.ts';

/**
 * Passphrases the system's own key store remembers: encrypted by it, kept in one file of the app's data folder. Where
 * there is no real key store nothing is written and nothing read; forgetting works everywhere.
 */
export class RememberedPassphrases {
  readonly #storage: SafeStorage;
  readonly #platform: NodeJS.Platform;
  readonly #file: string;

  /** @param file absolute path; made with the first passphrase */
  constructor(storage: SafeStorage, platform: NodeJS.Platform, file: string) {
    this.#storage = storage;
    this.#platform = platform;
    this.#file = file;
  }

  /** Never rejects: a store that fails says so in its answer, without a detail that might hold what was to be kept. */
  async answer(request: KeyStoreRequest): Promise<KeyStoreAnswer> {
    try {
      return await this.#do(request);
    } catch {
      return { failed: true };
    }
  }

  async #do(request: KeyStoreRequest): Promise<KeyStoreAnswer> {
    if (request.act === 'forget') {
      this.#forget(request.workspaceId);
      return { done: true };
    }
    // The system's store is not troubled for a file that is not there: opening it may ask the person for a password of
    // its own.
    if (request.act === 'list' && !existsSync(this.#file)) return { workspaceIds: [] };
    const status = await keyStoreStatus(this.#storage, this.#platform);
    if (request.act === 'status') return { status };
    if (!status.available) return { failed: true };
    switch (request.act) {
      case 'list':
        return { workspaceIds: [...readSecrets(this.#file).keys()] };
      case 'get': {
        const kept = readSecrets(this.#file).get(request.workspaceId);
        return { secret: kept === undefined ? null : await decrypt(this.#storage, Buffer.from(kept, 'base64')) };
      }
      case 'set': {
        const encrypted = await encrypt(this.#storage, request.secret);
        const secrets = readSecrets(this.#file);
        secrets.delete(request.workspaceId);
        writeSecrets(this.#file, secrets.set(request.workspaceId, encrypted.toString('base64')));
        return { done: true };
      }
    }
  }

  #forget(workspaceId: string): void {
    const secrets = readSecrets(this.#file);
    if (secrets.delete(workspaceId)) writeSecrets(this.#file, secrets);
  }
}
