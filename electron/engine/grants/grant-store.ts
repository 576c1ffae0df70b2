import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import type { GuardedInput } from './guard-outputs.ts';

export type GrantUse = 'read' | 'write' | 'workspace-create' | 'workspace-open';
export interface Grant {
  grantId: string;
  path: string;
  use: GrantUse;
}

/** What a granted file is read as; a file that nobody said more about is taken for a source. */
export type ReadAs = GuardedInput['as'];

/**
 * Which paths this engine may touch, and how. A window never holds a path: a dialog (or the command line) makes a
 * grant, the contract carries its id.
 */
export class GrantStore {
  #grants = new Map<string, Grant>();
  #readAs = new Map<string, ReadAs>();

  add(path: string, use: GrantUse, grantId: string = randomUUID()): Grant {
    const grant = { grantId, path: resolve(path), use };
    this.#grants.set(grantId, grant);
    return grant;
  }

  /** @returns the granted absolute path; throws GRANT_UNKNOWN for another use than the one granted */
  path(grantId: string, use: GrantUse): string {
    const grant = this.#grants.get(grantId);
    if (!grant || grant.use !== use) throw new Failure('GRANT_UNKNOWN', engineText.notChosen);
    return grant.path;
  }

  /** The same of a file that is to be read, remembering what as. */
  readPath(grantId: string, as: ReadAs): string {
    const path = this.path(grantId, 'read');
    this.#readAs.set(grantId, as);
    return path;
  }

  /** Every file that may be read: none of them may be written over. */
  inputs(): GuardedInput[] {
    return [...this.#grants.values()]
      .filter(({ use }) => use === 'read')
      .map(({ grantId, path }) => ({ path, as: this.#readAs.get(grantId) ?? 'source' }));
  }

  fileName(grantId: string): string {
    return basename(this.#grants.get(grantId)?.path ?? '');
  }
}
