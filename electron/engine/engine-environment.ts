import envPaths from 'env-paths';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noDesktop, type Desktop } from './desktop/desktop.ts';
import { noKeyStore, type KeyStore } from './key-store/key-store.ts';

/** Everything the engine takes from the world around it; tests hand in their own. */
export interface EngineEnvironment {
  clock: () => Date;
  random: (bytes: number) => Uint8Array;
  /** Per-user folder outside every workspace: signed heads, recent workspaces, settings. */
  profileDirectory: string;
  /** Where private working directories are made (0700), wiped on close and after a crash. */
  workRoot: string;
  /** Folder with the bundled sample. */
  resourcesDirectory: string;
  appVersion: string;
  /** Where a passphrase may be remembered; only the shell brings a real one. */
  keyStore: KeyStore;
  /** Prints and shows files; only the shell brings a real one. */
  desktop: Desktop;
  /** log2 of scrypt's N for new passphrases; the usual cost where it is not given, as in every real run. */
  passphraseCost?: number;
}

declare const CUSTOS_VERSION: string | undefined;

/** The folder `resources/` of a checkout or of the packaged app, found upwards from this file. */
function findResources(): string {
  for (let directory = dirname(fileURLToPath(import.meta.url)); ; directory = dirname(directory)) {
    if (existsSync(join(directory, 'resources', 'sample'))) return join(directory, 'resources');
    if (dirname(directory) === directory) return directory;
  }
}

/**
 * The environment of a real run. CUSTOS_HOME moves everything that is kept per account; working directories lie in this
 * account's own cache.
 */
export function engineEnvironment(overrides: Partial<EngineEnvironment> = {}): EngineEnvironment {
  const paths = envPaths('custos', { suffix: '' });
  const home = process.env.CUSTOS_HOME;
  return {
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    profileDirectory: home ? join(home, 'profile') : paths.config,
    workRoot: home ? join(home, 'work') : join(paths.cache, 'work'),
    resourcesDirectory: findResources(),
    appVersion: typeof CUSTOS_VERSION === 'string' ? CUSTOS_VERSION : '0.0.0-dev',
    keyStore: noKeyStore,
    desktop: noDesktop,
    ...overrides,
  };
}
