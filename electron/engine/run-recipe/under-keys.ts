import { ciphersIn, keyNamesOf } from '#shared/plan/keyed-hashes.ts';
import type { Plan } from '#shared/plan/plan-node.ts';
import { installFormatCiphers, removeFormatCiphers } from '#engine/analysis/format-cipher.ts';
import { installKeyedHash, removeKeyedHash } from '#engine/analysis/keyed-hash.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';

/**
 * Runs `work` while the connection holds the keys that a plan needs, and takes them off it again whatever happens.
 * @param keys may be null only where the plan needs none
 */
export async function underKeys<T>(
  duck: Duck,
  plan: Plan,
  keys: ReleaseKeys | null,
  work: () => Promise<T>,
): Promise<T> {
  const held = new Map(keyNamesOf(plan).map((name) => [name, keys!.pseudonymKey(name)]));
  const ciphers = new Set(ciphersIn(plan));
  try {
    await installKeyedHash(duck, new Map([...held].filter(([name]) => !ciphers.has(name))));
    await installFormatCiphers(duck, new Map([...held].filter(([name]) => ciphers.has(name))));
    return await work();
  } finally {
    await removeKeyedHash(duck, held.keys());
    await removeFormatCiphers(duck);
    for (const key of held.values()) key.fill(0);
  }
}
