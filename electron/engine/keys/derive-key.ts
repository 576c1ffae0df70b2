import { hkdfSync } from 'node:crypto';

/**
 * One key per use from the master key: HKDF-SHA-256 with the workspace id as salt and the use as info. 32 bytes.
 * @param use for example `order` or `pseudonym/<purpose id>`
 */
export function deriveKey(master: Uint8Array, workspaceId: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.from(workspaceId, 'utf8'), `custos/1/${use}`, 32));
}
