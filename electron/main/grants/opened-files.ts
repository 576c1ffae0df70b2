import { resolve } from 'node:path';
import { shellChannels } from '#shared/contract/bridge.ts';
import type { BrowserWindow } from 'electron';
import { useOfPath } from './dropped-file.ts';
import type { GrantStore } from './grant-store.ts';

/**
 * The files named on a command line, absolute.
 *
 * @param argv the process's own; in a checkout its first plain argument is the app's folder
 */
export function filesNamed(argv: readonly string[], inCheckout: boolean, workingDirectory: string): string[] {
  const plain = argv.slice(1).filter((argument) => !argument.startsWith('-'));
  return plain.slice(inCheckout ? 1 : 0).map((path) => resolve(workingDirectory, path));
}

/** Grants files named on a command line and tells the page, which may start to listen later. */
export class OpenedFiles {
  readonly #grants: GrantStore;
  #waiting: string[];
  #listening: BrowserWindow | null = null;

  constructor(grants: GrantStore, first: string[]) {
    this.#grants = grants;
    this.#waiting = first;
  }

  open(paths: string[]): void {
    this.#waiting.push(...paths);
    if (this.#listening && !this.#listening.isDestroyed()) this.tell(this.#listening);
  }

  /**
   * Tells the window of everything not told yet, and of what follows. A file that cannot be granted is left out: it has
   * gone since it was named.
   */
  tell(window: BrowserWindow): void {
    this.#listening = window;
    const paths = this.#waiting;
    this.#waiting = [];
    for (const path of paths) {
      try {
        window.webContents.send(shellChannels.fileOpened, this.#grants.add(path, useOfPath(path)));
      } catch {
        continue;
      }
    }
  }
}
