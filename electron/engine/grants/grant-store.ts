import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';

export type GrantUse = 'read' | 'write' | 'workspace-create' | 'workspace-open';
export interface Grant {
  grantId: string;
  path: string;
  use: GrantUse;
}

/**
 * Which paths this engine may touch, and how. A window never holds a path: a dialog (or the command line) makes a grant,
 * the contract carries its id.
 */
export class GrantStore {
  #grants = new Map<string, Grant>();

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

  fileName(grantId: string): string {
    return basename(this.#grants.get(grantId)?.path ?? '');
  }
}
