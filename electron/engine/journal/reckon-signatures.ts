import { hash } from 'node:crypto';
import { registerCrypto, verifyElsewhere } from '#engine/keys/register-crypto.ts';
import type { Reckoning } from '#shared/journal/operators.ts';
import type { Problem } from '#shared/journal/verify-log.ts';

/**
 * Signatures that this process found right, by the hash of key, text and signature: whether one is right never changes,
 * and a long log is verified often while it is open. Kept in memory only.
 */
const right = new Set<string>();
const mostKept = 400_000;

const nameOf = ({ publicKey, text, signature }: Reckoning): string =>
  hash('sha256', JSON.stringify([publicKey, text, signature]), 'base64');

function keep(name: string): void {
  if (right.size >= mostKept) right.clear();
  right.add(name);
}

/** What is wrong of these signatures, each reckoned in its turn: a tenth of a millisecond for one. */
export function reckonHere(reckonings: readonly Reckoning[]): Problem[] {
  return reckonings.flatMap((reckoning) => {
    const name = nameOf(reckoning);
    if (right.has(name)) return [];
    const { publicKey, text, signature, wrong } = reckoning;
    if (!registerCrypto.verifySignature(publicKey, text, signature)) return [wrong()];
    keep(name);
    return [];
  });
}

/** As many as are handed over at once: enough for every core, and few enough to leave room for other work between. */
const atOnce = 64;

/** The same on all cores, while whatever else is asked of this process is answered. */
export async function reckonElsewhere(reckonings: readonly Reckoning[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const left = reckonings.values();
  const work = async (): Promise<void> => {
    for (const reckoning of left) {
      const name = nameOf(reckoning);
      if (right.has(name)) continue;
      const { publicKey, text, signature, wrong } = reckoning;
      if (await verifyElsewhere(publicKey, text, signature)) keep(name);
      else problems.push(wrong());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return problems;
}
