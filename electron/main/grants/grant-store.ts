import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { FileGrant, GrantUse } from '#shared/contract/bridge.ts';
import { shellText } from '#shared/text/main/shell.ts';
import { ShellError } from '#main/security/trusted-sender.ts';

/** A grant as main and engine know it. */
export interface PathGrant {
  readonly grantId: string;
  readonly path: string;
  readonly use: GrantUse;
}

/**
 * The grants of this session: a person's choice of a file, made known to the engine with its path and to the page
 * without it. They end with the app.
 */
export class GrantStore {
  readonly #grants: PathGrant[] = [];
  readonly #tellEngine: (grant: PathGrant) => void;

  /** @param tellEngine told of every grant before the page learns of it */
  constructor(tellEngine: (grant: PathGrant) => void) {
    this.#tellEngine = tellEngine;
  }

  add(path: string, use: GrantUse): FileGrant {
    const grant = { grantId: randomUUID(), path: resolve(path), use };
    const size = use === 'read' ? readableSize(grant.path) : 0;
    this.#grants.push(grant);
    this.#tellEngine(grant);
    return { grantId: grant.grantId, fileName: basename(grant.path), size, use };
  }

  all(): readonly PathGrant[] {
    return this.#grants;
  }
}

/** Bytes of a regular file. */
function readableSize(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ShellError(shellText.goneMeanwhile(basename(path)));
  if (!found.isFile()) throw new ShellError(shellText.isNoFile(basename(path)));
  return found.size;
}
