import { Failure } from '#shared/contract/failure.ts';
import { keysText } from '#shared/text/engine/keys.ts';

/** Of zxcvbn's 0 to 4: at least a hundred million guesses, at nearly half a second each (scrypt). */
const leastScore = 3;
/** Reckoning grows with the square of the length, and nothing as long is weak for its end. */
const longest = 64;

/**
 * Refuses a new passphrase that is too easy to guess; one that exists opens its workspace however weak it is.
 * @param accepted the person, or their script, says that they know
 * @throws Failure PASSPHRASE_WEAK
 */
export async function refuseWeakPassphrase(passphrase: string, accepted: boolean): Promise<void> {
  if (accepted || passphrase === '') return;
  // Half a megabyte of common passwords: loaded by whoever makes a passphrase, and nobody else.
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const { score } = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }).check(
    passphrase.normalize('NFC').slice(0, longest),
  );
  if (score < leastScore) throw new Failure('PASSPHRASE_WEAK', keysText.passphraseWeak);
}
